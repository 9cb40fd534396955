import { describe, expect, test } from 'vitest';
import type { Entry } from '../../lib/journal/entry';
import { isSettled } from '../../lib/journal/transitions';
import { createMortal, type Mortal } from './mortal-background';
import { before, changes, CREDITS } from './reviewed-set';
import { SCENARIOS, type Scenario } from './scenarios';
import { expectedValues, valuesOf } from './values';

/**
 * Kills at every point of every scenario take minutes: `CRASH=all`. Otherwise each scenario is
 * killed at a few points of its own: the simulation (test/sim) kills at any point of any run.
 */
const WHOLE = process.env['CRASH'] === 'all';
const POINTS_OF_EACH = 5;

const mortalOf = (
  { faults = [], switches = {} }: Scenario,
  killAt: readonly number[],
  losesJournal = false,
) => createMortal({ state: before(), faults, switches, killAt, losesJournal });

const everywhere = (scenario: Scenario & { readonly at: number }) => async (_: string, isLost: boolean) => {
  const undisturbed = await mortalOf(scenario, []);
  await undisturbed.run(changes);
  await undisturbed.recover();
  await check(undisturbed, scenario, 'not killed');

  const many = undisturbed.points.length;
  const step = WHOLE ? 1 : Math.max(1, Math.floor(many / POINTS_OF_EACH));
  for (let point = WHOLE ? 0 : scenario.at % step; point < many; point += step) {
    // In the whole grid the next background is killed too, at another point each time.
    const killAt = WHOLE && point % 2 === 1 ? [point, point + 5 + ((point * 7) % 60)] : [point];
    const mortal = await mortalOf(scenario, killAt, isLost);
    await mortal.run(changes);
    await mortal.recover();
    const killed = killAt.map((at) => mortal.points[at]).map((at) => `${at?.moment} ${at?.what}`);
    const where = `killed at ${killAt.join(', ')}: ${killed.join(', ')}`;
    const isGone = (await mortal.journal.listRuns()).length === 0 && mortal.effects.length > 0;
    // A lost run that was over is not restored: then all of it was done.
    if (isLost && isGone) expect(shown(mortal), where).toEqual(shown(undisturbed));
    else await check(mortal, scenario, where, isLost);
  }
};

describe.each(SCENARIOS.map((scenario, at) => ({ ...scenario, at })))('$name', (scenario) => {
  test.each([
    ['killed anywhere', false],
    ['killed anywhere, and the browser throws the journal away', true],
  ])('%s: nothing lost, nothing written twice, and the journal is right', everywhere(scenario), 600_000);
});

const shown = ({ standIn }: Mortal) => standIn.state().credentials.map(valuesOf);

/** `isLost`: the journal was lost at each kill. */
async function check(mortal: Mortal, scenario: Scenario, where: string, isLost = false): Promise<void> {
  const { standIn, journal } = mortal;
  expect(mortal.faults, where).toEqual([]);
  const [run] = await journal.listRuns();
  const entries = run === undefined ? [] : await journal.listEntries(run.record.id, 0, 100);
  const isBegun = run !== undefined && run.record.state.kind !== 'preparing';
  if (isBegun) {
    expect(run.record.state, where).toEqual({ kind: 'finished' });
    expect(
      entries.filter(({ state }) => !isSettled(state)),
      where,
    ).toEqual([]);
  }
  expectTruth(mortal, entries, where);

  const twice = mortal.effects.filter((effect, at) => mortal.effects.indexOf(effect) !== at);
  expect(twice, `${where}: written twice`).toEqual([]);
  const spent = CREDITS - standIn.state().issuer.certificate_left;
  expect(spent, `${where}: credits taken`).toBe(run?.creditsSpent ?? 0);
  expect(takenTwice(mortal, scenario, isLost), `${where}: sent again though it was taken`).toEqual([]);
  if (!isBegun) return;
  const kinds = new Map(entries.map(({ credential, state }) => [credential as string, state.kind]));
  expect(spent, where).toBe(2);
  expect(kinds.get('307'), where).toBe('conflict');
  for (const id of ['301', '303', '304', '305', '306']) {
    const isLeftOut = id === '304' && scenario.switches?.grade === 'ignored';
    expect(kinds.get(id), `${where}: ${id}`).toBe(isLeftOut ? 'not-applied' : 'applied');
  }
}

/**
 * The platform has the reviewed set, except for what the journal says was not done. No other
 * credential was changed.
 */
function expectTruth({ standIn }: Mortal, entries: readonly Entry[], where: string): void {
  const byId = new Map(entries.map((entry) => [Number(entry.credential), entry]));
  const beginning = new Map(before().credentials.map((one) => [one.id, one]));
  for (const held of standIn.state().credentials) {
    const was = beginning.get(held.id);
    if (was === undefined) throw new Error(`${held.id} was not there`);
    const expected = expectedValues(valuesOf({ ...held, ...was }), byId.get(held.id));
    expect(valuesOf(held), `${where}: ${held.id} ${JSON.stringify(byId.get(held.id)?.state)}`).toEqual(
      expected,
    );
  }
}

/**
 * PUTs of a credential that the platform took more than once. The second way of clearing is a
 * second PUT.
 */
function takenTwice({ standIn, points }: Mortal, { switches }: Scenario, isLost: boolean): readonly string[] {
  const counts = new Map<string, number>();
  for (const { method, path, fault, status } of standIn.log) {
    const isTaken = status === 200 || fault?.startsWith('reset-after') || fault?.startsWith('502-after');
    if (method === 'PUT' && isTaken === true) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const isLate = points.some(({ moment }) => moment === 'late');
  return [...counts].flatMap(([path, count]) => {
    const isCostly = /30[1356]/.test(path);
    // When the platform ignores all that was sent, or takes the other way of clearing, no reading
    // shows it. Of 302, after a loss of the journal, only ignored fields are sent.
    const isLeftOut =
      (switches?.grade === 'ignored' && /30[24]/.test(path)) || (isLost && path.endsWith('302'));
    const isNotCleared = switches?.clear === 'empty-string' && path.includes('304');
    // After a loss of the journal the first way is tried again: up to three backgrounds, with two
    // ways each.
    const clearedTwice = isLeftOut ? 9 : isNotCleared ? (isLost ? 6 : 2) : 0;
    return count > 1 + clearedTwice + (isLate && !isCostly ? 1 : 0) ? [`${path} ${count} times`] : [];
  });
}

import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../lib/credential/attributes';
import type { Change } from '../../lib/credential/change';
import type { Credential } from '../../lib/credential/credential';
import type { Entry } from '../../lib/journal/entry';
import { isSettled } from '../../lib/journal/transitions';
import { changeOf } from '../fakes/background-world';
import { credentialOf } from '../fakes/credential';
import { changesOf, decidedOf } from '../fakes/decided';
import { held } from '../platform/test-client';
import { credentialFields, smallState } from '../platform/test-state';
import { createMortal, type Mortal } from './mortal-background';
import { SCENARIOS, type Scenario } from './scenarios';

/*
 * A decided conflict is sent by a run of its own, which is killed at any point like the first one.
 */

const WHOLE = process.env['CRASH'] === 'all';
const POINTS_OF_EACH = 4;
const ATTRIBUTES = attributesOf([]);

const before = () =>
  smallState([
    // Changed by somebody since the review. The grade was held back because of it.
    credentialFields(307, { recipient: { name: 'Married Name' } }),
    // Decided the other way: the platform's value stays.
    credentialFields(308, { recipient: { name: 'Chosen Name' } }),
  ]);
const REVIEWED = [
  changeOf(307, [
    ['recipient-name', 'Person 307', 'New 307'],
    ['grade', null, 'B'],
  ]),
  changeOf(308, [['recipient-name', 'Person 308', 'New 308']]),
];

/**
 * The first run, which ends undisturbed with two conflicts, and the admin's decisions about them.
 */
async function decidedMortal({ switches = {} }: Scenario, killAfter: readonly number[]) {
  const quiet = await createMortal({ state: before(), switches, killAt: [] });
  await quiet.run(REVIEWED);
  const from = quiet.points.length;
  const killAt = killAfter.map((point) => from + point);
  const mortal = await createMortal({ state: before(), switches, killAt });
  await mortal.run(REVIEWED);
  const entries = await entriesOf(mortal);
  expect(entries.map(({ state }) => state.kind)).toEqual(['conflict', 'conflict']);
  return { mortal, entries, from };
}

/** The second run's changes, as a review against the present platform makes them. */
function decisionsOn({ standIn }: Mortal, entries: readonly Entry[]): readonly Change[] {
  const group = [307, 308].map((id) => credentialNow(standIn, id));
  const [sent, kept] = entries;
  if (sent === undefined || kept === undefined) throw new Error('not two conflicts');
  const keeping = decidedOf(kept, [['recipient-name', 'Chosen Name', 'platform']], group, ATTRIBUTES);
  expect(keeping).toEqual({ kind: 'nothing' });
  const made = decidedOf(sent, [['recipient-name', 'Married Name', 'sheet']], group, ATTRIBUTES);
  return changesOf(made, group, ATTRIBUTES);
}

function credentialNow(standIn: Mortal['standIn'], id: number): Credential {
  const { recipient, grade, issued_on: issuedOn } = held(standIn, id);
  return credentialOf({
    id: String(id),
    groupId: '1',
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    grade,
    issuedOn: issuedOn,
    expiredOn: null,
    detail: { description: null, phone: null, evidence: [] },
  });
}

async function entriesOf({ journal }: Mortal): Promise<readonly Entry[]> {
  const [latest] = await journal.listRuns();
  return latest === undefined ? [] : journal.listEntries(latest.record.id, 0, 100);
}

describe.each(SCENARIOS.map((scenario, at) => ({ ...scenario, at })))('$name', (scenario) => {
  test('decided, sent again and killed at any point: written once, and only over the value that was shown', async () => {
    const { mortal: undisturbed, entries, from } = await decidedMortal(scenario, []);
    undisturbed.standIn.setFaults(scenario.faults ?? []);
    await undisturbed.run(decisionsOn(undisturbed, entries));
    await undisturbed.recover();
    expect(await entriesOf(undisturbed)).toHaveLength(1);
    await check(undisturbed, scenario, 'not killed');

    const many = undisturbed.points.length - from;
    const step = WHOLE ? 1 : Math.max(1, Math.floor(many / POINTS_OF_EACH));
    for (let point = WHOLE ? 0 : scenario.at % step; point < many; point += step) {
      for (const isEdited of [false, true]) {
        const { mortal, entries: conflicts } = await decidedMortal(scenario, [point]);
        mortal.standIn.setFaults(scenario.faults ?? []);
        await mortal.run(decisionsOn(mortal, conflicts));
        const died = mortal.points[from + point];
        const where = `killed at ${point}: ${died?.moment} ${died?.what}`;
        if (!isEdited) {
          await mortal.recover();
          await check(mortal, scenario, where);
          // A request that is in flight at the kill may arrive after the edit: nobody can stop it.
        } else if (died?.moment !== 'late') await checkEdited(mortal, `${where}, and edited again`);
      }
    }
  }, 600_000);
});

async function check(mortal: Mortal, { switches }: Scenario, where: string): Promise<void> {
  const { standIn, journal, effects, faults } = mortal;
  expect(faults, where).toEqual([]);
  const [latest] = await journal.listRuns();
  const isBegun = latest?.record.state.kind === 'finished' && latest.record.entries === 1;
  expect(held(standIn, 308).recipient.name, where).toBe('Chosen Name');
  const [entry] = await entriesOf(mortal);
  const isIgnored = switches?.grade === 'ignored';
  if (isBegun) expect(entry?.state.kind, where).toBe(isIgnored ? 'not-applied' : 'applied');
  expect(held(standIn, 307).recipient.name, where).toBe(isBegun ? 'New 307' : 'Married Name');
  expect(held(standIn, 307).grade, where).toBe(isBegun && !isIgnored ? 'B' : null);
  const twice = effects.filter((effect, at) => effects.indexOf(effect) !== at);
  expect(twice, `${where}: written twice`).toEqual([]);
}

/**
 * Somebody edits it between two backgrounds. The admin has not seen that value, so it must not be
 * overwritten.
 */
async function checkEdited(mortal: Mortal, where: string): Promise<void> {
  const { standIn } = mortal;
  standIn.edit('307', { recipient: { name: 'Third Name' } });
  await mortal.recover();
  expect(mortal.faults, where).toEqual([]);
  expect(held(standIn, 307).recipient.name, where).toBe('Third Name');
  const [latest] = await mortal.journal.listRuns();
  const entries = await entriesOf(mortal);
  if (latest?.record.state.kind !== 'finished') return;
  expect(
    entries.filter(({ state }) => !isSettled(state)),
    where,
  ).toEqual([]);
}

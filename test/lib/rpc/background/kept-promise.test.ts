import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../lib/credential/change';
import type { RunHeader, RunId } from '../../../../lib/journal/entry';
import type { RunPromise } from '../../../../lib/review/plan/plan-promise';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../../fakes/background-world';

/* docs/policies.md: the background begins only what was promised, whatever a panel has counted. */

const REQUIRED = { policy: { promiseRequired: true } };
const BY_POLICY = { ok: false, problem: { code: 'not-allowed', by: 'promiseRequired' } };
const NOT_AS_PROMISED = { ok: false, problem: { code: 'not-as-promised' } };

const GRADE = changeOf(101, [['grade', null, 'A']]);
const NAME = changeOf(102, [['recipient-name', 'Ben', 'Bea']], { row: 3 });
const LATER = changeOf(103, [['expiry-date', '2027-01-31', '2028-01-31']]);
const EARLIER = changeOf(103, [['expiry-date', '2027-01-31', '2026-12-31']]);

const promised = (numbers: Readonly<Record<string, number>>): RunPromise => ({
  numbers: Object.entries(numbers).map(([of, number]) => ({ of: of as 'credits', number })),
});
const WHOLE = promised({ credentials: 2, grade: 1, 'recipient-name': 1 });

/** Writes a run down as any panel could, and begins it. */
async function begin(world: World, changes: readonly Change[], more: Partial<RunHeader> = {}) {
  const header = { ...headerOf(changes), ...more };
  const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header, writer: 'panel' });
  if (!prepared.ok) return prepared;
  await world.say({ kind: 'add-changes', run: prepared.value, from: 0, changes });
  return world.say({ kind: 'begin-run', run: prepared.value });
}

describe('refused', () => {
  test.each<[string, object, readonly Change[], Partial<RunHeader>, object]>([
    ['no promise', REQUIRED, [GRADE], {}, BY_POLICY],
    ['of a file', REQUIRED, [GRADE], { source: { kind: 'file', sha256: 'a'.repeat(64) } }, BY_POLICY],
    ['of an undo', REQUIRED, [GRADE], { source: { kind: 'undo', runs: ['run-1' as RunId] } }, BY_POLICY],
    ['again, of nothing', REQUIRED, [GRADE], { source: { kind: 'retry', runs: ['r' as RunId] } }, BY_POLICY],
    ['a value that cannot be read', { policy: { promiseRequired: 'no' } }, [GRADE], {}, BY_POLICY],
    ['nothing promised', REQUIRED, [GRADE], { promise: promised({}) }, BY_POLICY],
    [
      'an attribute is missing',
      REQUIRED,
      [GRADE, NAME],
      { promise: promised({ credentials: 2 }) },
      BY_POLICY,
    ],
    [
      'credentials are missing',
      REQUIRED,
      [GRADE, NAME],
      { promise: promised({ grade: 1, 'recipient-name': 1 }) },
      BY_POLICY,
    ],
    ['another number', REQUIRED, [GRADE], { promise: WHOLE }, NOT_AS_PROMISED],
    ['another number, without the policy', {}, [GRADE], { promise: WHOLE }, NOT_AS_PROMISED],
    ['no grade', {}, [GRADE, NAME], { promise: promised({ grade: 0 }) }, NOT_AS_PROMISED],
    ['no credit', {}, [LATER], { creditsAtMost: 0, promise: promised({ credits: 0 }) }, NOT_AS_PROMISED],
    [
      'no expiry earlier',
      {},
      [EARLIER],
      { promise: { ...promised({ credentials: 1 }), noEarlierExpiry: true } },
      NOT_AS_PROMISED,
    ],
    [
      'fewer than its header says',
      {},
      [GRADE],
      { entries: 2, promise: promised({ grade: 1 }) },
      NOT_AS_PROMISED,
    ],
  ])('%s', async (_name, options, changes, more, expected) => {
    const world = await createWorld(options);
    expect(await begin(world, changes, more)).toEqual(expected);
    expect(world.writes()).toEqual([]);
  });
});

describe('begun', () => {
  test.each<[string, object, readonly Change[], Partial<RunHeader>]>([
    ['no promise, where none is wanted', {}, [GRADE], {}],
    ['a whole promise', REQUIRED, [GRADE, NAME], { promise: WHOLE }],
    ['one without the policy', {}, [GRADE, NAME], { promise: promised({ grade: 1 }) }],
    ['a kind that does not change', {}, [GRADE], { promise: promised({ 'recipient-email': 0 }) }],
    ['more credits than are spent', {}, [LATER], { promise: promised({ credits: 5 }) }],
    [
      'a later expiry, where none may be earlier',
      REQUIRED,
      [LATER],
      { promise: { ...promised({ credentials: 1, 'expiry-date': 1 }), noEarlierExpiry: true } },
    ],
  ])('%s', async (_name, options, changes, more) => {
    const world = await createWorld(options);
    expect(await begin(world, changes, more)).toMatchObject({ ok: true });
  });
});

describe('tried again under the policy', () => {
  const again = (run: RunId): Partial<RunHeader> => ({ source: { kind: 'retry', runs: [run] } });

  test('with the values of a run that had its promise', async () => {
    const world = await createWorld(REQUIRED);
    const run = await world.begin([GRADE, NAME], { promise: WHOLE });
    await world.rest(run);
    expect(await begin(world, [NAME], again(run))).toMatchObject({ ok: true });
  });

  test('not with another value', async () => {
    const world = await createWorld(REQUIRED);
    const run = await world.begin([GRADE, NAME], { promise: WHOLE });
    await world.rest(run);
    const other = changeOf(102, [['recipient-name', 'Ben', 'Eve']], { row: 3 });
    expect(await begin(world, [other], again(run))).toEqual(BY_POLICY);
  });

  test('not with the values of a run that was only written down', async () => {
    const world = await createWorld(REQUIRED);
    const header = { ...headerOf([GRADE]), promise: promised({ credentials: 900 }) };
    const elsewhere = { ...PAGE, groupId: '2' as (typeof PAGE)['groupId'] };
    const prepared = await world.say({
      kind: 'prepare-run',
      page: elsewhere,
      header: { ...header, group: { id: '2', name: 'Group 2' } },
    });
    if (!prepared.ok) throw new Error(prepared.problem.code);
    await world.say({ kind: 'add-changes', run: prepared.value, from: 0, changes: [GRADE] });
    expect(await begin(world, [GRADE], again(prepared.value))).toEqual(BY_POLICY);
    expect(world.writes()).toEqual([]);
  });
});

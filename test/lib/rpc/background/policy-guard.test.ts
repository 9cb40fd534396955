import { expect, test } from 'vitest';
import type { Change } from '../../../../lib/credential/change';
import { groupId } from '../../../../lib/credential/ids';
import type { RunId } from '../../../../lib/journal/entry';
import type { BackgroundCommand } from '../../../../lib/rpc/contract/background-contract';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../../fakes/background-world';
import { smallState } from '../../../platform/test-state';

/* docs/policies.md: a forged command is refused by the background itself, for each policy. */

const refusedBy = (by: string) => ({ ok: false, problem: { code: 'not-allowed', by } });
const asked = (world: World) => world.standIn.log.filter(({ part }) => part === 'api').length;

const LOOK_UP: BackgroundCommand = {
  kind: 'look-up',
  page: PAGE,
  lookUp: { key: 'recipient-email', values: ['ada@x.example'], control: null },
};

const ASK_PUBLIC: BackgroundCommand = { kind: 'ask-public-now', run: 'run-1' as RunId };

/** [policy, command, the policy that refuses it] */
test.each<[object, BackgroundCommand, string]>([
  [{ environments: ['eu'] }, { kind: 'connect', page: PAGE }, 'environments'],
  [{ environments: [] }, { kind: 'load-credentials', page: PAGE }, 'environments'],
  [{ environments: ['eu'] }, { kind: 'load-details', page: PAGE, credentials: [] }, 'environments'],
  [{ environments: ['eu'] }, { kind: 'rehearse', page: PAGE, changes: [] }, 'environments'],
  [{ environments: ['eu'] }, LOOK_UP, 'environments'],
  [{ environments: ['eu'] }, { kind: 'locate', page: PAGE, key: 'uuid', values: [] }, 'environments'],
  [{ environments: ['eu'] }, { kind: 'give-key', page: PAGE, key: 'k', remember: false }, 'environments'],
  [{ environments: ['eu'] }, { kind: 'prepare-run', page: PAGE, header: headerOf([]) }, 'environments'],
  [{ environments: 'production' }, { kind: 'connect', page: PAGE }, 'environments'],
  [{ rememberKey: false }, { kind: 'give-key', page: PAGE, key: 'k', remember: true }, 'rememberKey'],
  [{ daysOfHistory: 7 }, { kind: 'keep-values', days: 8 }, 'daysOfHistory'],
  [{ lookUpByIdOnly: true }, LOOK_UP, 'lookUpByIdOnly'],
  [{ publicRecord: 'off' }, ASK_PUBLIC, 'publicRecord'],
  [{ publicRecord: 'never' }, ASK_PUBLIC, 'publicRecord'],
  [
    { lookUpByIdOnly: true },
    { kind: 'locate', page: PAGE, key: 'present-email', values: ['ada@x.example'] },
    'lookUpByIdOnly',
  ],
])('%j refuses %j', async (policy, command, by) => {
  const world = await createWorld({ policy });
  const before = asked(world);
  expect(await world.say(command as never)).toEqual(refusedBy(by));
  expect(asked(world)).toBe(before);
});

/** [policy, command] of the same kinds that it allows */
test.each<[object, BackgroundCommand]>([
  [{}, { kind: 'connect', page: PAGE }],
  [{ environments: ['production'] }, { kind: 'connect', page: PAGE }],
  [{ environments: ['production'] }, { kind: 'load-credentials', page: PAGE }],
  [{ environments: ['production'] }, { kind: 'rehearse', page: PAGE, changes: [] }],
  [{ daysOfHistory: 7 }, { kind: 'keep-values', days: 7 }],
  [{ lookUpByIdOnly: true }, { kind: 'locate', page: PAGE, key: 'uuid', values: [] }],
  [{ publicRecord: 'on' }, ASK_PUBLIC],
  [{ lookUpByIdOnly: false }, { kind: 'locate', page: PAGE, key: 'recipient-email', values: [] }],
  [{ environments: [] }, { kind: 'list-history' }],
  [{ environments: [] }, { kind: 'delete-everything' }],
])('%j allows %j', async (policy, command) => {
  const world = await createWorld({ policy });
  expect(await world.say(command as never)).toMatchObject({ ok: true });
});

const GRADE = changeOf(101, [['grade', null, 'A']]);
const LATER = changeOf(102, [['expiry-date', '2027-01-31', '2028-01-31']], {
  expiredOn: '2027-01-31' as Change['expiredOn'],
});
const EARLIER = changeOf(103, [['expiry-date', '2027-01-31', '2026-12-31']]);

/** Forges a run: its header says that it is small and costs nothing. */
async function forge(world: World, changes: readonly Change[]) {
  const header = { ...headerOf(changes), creditsAtMost: 0 };
  const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header });
  if (!prepared.ok) return prepared;
  const run = prepared.value;
  const added = await world.say({ kind: 'add-changes', run, from: 0, changes });
  return added.ok ? world.say({ kind: 'begin-run', run }) : added;
}

test.each<[object, readonly Change[], string]>([
  [{ mostRows: 1 }, [GRADE, EARLIER], 'mostRows'],
  [{ mostRows: 0 }, [GRADE], 'mostRows'],
  [{ mostRows: 'many' }, [GRADE], 'mostRows'],
  [{ mostCredits: 0 }, [GRADE, LATER], 'mostCredits'],
  [{ neverChange: ['grade'] }, [EARLIER, GRADE], 'neverChange'],
  [{ neverChange: ['grades'] }, [EARLIER], 'neverChange'],
])('a run is refused under %j', async (policy, changes, by) => {
  const world = await createWorld({ policy, state: smallState() });
  expect(await forge(world, changes)).toEqual(refusedBy(by));
  expect(world.writes()).toEqual([]);
});

test.each<[object, readonly Change[]]>([
  [{ mostRows: 2 }, [GRADE, EARLIER]],
  [{ mostCredits: 0 }, [GRADE, EARLIER]],
  [{ mostCredits: 1 }, [LATER]],
  [{ neverChange: ['recipient-email'] }, [GRADE]],
])('a run begins under %j', async (policy, changes) => {
  const world = await createWorld({ policy, state: smallState() });
  expect(await forge(world, changes)).toMatchObject({ ok: true });
});

test('more changes than the header says are counted when the run begins', async () => {
  const world = await createWorld({ policy: { mostRows: 1 }, state: smallState() });
  const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header: headerOf([GRADE]) });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const run = prepared.value;
  await world.say({ kind: 'add-changes', run, from: 0, changes: [GRADE, EARLIER] });
  expect(await world.say({ kind: 'begin-run', run })).toEqual(refusedBy('mostRows'));
});

test('another group of an environment that is not allowed is not asked either', async () => {
  const world = await createWorld({ policy: { environments: ['eu'] } });
  const page = { ...PAGE, groupId: groupId(2) };
  expect(await world.say({ kind: 'connect', page })).toEqual(refusedBy('environments'));
});

test('values are kept for as many days as the policy allows', async () => {
  const world = await createWorld({ policy: { daysOfHistory: 3 } });
  expect(await world.say({ kind: 'list-history' })).toMatchObject({ ok: true, value: { keptDays: 3 } });
});

test('a key on disk is taken off it, and stays until the browser is closed', async () => {
  const world = await createWorld({ policy: { rememberKey: false }, key: 'k-1' });
  await world.wake();
  expect(world.keys.get('production')).toBe('k-1');
  expect(world.remembered.get('production')).toBe(false);
});

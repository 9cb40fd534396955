import { expect, test } from 'vitest';
import type { Change } from '../../../../lib/credential/change';
import type { BackgroundCommand } from '../../../../lib/rpc/contract/background-contract';
import { changeOf, createWorld, headerOf, PAGE } from '../../../fakes/background-world';
import { smallState } from '../../../platform/test-state';

/*
 * docs/policies.md: what a policy leaves alone, and what it does by itself. What it refuses is in
 * forged-commands.test.ts.
 */

test.each<[object, BackgroundCommand]>([
  [{}, { kind: 'connect', page: PAGE }],
  [{ lookUpByIdOnly: true }, { kind: 'locate', page: PAGE, key: 'uuid', values: [] }],
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

test.each<[object, readonly Change[]]>([
  [{ mostRows: 2 }, [GRADE, EARLIER]],
  [{ mostCredits: 0 }, [GRADE, EARLIER]],
  [{ mostCredits: 1 }, [LATER]],
  [{ neverChange: ['recipient-email'] }, [GRADE]],
])('a run begins under %j', async (policy, changes) => {
  const world = await createWorld({ policy, state: smallState() });
  const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header: headerOf(changes) });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const run = prepared.value;
  await world.say({ kind: 'add-changes', run, from: 0, changes });
  expect(await world.say({ kind: 'begin-run', run })).toMatchObject({ ok: true });
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

import { expect, test } from 'vitest';
import type { RunId } from '../../../../lib/journal/entry';
import type { Change } from '../../../../lib/credential/change';
import { changeOf, createWorld, PAGE, type World, type WorldOptions } from '../../../fakes/background-world';
import { calm } from '../../../fakes/deferred';
import { credentialFields, smallState } from '../../../platform/test-state';

/* docs/product.md 2.6: what everybody sees after a run. The clock is moved by the test. */

const RECORD = '/v1/credential-net/';
const GRADES: readonly Change[] = [101, 102, 103].map((id) => changeOf(id, [['grade', null, 'B']]));
const PLAIN = [101, 102, 103].map((id) => credentialFields(id));

const worldWith = (more: WorldOptions = {}) =>
  createWorld({ looksUpPublic: true, rate: 0, state: smallState(PLAIN), ...more });
const asked = (world: World) =>
  world.standIn.log.filter(({ path }) => path.startsWith(RECORD)).map(({ path }) => path.split('/').at(-1));

async function checkOf(world: World, run: RunId) {
  for (let turns = 0; turns < 300; turns += 1) {
    await calm();
    const answer = await world.say({ kind: 'read-public-check', run });
    if (answer.ok && answer.value !== null && !answer.value.isAsking) return answer.value;
  }
  return null;
}

/** Lets the time come at which the background wants to be woken, and wakes it. */
async function later(world: World, run: RunId) {
  await checkOf(world, run);
  const at = world.wakeAt();
  if (at === null) throw new Error('it does not want to be woken');
  world.clock.advance(Math.max(0, at - world.clock.now()));
  const before = asked(world).length;
  await world.wake();
  for (let turns = 0; turns < 100 && asked(world).length === before; turns += 1) await calm();
  return checkOf(world, run);
}

async function runOf(world: World, changes = GRADES) {
  const run = await world.begin(changes);
  await world.rest(run);
  return run;
}

test('sees what was confirmed, as nobody, with the number of the credential alone', async () => {
  const world = await worldWith();
  const run = await runOf(world);
  expect(await checkOf(world, run)).toMatchObject({ sights: '---', askedAt: null });
  expect(await later(world, run)).toMatchObject({ sights: 'sss', nextAt: null });
  expect(asked(world)).toEqual(['101', '102', '103']);
  const requests = world.standIn.log.filter(({ path }) => path.startsWith(RECORD));
  expect(requests.map(({ method, auth, body }) => [method, auth, body])).toEqual(
    Array.from({ length: 3 }, () => ['GET', 'none', null]),
  );
  expect(world.wakeAt()).toBeNull();
});

test('asks those that are still old again, and no others', async () => {
  const world = await worldWith({ switches: { 'public-lag': 4 * 60_000 } });
  const run = await runOf(world);
  expect((await later(world, run))?.sights).toBe('ooo');
  expect((await later(world, run))?.sights).toBe('ooo');
  expect(await later(world, run)).toMatchObject({ sights: 'sss', nextAt: null });
  expect(asked(world)).toHaveLength(9);
});

test('ends after an hour with those that stay old', async () => {
  const world = await worldWith({ switches: { 'public-stale': 102 } });
  const run = await runOf(world);
  for (let times = 0; times < 7; times += 1) expect((await later(world, run))?.sights).toBe('sos');
  expect(await checkOf(world, run)).toMatchObject({ sights: 'sos', nextAt: null });
  expect(world.wakeAt()).toBeNull();
  expect(asked(world)).toHaveLength(9);
  // Somebody asks once more.
  world.standIn.setSwitch('public-stale', '0');
  world.standIn.edit('102', { grade: 'B' });
  await world.say({ kind: 'ask-public-now', run });
  await calm();
  expect(await checkOf(world, run)).toMatchObject({ sights: 'sss', nextAt: null });
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['private', { private: true }, 'p'],
  ['not published', { approve: false }, 'p'],
  ['revoked', { revoked_at: '2026-05-01T10:00:00.000Z' }, 'r'],
  ['as any other', {}, 's'],
])('a credential that is %s', async (_, fields, sight) => {
  const world = await worldWith({ state: smallState([credentialFields(101, fields)]) });
  const run = await runOf(world, GRADES.slice(0, 1));
  expect(await later(world, run)).toMatchObject({ sights: sight, nextAt: null });
});

test.each<[string, 'number' | 'own' | 'none', string | null, string]>([
  ['an own id, with its page', 'own', 'e101', 's'],
  ['an own id, with nothing to compare', 'own', null, 'n'],
  ['no id, with its page', 'none', 'e101', 's'],
  ['its number', 'number', null, 's'],
])('an answer with %s', async (_, where, reference, sight) => {
  const state = smallState([credentialFields(101, { license_id: 'L-1' })]);
  const world = await worldWith({ state, switches: { 'public-id': where } });
  const run = await runOf(world, [changeOf(101, [['grade', null, 'B']], { reference })]);
  expect((await later(world, run))?.sights).toBe(sight);
});

test('goes on after the background was stopped', async () => {
  const world = await worldWith({ switches: { 'public-stale': 102 } });
  const run = await runOf(world);
  expect((await later(world, run))?.sights).toBe('sos');
  await world.restart();
  expect((await later(world, run))?.sights).toBe('sos');
  expect(asked(world)).toEqual(['101', '102', '103', '102']);
});

test('asks once more when the browser was closed for days', async () => {
  const world = await worldWith({ switches: { 'public-stale': 102 } });
  const run = await runOf(world);
  await later(world, run);
  world.clock.advance(3 * 24 * 60 * 60_000);
  await world.restart();
  await calm();
  expect(await checkOf(world, run)).toMatchObject({ sights: 'sos', nextAt: null });
  expect(asked(world)).toHaveLength(4);
});

test('asks for nothing of which everybody sees nothing', async () => {
  const world = await worldWith();
  const run = await runOf(world, [
    changeOf(101, [['recipient-email', 'p101@example.com', 'new@example.com']]),
  ]);
  expect(await checkOf(world, run)).toMatchObject({ sights: 'h', nextAt: null });
  expect(asked(world)).toEqual([]);
});

test('an entry that a later run changes says nothing any more', async () => {
  const world = await worldWith({ switches: { 'public-stale': 102 } });
  const first = await runOf(world);
  await later(world, first);
  world.clock.advance(1_000);
  const second = await runOf(world, [changeOf(102, [['grade', 'B', 'C']])]);
  await later(world, second);
  expect((await later(world, first))?.sights).toBe('sls');
});

test('a platform that does not answer is no proof that anything is old', async () => {
  const world = await worldWith({
    onRequest: ({ url }) => {
      if (url.includes(RECORD)) throw new Error('offline');
    },
  });
  const run = await runOf(world);
  expect((await later(world, run))?.sights).toBe('nnn');
});

test('no answer leaves the sight that was there before it', async () => {
  let isOffline = false;
  const world = await worldWith({
    switches: { 'public-stale': 102 },
    onRequest: ({ url }) => {
      if (isOffline && url.includes(RECORD)) throw new Error('offline');
    },
  });
  const run = await runOf(world);
  expect((await later(world, run))?.sights).toBe('sos');
  isOffline = true;
  expect(await later(world, run)).toMatchObject({ sights: 'sos', nextAt: expect.any(Number) as number });
  isOffline = false;
  world.standIn.setSwitch('public-stale', '0');
  world.standIn.edit('102', { grade: 'B' });
  expect(await later(world, run)).toMatchObject({ sights: 'sss', nextAt: null });
});

/** [switches, how often it is looked up, what is learned] */
test.each<[NonNullable<WorldOptions['switches']>, number, string | undefined]>([
  [{}, 1, 'at-once'],
  [{ 'public-lag': 60_000 }, 1, undefined],
  [{ 'public-lag': 60_000 }, 2, 'later'],
  [{ 'public-stale': 102 }, 6, undefined],
  [{ 'public-stale': 102 }, 7, 'stays-old'],
])('%j, looked up %i times: the account is remembered as %s', async (switches, times, learned) => {
  const world = await worldWith({ switches });
  const run = await runOf(world);
  for (let time = 0; time < times; time += 1) await later(world, run);
  const connected = await world.say({ kind: 'connect', page: PAGE });
  expect(connected.ok && connected.value.learned?.public?.is).toBe(learned);
});

test('nothing is asked where the organisation says so, also not by a forged command', async () => {
  const world = await worldWith({ policy: { publicRecord: 'off' } });
  const run = await runOf(world);
  await world.wake();
  await calm();
  expect(await world.say({ kind: 'read-public-check', run })).toEqual({ ok: true, value: null });
  expect(await world.say({ kind: 'ask-public-now', run })).toEqual({
    ok: false,
    problem: { code: 'not-allowed', by: 'publicRecord' },
  });
  world.clock.advance(3_600_000);
  await world.wake();
  await calm();
  expect(asked(world)).toEqual([]);
});

test('a policy that comes later ends what was begun', async () => {
  const policy: { publicRecord?: string } = {};
  const world = await worldWith({ policy, switches: { 'public-stale': 102 } });
  const run = await runOf(world);
  await later(world, run);
  policy.publicRecord = 'off';
  world.clock.advance(Math.max(0, (world.wakeAt() ?? 0) - world.clock.now()));
  await world.wake();
  await calm();
  expect(await checkOf(world, run)).toMatchObject({ sights: 'sos', nextAt: null });
  expect(asked(world)).toHaveLength(3);
});

test('what is stored goes with the values of the run', async () => {
  const kept = new Map<string, unknown>();
  const world = await worldWith({ kept, switches: { 'public-stale': 102 } });
  const run = await runOf(world);
  await later(world, run);
  // Positions and signs; no name, no value, no id of a credential.
  expect(JSON.stringify(kept.get('public-checks'))).not.toMatch(/10[123]|example|"B"|Person/);
  await world.say({ kind: 'forget-values', run });
  expect(kept.get('public-checks')).toEqual({ checks: [] });
  expect(await world.say({ kind: 'read-public-check', run })).toEqual({ ok: true, value: null });
});

test.each([{ checks: 'none' }, { checks: [{ run: 'run-0-1', sights: '?' }] }, 7, null])(
  'a storage that nobody can read counts as empty: %j',
  async (stored) => {
    const world = await worldWith({ kept: new Map([['public-checks', stored]]) });
    const run = await runOf(world);
    expect((await later(world, run))?.sights).toBe('sss');
  },
);

test('a run of which nothing is to be kept is not looked up', async () => {
  const world = await worldWith({ policy: { daysOfHistory: 0 } });
  const run = await runOf(world);
  await world.wake();
  await calm();
  expect(await world.say({ kind: 'read-public-check', run })).toEqual({ ok: true, value: null });
});

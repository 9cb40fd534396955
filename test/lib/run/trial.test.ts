import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { credentialFields, smallState } from '../../platform/test-state';
import { changeOf, createWorld, PAGE, type World } from '../../fakes/background-world';

/* A run that is tried on its first rows (docs/product.md 2.5) pauses by itself before the rest. */

const AFTER_TRIAL = { kind: 'paused', reason: { kind: 'trial' } };
const IDS = [101, 102, 103, 104, 105];
const state = smallState(IDS.map((id) => credentialFields(id)));
const changes = IDS.map((id) => changeOf(id, [['recipient-name', `Person ${id}`, `Persona ${id}`]]));

const written = (world: World) => world.writes().map(({ path }) => path.split('/').at(-1));
const stateOf = async ({ journal }: World, run: RunId) => (await journal.readRun(run))?.record.state;
const countsOf = async ({ journal }: World, run: RunId) => (await journal.readRun(run))?.counts;

test('it pauses when the first rows are settled, and nothing else was sent', async () => {
  const world = await createWorld({ state });
  const run = await world.begin(changes, { trial: 2 });
  await world.rest(run);
  expect(await stateOf(world, run)).toEqual(AFTER_TRIAL);
  expect(written(world)).toEqual(['101', '102']);
  expect(await countsOf(world, run)).toMatchObject({ applied: 2, planned: 3 });
});

test('the pause outlives the background and a sign-in, and nothing is sent meanwhile', async () => {
  const world = await createWorld({ state });
  const run = await world.begin(changes, { trial: 2 });
  await world.rest(run);
  await world.restart();
  await world.say({ kind: 'connect', page: PAGE });
  await world.restart();
  expect(await stateOf(world, run)).toEqual(AFTER_TRIAL);
  expect(written(world)).toEqual(['101', '102']);
});

test('a "Resume" that was meant for an earlier pause does not send the rest', async () => {
  const world = await createWorld({ state });
  const run = await world.begin(changes, { trial: 2 });
  await world.rest(run);
  expect(await world.say({ kind: 'resume-run', run })).toEqual({ ok: true, value: null });
  await world.restart();
  expect(await stateOf(world, run)).toEqual(AFTER_TRIAL);
  expect(written(world)).toEqual(['101', '102']);
});

test('it goes on with the rest when asked to, once, also after the background died', async () => {
  const world = await createWorld({ state });
  const run = await world.begin(changes, { trial: 2 });
  await world.rest(run);
  await world.say({ kind: 'resume-run', run, after: 'trial' });
  await world.say({ kind: 'pause-run', run });
  await world.restart();
  await world.say({ kind: 'resume-run', run });
  await world.rest(run);
  expect(await stateOf(world, run)).toEqual({ kind: 'finished' });
  expect(written(world)).toEqual(['101', '102', '103', '104', '105']);
  expect(await world.journal.listRuns()).toHaveLength(1);
});

test('a pause within the trial ends by "Resume", and the trial goes on', async () => {
  const world = await createWorld({ state });
  world.standIn.setFaults(['signed-out:method=PUT']);
  const run = await world.begin(changes, { trial: 2 });
  await world.rest(run);
  expect(await stateOf(world, run)).toMatchObject({ kind: 'paused', reason: { kind: 'signed-out' } });
  world.standIn.setFaults([]);
  await world.say({ kind: 'resume-run', run, after: 'trial' });
  expect(await stateOf(world, run), 'there is no trial to go on after').toMatchObject({ kind: 'paused' });
  await world.say({ kind: 'resume-run', run });
  await world.rest(run);
  expect(await stateOf(world, run)).toEqual(AFTER_TRIAL);
  expect(new Set(written(world))).toEqual(new Set(['101', '102']));
});

test('cancelled after its trial: the rest is never sent, and is counted as cancelled', async () => {
  const world = await createWorld({ state });
  const run = await world.begin(changes, { trial: 2 });
  await world.rest(run);
  await world.say({ kind: 'cancel-run', run });
  await world.restart();
  expect(await stateOf(world, run)).toEqual({ kind: 'cancelled' });
  expect(await countsOf(world, run)).toMatchObject({ applied: 2, cancelled: 3, planned: 0 });
  expect(written(world)).toEqual(['101', '102']);
});

test.each([
  ['as many as there are', 5],
  ['more than there are', 9],
])('a trial of %s ends with the run', async (_name, trial) => {
  const world = await createWorld({ state });
  const run = await world.begin(changes, { trial });
  await world.rest(run);
  expect(await stateOf(world, run)).toEqual({ kind: 'finished' });
  expect(written(world)).toHaveLength(5);
});

test('a refused row is settled too: the trial shows what is not taken', async () => {
  const world = await createWorld({ state });
  const refused = changeOf(999, [['recipient-name', 'Person 999', 'Persona 999']]);
  const run = await world.begin([refused, ...changes.slice(1)], { trial: 1 });
  await world.rest(run);
  expect(await stateOf(world, run)).toEqual(AFTER_TRIAL);
  expect(await countsOf(world, run)).toMatchObject({ rejected: 1, planned: 4 });
});

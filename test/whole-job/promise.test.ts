import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';

/* docs/product.md 2.5: an update that has to keep what was promised, through the whole job. */

const state = generateState({ credentials: 40, seed: 3, today: '2026-11-22' });
const people = state.credentials.filter(({ group_id }) => group_id === MAIN_GROUP).slice(0, 5);
const listOf = (rows: readonly (typeof people)[number][]) =>
  sheetText([
    ['Credential ID', 'Recipient Name'],
    ...rows.map(({ id, recipient }) => [String(id), `${recipient.name}-Fox`]),
  ]);

/** The last question about five names, of which so many were promised. */
async function promisedJob(names: string, policy: object = {}) {
  const job = await jobOverPlatform({ state, policy });
  const { session } = job;
  await job.open(listOf(people));
  await job.review();
  session.promise.promiseNumber('recipient-name', names);
  session.promise.promiseNumber('recipient-email', '0');
  await job.begin();
  const writes = () => job.standIn.log.filter(({ method, part }) => method === 'PUT' && part === 'api');
  return { job, session, writes };
}

test('a promise that is kept is not in the way', async () => {
  const { job, writes } = await promisedJob('5');
  await job.end();
  expect(writes()).toHaveLength(5);
});

test('a miss stops the update, also one that is begun without its button, and a trial', async () => {
  const { session, writes } = await promisedJob('4');
  expect(session.promise.misses.peek()).toEqual([
    { kind: 'other-number', of: 'recipient-name', promised: 4, found: 5 },
  ]);
  expect(session.promise.isKept.peek()).toBe(false);
  await session.trial.choose();
  await session.updateNow({ isTrial: true });
  await session.updateNow({ keepsNothing: true });
  expect(session.run.phase.peek().kind).toBe('confirming');
  expect(writes()).toEqual([]);
});

test('it is overruled by the number of credentials, for this very miss', async () => {
  const { job, session, writes } = await promisedJob('4');
  session.promise.overrule('4');
  expect(session.promise.isKept.peek()).toBe(false);
  session.promise.overrule('5');
  expect(session.promise.isKept.peek()).toBe(true);
  session.promise.promiseNumber('credentials', '6');
  expect(session.promise.isKept.peek(), 'another miss').toBe(false);
  session.promise.overrule('5');
  session.run.dismiss();
  await session.confirm();
  expect(session.promise.isKept.peek(), 'another plan').toBe(false);
  session.promise.overrule('5');
  await session.updateNow();
  await job.end();
  expect(writes()).toHaveLength(5);
});

test('it holds after "Not yet", and goes with its sheet', async () => {
  const { job, session } = await promisedJob('4');
  session.run.dismiss();
  await session.confirm();
  expect(session.promise.misses.peek()).toHaveLength(1);
  session.run.dismiss();
  await job.open(listOf(people.slice(0, 3)));
  expect(session.promise.promise.peek().numbers.size).toBe(0);
});

test('where the organisation wants it, all that changes is named, and nothing is overruled', async () => {
  const { job, session, writes } = await promisedJob('5', { promiseRequired: true });
  expect(session.promise.misses.peek()).toEqual([{ kind: 'unpromised', of: 'credentials' }]);
  session.promise.overrule('5');
  await session.updateNow();
  expect(session.run.phase.peek().kind).toBe('confirming');
  session.promise.promiseNumber('credentials', '5');
  await session.updateNow();
  await job.end();
  expect(writes()).toHaveLength(5);
  const [run] = await job.journal.listRuns();
  expect(run?.record.promise?.numbers).toContainEqual({ of: 'credentials', number: 5 });
});

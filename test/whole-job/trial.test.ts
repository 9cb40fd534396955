import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { groupOf } from '../platform/platform-watch';

/* docs/product.md 2.5: an update that is tried on three rows first, through the whole job. */

const state = generateState({ credentials: 40, seed: 3, today: '2026-11-22' });
const people = state.credentials.filter(({ group_id }) => group_id === MAIN_GROUP).slice(0, 8);

/** A list that corrects eight names, of which one gets another grade as well. */
async function triedJob() {
  const job = await jobOverPlatform({ state });
  await job.open(
    sheetText([
      ['Credential ID', 'Recipient Name', 'Grade'],
      ...people.map(({ id, recipient }, at) => [
        String(id),
        `${recipient.name}-Fox`,
        at === 5 ? 'Merit' : '',
      ]),
    ]),
  );
  await job.review();
  const { session } = job;
  await job.begin({ isTrial: true });
  await job.until(() => session.trial.tried.peek() !== null, 'after the trial');
  const namesNow = () => {
    const all = groupOf(job.standIn.state(), MAIN_GROUP);
    return people.map(({ id }) => all.find((one) => one.id === id)?.recipient.name);
  };
  const written = () => namesNow().map((name) => name?.endsWith('-Fox') === true);
  return { job, session, written, namesNow };
}

const TRIED = [true, true, false, false, false, true, false, false];
const all = (value: boolean) => people.map(() => value);

test('three rows are sent, shown with their links, and the rest waits', async () => {
  const { session, written } = await triedJob();
  expect(written()).toEqual(TRIED);
  const phase = session.run.phase.peek();
  expect(phase.kind === 'watching' && phase.progress.counts).toMatchObject({ applied: 3, planned: 5 });
  const tried = session.trial.tried.peek() ?? [];
  expect(tried.map(({ change }) => change.row)).toEqual([2, 3, 7]);
  for (const {
    state: { kind },
    change,
  } of tried) {
    expect(kind).toBe('applied');
    expect(change.reference).not.toBeNull();
  }
});

test('"Go on" sends the rest, as one run whose result has the order of the sheet', async () => {
  const { job, session, written } = await triedJob();
  await session.run.goOn();
  const entries = await job.end();
  expect(written()).toEqual(all(true));
  expect(entries.map(({ change }) => change.row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await job.journal.listRuns()).toHaveLength(1);
  const lines = new TextDecoder().decode(await job.resultFile('all')).trim();
  expect(lines.length).toBeGreaterThan(0);
});

test('"Undo these" leads to a review of the three, and the rest was never sent', async () => {
  const { job, session, written, namesNow } = await triedJob();
  await session.undoTrial('Undo of list');
  await job.until(() => session.review.phase.peek().kind === 'ready', 'reviewed again');
  const phase = session.review.phase.peek();
  expect(phase.kind === 'ready' && phase.state.summary.toUpdate).toBe(3);
  await job.update();
  expect(written()).toEqual(all(false));
  expect(namesNow()).toEqual(people.map(({ recipient }) => recipient.name));
  const runs = await job.journal.listRuns();
  expect(runs.map(({ record, counts }) => [record.state.kind, counts.applied, counts.cancelled])).toEqual([
    ['finished', 3, 0],
    ['cancelled', 3, 5],
  ]);
});

test('pressed twice in a hurry, each button does its work once', async () => {
  const { job, session } = await triedJob();
  await Promise.all([session.run.goOn(), session.run.goOn(), session.run.resume()]);
  await job.end();
  const writes = job.standIn.log.filter(({ method, part }) => method === 'PUT' && part === 'api');
  expect(writes).toHaveLength(people.length);
});

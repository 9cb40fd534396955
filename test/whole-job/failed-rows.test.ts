import Papa from 'papaparse';
import { read, utils } from 'sheetjs-ce';
import { expect, test } from 'vitest';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { generateState } from '../platform/generate/generate-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, expectState, groupOf, putsOf, type WantedFields } from '../platform/platform-watch';

/*
 * docs/product.md 2.6: what was not updated is reported in the results, can be tried again, and can
 * be dropped again as it is. (The buttons, in the browser: test/e2e/result-corrected.spec.ts,
 * result-skipped.spec.ts and unseen.spec.ts.)
 */

const state = generateState({ credentials: 20, seed: 1, today: '2026-11-22' });
const HEADER = ['Credential ID', 'Grade'];

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

/** A job with these grades for the first credentials of the group, reviewed. */
async function reviewed(grades: readonly string[]) {
  const job = await jobOverPlatform({ state });
  const before = job.standIn.state();
  const ids = groupOf(before, MAIN_GROUP)
    .slice(0, grades.length)
    .map(({ id }) => id);
  await job.open(sheetText([HEADER, ...ids.map((id, row) => [String(id), at(grades, row)])]));
  expect((await job.review()).summary).toMatchObject({ toUpdate: ids.length, withErrors: 0 });
  return { job, before, ids };
}

const kindsIn = (entries: Awaited<ReturnType<Job['end']>>) => entries.map((entry) => entry.state.kind);
const sentIn = (job: Job, from: number) => putsOf(job.standIn, from).map(({ id }) => Number(id));

test('what the platform refused is sent again, and nothing else', async () => {
  const { job, before, ids } = await reviewed(Array<string>(8).fill('Merit'));
  const { standIn, session } = job;
  const refused = at(ids, 3);
  standIn.setFaults([`500:method=PUT:path=/v1/credentials/${refused}`]);
  const applied = Array<string>(8).fill('applied');
  expect(kindsIn(await job.update())).toEqual(applied.with(3, 'rejected'));

  standIn.setFaults([]);
  const from = standIn.log.length;
  void session.run.retry();
  await job.until(() => session.run.phase.peek().kind !== 'over', 'begun again');
  // Both runs are reported as one result.
  expect(kindsIn(await job.end())).toEqual(applied);
  expect(sentIn(job, from)).toEqual([refused]);
  expectState(standIn.state(), before, new Map(ids.map((id) => [id, { grade: 'Merit' }])), 0);
});

/**
 * Begins, and cancels in the run's first pause, which five faults of the server in a row lead to.
 */
async function pausedAndCancelled(job: Job): Promise<void> {
  const { session } = job;
  job.standIn.setFaults(['500:method=PUT']);
  await job.begin();
  await job.until(() => {
    const phase = session.run.phase.peek();
    return phase.kind === 'watching' && phase.progress.run.state.kind === 'paused';
  }, 'paused');
  const phase = session.run.phase.peek();
  expect(phase).toMatchObject({
    progress: { run: { state: { kind: 'paused', reason: { kind: 'failures' } } } },
  });
  await session.run.cancel();
  await job.end();
  job.standIn.setFaults([]);
}

test('rows that were not sent because of Cancel say so', async () => {
  const { job } = await reviewed(Array<string>(12).fill('Merit'));
  await pausedAndCancelled(job);
  const sheet = at(Object.values(read(await job.resultFile('all')).Sheets), 0);
  const cells: string[][] = utils.sheet_to_json(sheet, { header: 1 });
  const cancelled = cells.filter((row) => row[2] === 'cancelled');
  expect(cancelled.length).toBeGreaterThan(0);
  expect(new Set(cancelled.map((row) => row[3]))).toEqual(new Set(['Cancelled: not updated.']));
});

test('the failed rows as CSV hold no formula, and dropped again they are the same rows', async () => {
  const odd = ['=1+1', '+1', '-5', '@A', "'=A", '007'];
  // Enough of them that the pause after five faults finds some that are still to be sent.
  const grades = [...odd, ...odd];
  const { job, before, ids } = await reviewed(grades);
  const { standIn, session } = job;
  await pausedAndCancelled(job);
  expectState(standIn.state(), before, new Map(), 0);

  session.chooseResultFormat('csv');
  // The mark of its bytes is what Excel knows UTF-8 by.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await job.resultFile('failed'));
  expect(text.startsWith('\uFEFF"Credential ID","Grade","Update status"')).toBe(true);
  expect(text).toContain(`"${at(ids, 0)}","'=1+1"`);
  expect(text).not.toMatch(/(?:^|,)"[=+\-@]/m);

  // As a spreadsheet program saves it again: by semicolons, without quotes, with no mark of its
  // bytes.
  const again = Papa.unparse(Papa.parse(text.slice(1), { skipEmptyLines: true }).data, { delimiter: ';' });
  expect(again).toContain(`;'@A;`);
  const from = standIn.log.length;
  session.startOver();
  await job.open(fileOf('twelve failed rows.csv', again));
  expect((await job.review()).summary).toMatchObject({
    rows: ids.length,
    toUpdate: ids.length,
    withErrors: 0,
  });
  await job.update();
  expect(sentIn(job, from).toSorted()).toEqual(ids.toSorted());
  const wanted = new Map<number, WantedFields>(ids.map((id, row) => [id, { grade: at(grades, row) }]));
  expectState(standIn.state(), before, wanted, 0);
});

import { expect, test } from 'vitest';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, groupOf } from '../platform/platform-watch';

/* docs/product.md 2.6: results are dropped again as they are, also where the key was changed. */

async function jobOf() {
  const job = await jobOverPlatform({
    state: generateState({ credentials: 12, seed: 1, today: '2026-11-22' }),
  });
  const group = groupOf(job.standIn.state(), MAIN_GROUP);
  const emailOf = ({ recipient }: (typeof group)[number]) => recipient.email;
  const alone = group.filter((one) => group.filter((of) => emailOf(of) === emailOf(one)).length === 1);
  return { job, people: alone.slice(0, 6) };
}

/** Opens the results of a run in the same panel, and lets the group be read. */
async function openResults(job: Awaited<ReturnType<typeof jobOf>>['job']) {
  const file = fileOf('results.xlsx', await job.resultFile('all'));
  job.session.startOver();
  await job.open(file);
  return (await job.review()).summary;
}

test('of a list of old and new e-mails: the ids of the results are the key', async () => {
  const { job, people } = await jobOf();
  const rows = people.map(({ recipient }, n) => [
    recipient.email,
    `new.${n}@northfield.test`,
    'Distinction!',
  ]);
  await job.open(sheetText([['Old Email', 'New Email', 'Grade'], ...rows]));
  job.assign({
    'Old Email': { attribute: 'Present Email (to match by)' },
    'New Email': { attribute: 'Recipient Email' },
    Grade: { attribute: 'Grade' },
  });
  expect((await job.review()).summary).toMatchObject({ toUpdate: 6, notMatched: 0 });
  await job.update();
  expect(await openResults(job)).toMatchObject({ rows: 6, unchanged: 6, notMatched: 0, withErrors: 0 });
  expect(job.session.assign.state.peek()?.assignment.key).toBe('credential-id');
  expect(job.targets()).toMatchObject({ 'Credential ID (updated)': 'Credential ID' });
});

test('of a sheet whose key is as it was: it stays the key', async () => {
  const { job, people } = await jobOf();
  const rows = people.map(({ recipient }) => [recipient.email, 'Distinction!']);
  await job.open(sheetText([['Email', 'Grade'], ...rows, ['nobody@northfield.test', 'A']]));
  expect((await job.review()).summary).toMatchObject({ toUpdate: 6, notMatched: 1 });
  await job.update();
  expect(await openResults(job)).toMatchObject({ rows: 7, unchanged: 6, notMatched: 1 });
  expect(job.session.assign.state.peek()?.assignment.key).toBe('recipient-email');
  expect(
    at(
      Object.entries(job.targets()).filter(([header]) => header.startsWith('Credential ID')),
      0,
    ),
  ).toEqual(['Credential ID (updated)', 'skip']);
});

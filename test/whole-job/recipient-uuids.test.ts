import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { expectState, groupOf } from '../platform/platform-watch';

/*
 * A recipient id may be the UUID of the credential (docs/platform.md, Read a group). It tells
 * credentials apart like any other.
 */

/** [whose recipient ids are UUIDs, the header, what rows are matched by] */
test.each([
  ['all', 'Recipient ID', 'Recipient ID'],
  ['every second', 'Recipient ID', 'Recipient ID'],
  ['all', 'Reference', 'Credential UUID / public URL'],
] as const)('%s, under %s', async (whose, header, key) => {
  const state = generateState({ credentials: 12, seed: 5, today: '2026-11-22' });
  const credentials = state.credentials.map((one, at) => {
    const id = whose === 'all' || at % 2 === 0 ? one.uuid : `R-${one.id}`;
    return { ...one, recipient: { ...one.recipient, id } };
  });
  const job = await jobOverPlatform({ state: { ...state, credentials } });
  const before = job.standIn.state();
  const group = groupOf(before, MAIN_GROUP);
  const rows = group.map(({ id, recipient }) => [recipient.id ?? '', `G ${id}`]);
  await job.open(sheetText([[header, 'Grade'], ...rows]));
  const { summary } = await job.review();
  expect(job.targets()).toEqual({ [header]: key, Grade: 'Grade' });
  expect(summary).toMatchObject({ toUpdate: group.length, notMatched: 0, withErrors: 0 });
  await job.update();
  expectState(job.standIn.state(), before, new Map(group.map(({ id }) => [id, { grade: `G ${id}` }])), 0);
});

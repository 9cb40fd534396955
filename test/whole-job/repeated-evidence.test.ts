import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, groupOf } from '../platform/platform-watch';

/*
 * docs/product.md 2.5: a browser sends a POST again by itself when a connection breaks. Evidence
 * that is there more than once by that is taken away again, through the whole job.
 */

test('evidence that a browser sent twice is there once in the end, and the result says so', async () => {
  const job = await jobOverPlatform({
    state: generateState({ credentials: 12, seed: 1, today: '2026-11-22' }),
  });
  const people = groupOf(job.standIn.state(), MAIN_GROUP).slice(0, 2);
  const link = (row: number) => `https://portfolio.northfield.test/new/${row}`;
  const rows = people.map(({ id }, row) => [String(id), link(row), 'Thesis']);
  await job.open(sheetText([['Credential ID', 'Evidence URL 1', 'Evidence Description 1'], ...rows]));
  expect((await job.review()).summary).toMatchObject({ toUpdate: 2, withErrors: 0 });
  const before = people.map(({ evidence_items: items }) => items.length);
  job.standIn.setFaults(['repeated:method=POST:path=/v1/credentials:times=1']);
  const entries = await job.update();
  const doubled = [{ attribute: 'evidence-url-1', times: 2, removed: 1 }];
  expect(entries.map(({ state }) => state)).toMatchObject([
    { kind: 'applied', doubled },
    { kind: 'applied' },
  ]);
  expect(at(entries, 1).state).not.toHaveProperty('doubled');
  const after = people.map(({ id }) => {
    const items = groupOf(job.standIn.state(), MAIN_GROUP).find((one) => one.id === id)?.evidence_items ?? [];
    return items.map(({ link_url: url }) => url);
  });
  expect(after.map((items) => items.length)).toEqual(before.map((count) => count + 1));
  expect(after.map((items, row) => items.filter((url) => url === link(row)).length)).toEqual([1, 1]);
  job.session.chooseResultFormat('csv');
  expect(new TextDecoder().decode(await job.resultFile('all'))).toContain(
    'The connection broke, so Accredible had Evidence URL 1 2 times. The extra copies were removed.',
  );
});

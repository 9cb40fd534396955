import { readFileSync } from 'node:fs';
import { expect, type Frame, type Page } from '@playwright/test';
import { at, groupOf, writesOf } from '../platform/platform-watch';
import { panelOn, reviewSheet, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
  updateButton,
} from './panel';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.5, To be on the safe side: with the production build. */

test.use({ platformOptions: { generate: 20 } });

/** The button for the next sheet, after a run. */
const NEXT = 'Update from another sheet';

interface Request {
  readonly does: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly only?: string;
}

/** Saves what a button of the last question makes, and gives its bytes and name. */
async function saved(page: Page, panel: Frame, button: string | RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a rehearsal has the bytes of the run, and a backup leads back', async ({ world }) => {
  const { standIn } = world.platform;
  const before = groupOf(standIn.state(), 555);
  const people = before.slice(0, 5);
  const { page, panel } = await panelOn(world);
  await reviewSheet(panel, {
    name: 'five.csv',
    text: sheetText([
      ['Credential ID', 'Recipient Name', 'Grade'],
      ...people.map(({ id, recipient }, nth) => [
        String(id),
        `${recipient.name} Stone`,
        nth === 0 ? 'Honours' : '',
      ]),
    ]),
  });
  await updateButton(panel).click();
  await panel.getByText('To be on the safe side').click();
  const from = standIn.log.length;
  const rehearsal = await saved(page, panel, 'Save the requests');
  await expect(panel.getByText('Saved: 5 requests that change something.')).toBeVisible();
  await expect(panel.getByText('1 row depends on whether the platform takes a grade.')).toBeVisible();
  const backup = await saved(page, panel, 'Save a backup of 5 credentials');
  expect([rehearsal.name, backup.name].map((name) => name.split('.').at(-1))).toEqual(['jsonl', 'xlsx']);
  expect(writesOf(standIn, from)).toEqual([]);

  await panel.getByRole('button', { name: 'Update now' }).click();
  await runIsFinished(panel);
  const lines = rehearsal.bytes.toString('utf8').trimEnd().split('\n').slice(1);
  const requests = lines.map((line) => JSON.parse(line) as Request);
  const expected = requests
    .filter(({ does, only }) => does === 'write' && only === undefined)
    .map(({ method, url, body }) => `${method} ${url} ${body}`);
  const sent = writesOf(standIn, from).map(
    ({ method, host, path, body }) => `${method} https://${host}${path} ${JSON.stringify(body)}`,
  );
  expect(sent.toSorted()).toEqual(expected.toSorted());

  await panel.getByRole('button', { name: NEXT }).click();
  await panel.getByLabel('Spreadsheet file').setInputFiles({
    name: backup.name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: backup.bytes,
  });
  await expect(panel.getByText(/^Backup of 5 credentials from/)).toBeVisible();
  await assignColumns(panel, {});
  expect(await openReview(panel)).toMatchObject({ toUpdate: 5, errors: 0 });
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 5, failed: 0 });
  const values = (all: typeof before) =>
    all.map(({ id, recipient, grade, expired_on }) => ({ id, recipient, grade, expired_on }));
  expect(values(groupOf(standIn.state(), 555))).toEqual(values(before));
});

test('a trial of three rows is undone; another one goes on', { tag: '@long' }, async ({ world }) => {
  const { standIn } = world.platform;
  const people = groupOf(standIn.state(), 555).slice(0, 5);
  const nameOf = (nth: number) => at(groupOf(standIn.state(), 555), nth).recipient.name;
  const { panel } = await panelOn(world);
  const sheet = {
    name: 'five.csv',
    text: sheetText([
      ['Credential ID', 'Recipient Name'],
      ...people.map(({ id, recipient }) => [String(id), `${recipient.name} Stone`]),
    ]),
  };
  const tryIt = async () => {
    await updateButton(panel).click();
    await panel.getByText('To be on the safe side').click();
    await panel.getByRole('button', { name: 'Update 3 rows, then wait' }).click();
  };
  await reviewSheet(panel, sheet);
  await tryIt();
  await panel.getByRole('button', { name: 'Undo these 3' }).click();
  expect(await openReview(panel)).toMatchObject({ toUpdate: 3 });
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  expect(people.map((_, nth) => nameOf(nth))).toEqual(people.map(({ recipient }) => recipient.name));

  await panel.getByRole('button', { name: NEXT }).click();
  await reviewSheet(panel, sheet);
  await tryIt();
  await panel.getByRole('button', { name: 'Go on with the other 2' }).click();
  await runIsFinished(panel);
  expect(people.map((_, nth) => nameOf(nth))).toEqual(
    people.map(({ recipient }) => `${recipient.name} Stone`),
  );
});

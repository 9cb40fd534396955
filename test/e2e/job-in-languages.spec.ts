import { expect } from '@playwright/test';
import { read, utils } from 'sheetjs-ce';
import { sheetText } from '../fakes/sheet-text';
import { at, groupOf, putsOf } from '../platform/platform-watch';
import { panelOn, test, type World } from './extension-test';
import { saved } from './history-dialog';
import { chooseLanguage, jobIn } from './job-in-language';
import { assignColumns, openReview } from './panel';
import { wordsOf } from './words-of';

/*
 * The main job in another language, by the accessible names of that language, and its results in
 * English afterwards (docs/product.md 4, Language).
 */

test.use({ platformOptions: { generate: 20 } });

const NOTE = 'X-17';

async function jobInLanguage(world: World, language: string): Promise<void> {
  const words = wordsOf(language);
  const { standIn } = world.platform;
  const [named, graded, extended, kept] = groupOf(standIn.state(), 555).slice(4, 8);
  if (named === undefined || graded === undefined || extended === undefined || kept === undefined)
    throw new Error('the group is too small');
  await chooseLanguage(world.browser, language);
  const { page, panel } = await panelOn(world);
  await expect(panel.locator('html')).toHaveAttribute('lang', language);
  await expect(panel.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
  const job = jobIn(words, panel);

  const headers = [
    ...[words('attribute_credential_id'), words('attribute_recipient_name')],
    ...[words('attribute_expiry_date'), NOTE],
  ];
  const row = (of: typeof named, edits: { name?: string; expiry?: string; grade?: string } = {}) => [
    ...[String(of.id), edits.name ?? of.recipient.name],
    ...[edits.expiry ?? of.expired_on ?? '', edits.grade ?? of.grade ?? ''],
  ];
  const sheet = sheetText([
    headers,
    row(named, { name: `${named.recipient.name} Whitcombe` }),
    row(graded, { grade: 'Summa' }),
    row(extended, { expiry: '2088-05-06' }),
    row(kept),
  ]);
  await job.drop({ name: 'corrections.csv', text: sheet });
  await job.assign(NOTE, words('attribute_grade'));
  await job.review();
  await job.confirm();
  const dialog = await job.ask(3);
  expect(putsOf(standIn)).toEqual([]);
  await job.update(dialog);
  expect(
    putsOf(standIn)
      .map(({ id }) => Number(id))
      .toSorted((a, b) => a - b),
  ).toEqual([named.id, graded.id, extended.id].toSorted((a, b) => a - b));

  const results = await saved(page, job.results());
  const [result] = Object.values(read(results.bytes).Sheets);
  const rows: string[][] = utils.sheet_to_json(at([result], 0) ?? {}, { header: 1 });
  expect(at(rows, 0)).toEqual([
    ...headers,
    ...[words('result_status'), words('result_message')],
    ...[words('result_credential'), words('result_link')],
  ]);
  expect(rows).toHaveLength(5);
  await page.close();

  // The same file is dropped in English: it is known as a result, and nothing is left to do.
  await chooseLanguage(world.browser, 'en');
  const english = await panelOn(world);
  await english.panel.getByLabel('Spreadsheet file').setInputFiles({
    name: 'results.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(results.bytes),
  });
  await assignColumns(english.panel, { [NOTE]: { attribute: 'Grade' } });
  expect(await openReview(english.panel)).toMatchObject({ rows: 4, toUpdate: 0, errors: 0, notMatched: 0 });
}

test('the whole job in German', { tag: '@long' }, async ({ world }) => {
  await jobInLanguage(world, 'de');
});

test('the whole job in Arabic, from right to left', { tag: '@long' }, async ({ world }) => {
  await jobInLanguage(world, 'ar');
});

import { readFile } from 'node:fs/promises';
import { expect, type Frame } from '@playwright/test';
import { test, type World } from './extension-test';
import { openGroup, openPanel } from './extension-browser';
import { everythingStored } from './extension-storage';
import { assignColumns, chooseSheet, groupIsRead, openReview } from './panel';
import { groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.3: an assignment is remembered per set of headers and group, can be seen and
 * forgotten.
 */

test.use({ platformOptions: { generate: 20 } });

const HEADERS = ['Badge number', 'Assessor remark', 'Payroll'];

async function openWith(
  { platform, browser }: World,
  headers: readonly string[],
  group = 555,
): Promise<Frame> {
  const page = await browser.context.newPage();
  await openGroup(page, group);
  const panel = await openPanel(page);
  const rows = groupOf(platform.standIn.state(), group)
    .slice(0, 3)
    .map(({ id }) => {
      const cells = new Map([
        ['Badge number', String(id)],
        ['Assessor remark', 'Merit'],
        ['Payroll', '4100'],
      ]);
      return headers.map((header) => cells.get(header) ?? '');
    });
  await chooseSheet(panel, { name: 'march.csv', text: sheetText([headers, ...rows]) });
  await groupIsRead(panel);
  return panel;
}

const attributeFor = (panel: Frame, header: string) =>
  panel.getByRole('combobox', { name: `Attribute for ${header}`, exact: true }).locator('option:checked');

test('decided once, restored the next time, and forgotten', { tag: '@long' }, async ({ world }) => {
  const first = await openWith(world, HEADERS);
  await expect(attributeFor(first, 'Assessor remark')).toHaveText('Choose an attribute');
  await assignColumns(first, {
    'Badge number': { attribute: 'Credential ID' },
    'Assessor remark': { attribute: 'Grade' },
  });
  expect(await openReview(first)).toMatchObject({ rows: 3 });
  const { local } = await everythingStored(await world.browser.background());
  expect(local).toContain('closed:assignment:');
  for (const mark of [...HEADERS, 'Merit', '4100']) expect(local).not.toContain(mark);

  // The next export has its columns in another order.
  // Nothing is left to decide, and every row is found: Review opens by itself, once.
  const next = await openWith(world, [...HEADERS].reverse());
  await expect(attributeFor(next, 'Assessor remark')).toHaveText('Grade');
  await expect(attributeFor(next, 'Payroll')).toHaveText('Skip');
  await expect(next.getByText('Restored from')).toBeVisible();
  await expect(next.getByRole('button', { name: 'Review changes' })).toBeEnabled();

  // Another group asks again.
  const other = await openWith(world, HEADERS, 556);
  await expect(attributeFor(other, 'Assessor remark')).toHaveText('Choose an attribute');

  await next.getByRole('button', { name: 'Forget it' }).click();
  await expect(attributeFor(next, 'Assessor remark')).toHaveText('Choose an attribute');
  await expect
    .poll(async () => (await everythingStored(await world.browser.background())).local)
    .not.toContain('assignment:');
});

test(
  'saved as a file and loaded by a colleague, whose sheet is of another group',
  { tag: '@long' },
  async ({ world }) => {
    const first = await openWith(world, HEADERS);
    await assignColumns(first, {
      'Badge number': { attribute: 'Credential ID' },
      'Assessor remark': { attribute: 'Description', blank: 'Clear' },
    });
    const [download] = await Promise.all([
      first.page().waitForEvent('download'),
      first.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Columns of Advanced Welding 2026.json');
    const file = await readFile(await download.path(), 'utf8');
    for (const mark of ['Merit', '4100']) expect(file).not.toContain(mark);

    const second = await openWith(world, HEADERS, 556);
    const load = second.getByLabel('Load from a file');
    await load.setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await expect(
      second.getByRole('status').filter({ hasText: 'holds no assignment of columns' }),
    ).toBeVisible();
    await load.setInputFiles({
      name: 'columns.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await expect(second.getByText('The file assigns 3 of the 3 columns.')).toBeVisible();
    await expect(attributeFor(second, 'Assessor remark')).toHaveText('Description');
    await expect(
      second.getByRole('combobox', { name: 'Blank cells in Assessor remark', exact: true }),
    ).toHaveValue('clear');
  },
);

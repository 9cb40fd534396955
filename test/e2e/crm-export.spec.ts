import { expect, type Frame, type Locator } from '@playwright/test';
import { test, type World } from './extension-test';
import { openGroup, openPanel } from './extension-browser';
import { runIsFinished, updateButton } from './panel';
import { groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * The job of an admin in a hurry: an export of a CRM program with names, grades and expiries, from
 * the tab to the end of the run. Every click is counted.
 */

test.use({ platformOptions: { generate: 60 } });

const HEADERS = [
  'Contact ID',
  'First Name',
  'Last Name',
  'Email',
  'Account Name',
  'Certification Grade',
  'Certification Expiration Date',
  'Contact Owner',
  'Last Modified Date',
  'Created By',
];

/** Forty people whose e-mail is theirs alone: three get another surname. */
function exportOf(world: World, month: number) {
  const members = groupOf(world.platform.standIn.state(), 555);
  const emails = members.map(({ recipient }) => recipient.email.toLowerCase());
  const alone = members.filter((_, at) => emails.filter((email) => email === emails[at]).length === 1);
  const people = alone.filter(({ recipient }) => recipient.name.includes(' ')).slice(0, 40);
  const rows = people.map(({ recipient }, n) => {
    const [given = '', ...rest] = recipient.name.split(' ');
    const expiry = `${month}/${(n % 27) + 1}/2031`;
    const grade = ['Distinction', 'Merit', 'Pass'][(n + month) % 3]!;
    return [
      ...[`0035g0000${1000 + n}QAB`, given, n % 15 === 3 ? 'Quartermaine' : rest.join(' ')],
      ...[recipient.email, 'Acme Ltd', grade, n % 2 === 0 ? expiry : ''],
      ...['Pat Okafor', '3/14/2026', 'Pat Okafor'],
    ];
  });
  return sheetText([HEADERS, ...rows]);
}

/** Does the job with as few clicks as it takes. Returns how many, without the confirmations. */
async function clicksOf(world: World, text: string): Promise<{ clicks: number; confirmations: number }> {
  const page = await world.browser.context.newPage();
  await openGroup(page, 555);
  let clicks = 1; // the tab
  const panel = await openPanel(page);
  const click = async (button: Locator) => {
    await button.click();
    clicks += 1;
  };
  await panel
    .getByLabel('Spreadsheet file')
    .setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  clicks += 1;
  const grid = panel.getByRole('grid', { name: 'Changes' });
  await expect(panel.getByText('40 of 40 rows match').or(grid)).toBeVisible();
  if (!(await grid.isVisible())) await click(panel.getByRole('button', { name: 'Review changes' }));
  await expect(grid).toBeVisible();
  await expect(panel.getByText('Looking in other groups')).toHaveCount(0);
  const confirmations = await confirmAll(panel);
  await click(updateButton(panel));
  await click(
    panel.getByRole('dialog', { name: 'Confirm update' }).getByRole('button', { name: 'Update now' }),
  );
  await runIsFinished(panel);
  await page.close();
  return { clicks, confirmations };
}

/** Confirms each kind of warning, whose checkbox may come into view with "Next". */
async function confirmAll(panel: Frame): Promise<number> {
  const kinds = panel.getByRole('checkbox', { name: /^Confirm: / });
  let done = 0;
  for (const kind of await kinds.all()) {
    await kind.check();
    done += 1;
  }
  await expect(updateButton(panel)).toBeEnabled();
  return done;
}

test('forty rows of a CRM export in at most ten clicks, the next export in at most six', async ({
  world,
}) => {
  const first = await clicksOf(world, exportOf(world, 5));
  expect(first.clicks + first.confirmations).toBeLessThanOrEqual(10);
  const sent = putsOf(world.platform.standIn);
  // One or two have their grade already, and no new expiry.
  expect(sent.length).toBeGreaterThanOrEqual(38);
  const renamed = sent.filter(({ body }) => JSON.stringify(body).includes('Quartermaine'));
  expect(renamed).toHaveLength(3);

  // The same headers again: nothing is left to decide, so Review opens by itself.
  const next = await clicksOf(world, exportOf(world, 6));
  expect(next.clicks).toBeLessThanOrEqual(6);
  expect(putsOf(world.platform.standIn).length).toBeGreaterThan(sent.length);
});

import { readFileSync } from 'node:fs';
import { expect, type Frame, type Page, type TestInfo } from '@playwright/test';
import { at, groupOf, putsOf, writesOf } from '../platform/platform-watch';
import { launchWithExtension, openGroup, openPanel, type ExtensionBrowser } from './extension-browser';
import { reviewSheet, test } from './extension-test';
import { beginUpdate, clearTheWay, runIsFinished, summaryOf, updateButton } from './panel';

/*
 * docs/four-eyes.md between two profiles of a browser, which have nothing in common but the
 * platform: one makes a list, the other one judges it and sends it.
 */

test.use({ platformOptions: { generate: 20 } });

const PASSPHRASE = 'violet kettle marched beyond seven lanterns';

test('a list of one profile is checked and sent in another @long', async ({ platform }, info) => {
  test.setTimeout(240_000);
  const { standIn } = platform;
  const group = groupOf(standIn.state(), 555);
  const [first, second, moved] = [1, 2, 4].map((nth) => at(group, nth));
  if (first === undefined || second === undefined || moved === undefined) throw new Error('a small group');
  const maker = await launchWithExtension({ platformPort: platform.port });
  const checker = await launchWithExtension({ platformPort: platform.port });
  try {
    const made = await panelIn(maker);
    await reviewSheet(made.panel, {
      name: 'autumn.csv',
      text: ['Credential ID,Grade', ...[first, second, moved].map(({ id }, n) => `${id},Grade ${n}`)].join(
        '\n',
      ),
    });
    const file = await sealed(made, info);
    expect(putsOf(standIn), 'nothing is sent by the one who makes the list').toEqual([]);
    await expect(refusal(made.panel, file, 'Ben Okoro')).resolves.toContain('made in this browser');

    // Meanwhile somebody edits one of them in the dashboard.
    standIn.edit(String(moved.id), { grade: 'Withdrawn' });
    const before = standIn.state().credentials;
    const other = await panelIn(checker, 556);
    await expect(refusal(other.panel, file, 'Ben Okoro')).resolves.toContain(
      'for the group Advanced Welding',
    );
    await other.page.close();
    const { page, panel } = await panelIn(checker);
    const damaged = Buffer.from(file);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
    await expect(refusal(panel, damaged, 'Ben Okoro')).resolves.toContain('changed or cut off');
    await expect(refusal(panel, file, 'ana GARCIA')).resolves.toContain('with this same name');
    await expect(refusal(panel, file, 'Ben Okoro', 'of nobody')).resolves.toContain('does not open the file');
    expect(writesOf(standIn), 'what is refused sends nothing').toEqual([]);

    await open(panel, file, 'Ben Okoro');
    expect(await summaryOf(panel)).toMatchObject({ toUpdate: 3, errors: 0 });
    await expect(panel.getByText('Ana García').first()).toBeVisible();
    await panel.getByText(/^1 of 3 has changed on /).click();
    await expect(panel.getByText(/Withdrawn/).first()).toBeVisible();
    // The second person leaves that one out with a note, and sends the others.
    await panel.getByRole('checkbox', { name: 'Include row 4' }).uncheck();
    const notes = await notesOf({ page, panel }, info);
    expect(writesOf(standIn), 'notes are a file').toEqual([]);
    await clearTheWay(panel);
    await expect(updateButton(panel)).toHaveText('Update 2 credentials');
    await beginUpdate(panel);
    await runIsFinished(panel);
    const now = groupOf(standIn.state(), 555);
    const gradeOf = ({ id }: typeof first) => now.find((one) => one.id === id)?.grade;
    expect([first, second, moved].map(gradeOf)).toEqual(['Grade 0', 'Grade 1', 'Withdrawn']);
    // Two writes, of the accepted field alone, and no other credential of the account has changed.
    const sent = writesOf(standIn).map(({ method, path, body }) => [method, path.split('/').at(-1), body]);
    const accepted = [first, second].map(({ id }, n) => [
      'PUT',
      String(id),
      { credential: { grade: `Grade ${n}` } },
    ]);
    expect(sent).toHaveLength(2);
    expect(sent).toEqual(expect.arrayContaining(accepted));
    const rest = (all: typeof before) => all.filter(({ id }) => id !== first.id && id !== second.id);
    expect(rest(standIn.state().credentials)).toEqual(rest(before));

    // The list was sent; the notes go back to who made it.
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await expect(refusal(panel, file, 'Ben Okoro')).resolves.toContain('were sent from here');
    await open(made.panel, notes, 'Ana García');
    await expect(made.panel.getByText('Ben Okoro has sent notes back')).toBeVisible();
    await expect(made.panel.getByText('She has withdrawn.')).toBeVisible();
    expect(putsOf(standIn)).toHaveLength(2);
    await page.close();
  } finally {
    await maker.close();
    await checker.close();
  }
});

async function panelIn({ context }: ExtensionBrowser, group = 555): Promise<{ page: Page; panel: Frame }> {
  const page = await context.newPage();
  await openGroup(page, group);
  return { page, panel: await openPanel(page) };
}

/** Saves the list from the last question, and gives its bytes. */
async function sealed({ page, panel }: { page: Page; panel: Frame }, info: TestInfo): Promise<Buffer> {
  await updateButton(panel).click();
  const dialog = panel.getByRole('dialog', { name: 'Confirm update' });
  await dialog.getByText('To be on the safe side').click();
  await dialog.getByLabel('Your name').fill('Ana García');
  await dialog.getByLabel('Passphrase').fill(PASSPHRASE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save for a second person' }).click(),
  ]);
  const path = info.outputPath('list.ucset');
  await download.saveAs(path);
  await dialog.getByRole('button', { name: 'Not yet' }).click();
  return readFileSync(path);
}

/** Saves a note about the row that is left out, and gives the bytes of the file. */
async function notesOf({ page, panel }: { page: Page; panel: Frame }, info: TestInfo): Promise<Buffer> {
  await panel.getByRole('button', { name: 'Notes for Ana García…' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Notes for Ana García' });
  await dialog.getByLabel(/^Row 4, /).fill('She has withdrawn.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the notes' }).click(),
  ]);
  const path = info.outputPath('notes.ucset');
  await download.saveAs(path);
  return readFileSync(path);
}

/** Drops a list, or notes, and opens it. */
async function open(panel: Frame, file: Buffer, by: string, passphrase = PASSPHRASE): Promise<void> {
  await panel.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Upload' }).click();
  await panel
    .getByLabel('Spreadsheet file')
    .setInputFiles({ name: 'list.ucset', mimeType: 'application/octet-stream', buffer: file });
  await panel.getByLabel('Your name').fill(by);
  await panel.getByLabel('Passphrase').fill(passphrase);
  await panel.getByRole('button', { name: 'Open to check' }).click();
}

/** Drops a file that is refused, and gives the sentence. */
async function refusal(panel: Frame, file: Buffer, by: string, passphrase?: string): Promise<string> {
  await open(panel, file, by, passphrase);
  return (await panel.getByRole('alert').textContent()) ?? '';
}

import type { Frame, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { assignColumns, beginUpdate, clearTheWay, openReview, runIsFinished } from './panel';
import { groupOf, type StandIn } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/** Ending of new names in the sheets of these tests: a mark of their values. */
export const MARK = 'Smith';

/** New names and grades for these rows of the group. */
export function sheetFor(standIn: StandIn, from: number, to: number): string {
  const rows = groupOf(standIn.state(), 555)
    .slice(from, to)
    .map(({ id, recipient }) => [String(id), `${recipient.name} ${MARK}`, 'Merit']);
  return sheetText([['Credential ID', 'Recipient Name', 'Grade'], ...rows]);
}

/** From the opened sheet to the end of its run. */
export async function runSheet(panel: Frame): Promise<void> {
  await assignColumns(panel, {});
  await openReview(panel);
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
}

/** Opens the history from the panel's head and gives its dialog. */
export async function openHistory(panel: Frame): Promise<Locator> {
  await panel.getByRole('button', { name: 'History', exact: true }).click();
  const history = panel.getByRole('dialog', { name: 'History on this computer' });
  await expect(history).toBeVisible();
  return history;
}

/** The buttons that open a run each, the latest first. */
export function runsIn(history: Locator): Locator {
  return history.getByRole('list', { name: 'Runs', exact: true }).locator('> li > button');
}

/** Gives what the opened run says under a name. */
export function fact(history: Locator, name: string): Locator {
  return history.locator('.facts').getByRole('term').filter({ hasText: name }).locator('+ dd');
}

/** The field for how long values are kept. */
export function keptDays(history: Locator): Locator {
  return history.getByRole('textbox', { name: 'Days after which values are deleted' });
}

/** Presses a button that saves a file. */
export async function saved(
  page: Page,
  button: Locator,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

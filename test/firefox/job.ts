import { expect } from '@playwright/test';
import type { Screen } from './screen';

/*
 * The steps of the job, as test/e2e/panel.ts has them for Chromium.
 */

/** Decides columns by their headers, and skips those that are left to decide. */
export async function assign(panel: Screen, decisions: Readonly<Record<string, string>>): Promise<void> {
  await panel.shows(/[\d,]+ of [\d,]+ rows match/);
  for (const [header, attribute] of Object.entries(decisions)) {
    await panel.choose(`Attribute for ${header}`, attribute);
  }
  if ((await panel.count('button', 'Skip the rest')) > 0) await panel.click('button', 'Skip the rest');
}

/** Opens Review and gives its summary, once it says how many are to be updated. */
export async function review(panel: Screen): Promise<string> {
  await panel.click('button', 'Review changes');
  return reviewOpened(panel);
}

/** The same where Review opens by itself, because the columns of the sheet are remembered. */
export async function reviewOpened(panel: Screen): Promise<string> {
  await panel.find('grid', 'Changes');
  return panel.textOf('status', 'Summary', /to update/);
}

/** Confirms every kind of warning. */
export async function clearTheWay(panel: Screen): Promise<void> {
  while (
    await panel.run(() => {
      const open = document.querySelector<HTMLInputElement>('[aria-label^="Confirm: "]:not(:checked)');
      open?.scrollIntoView();
      return open !== null;
    })
  ) {
    await panel.click('checkbox', /^Confirm: /);
  }
}

/** From "Update n credentials" to the press on "Update now". */
export async function beginUpdate(panel: Screen): Promise<void> {
  await panel.click('button', /^Update \d+ credentials?$/);
  await panel.find('dialog', 'Confirm update');
  await panel.click('button', 'Update now');
}

/** Waits for the end of the run and gives its line, such as "8 updated · 0 not updated · ...". */
export async function finished(panel: Screen): Promise<string> {
  await panel.find('heading', 'Update finished');
  const text = await panel.run(() => document.body.innerText);
  const [line] = /^.* updated · .*$/m.exec(text) ?? [];
  expect(line, 'a line of results').toBeDefined();
  return line ?? '';
}

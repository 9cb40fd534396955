import { join, relative } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { launchWithExtension, openGroup, openPanel, openerOn } from '../e2e/extension-browser';
import {
  assignColumns,
  clearTheWay,
  resultOf,
  runIsFinished,
  summaryLine,
  summaryOf,
  updateButton,
} from '../e2e/panel';
import { apiRequests, putsOf, writesOf } from '../platform/platform-watch';
import type { StandIn } from '../platform/stand-in';
import { ROOT } from '../run/root.mjs';

export interface Demo {
  readonly platform: { readonly port: number; readonly standIn: StandIn };
  readonly group: number;
  /** For screenshots. */
  readonly folder: string;
  /** The sample sheet. */
  readonly file: string;
  readonly say: (line: string) => void;
}

/**
 * Does the whole job in a browser without a window, as an admin does it, says each step with its
 * figures and leaves a screenshot of each.
 * @throws Error with a sentence that names the step, when one cannot be taken or a figure is not
 * what it must be.
 */
export async function wholeJob(demo: Demo): Promise<void> {
  const { platform, group, file, say } = demo;
  const { standIn } = platform;
  const browser = await launchWithExtension({ platformPort: platform.port });
  // A demo may be slow, on a machine that is busy; it is only to come to its end.
  browser.context.setDefaultTimeout(60_000);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const step = stepsOn(page, demo);
  const credits = () => standIn.state().issuer.certificate_left;
  const creditsBefore = credits();
  try {
    await step('group page', async () => {
      await openGroup(page, group);
      await openerOn(page).waitFor();
      return 'signed in, and the tab "Update Credentials" is there';
    });

    const panel = await step.to<Frame>('upload', async () => {
      const opened = await openPanel(page);
      await opened.getByLabel('Spreadsheet file').waitFor({ state: 'attached' });
      return [opened, 'the panel is open'];
    });

    await step('assign', async () => {
      await panel.getByLabel('Spreadsheet file').setInputFiles(file);
      await panel.getByText(/rows match$/).waitFor();
      await assignColumns(panel, {
        'Valid until': { attribute: 'Expiry Date', dateFormat: 'day / month / year' },
        Result: { attribute: 'Grade' },
        City: { attribute: 'Location', blank: 'Clear' },
      });
      await panel.getByRole('button', { name: 'Review changes', disabled: false }).waitFor();
      return (await panel.getByText(/rows match$/).textContent()) ?? '';
    });

    const planned = await step.to<number>('review', async () => {
      await panel.getByRole('button', { name: 'Review changes' }).click();
      await panel.getByRole('grid', { name: 'Changes' }).waitFor();
      await panel.getByText('Looking in other groups').waitFor({ state: 'detached' });
      const summary = await summaryOf(panel);
      return [summary.toUpdate, (await summaryLine(panel).textContent()) ?? ''];
    });

    await step('confirmed', async () => {
      const kinds = await panel.getByRole('checkbox', { name: /^Confirm: / }).count();
      await clearTheWay(panel);
      must(writesOf(standIn).length === 0, 'Something was sent before it was confirmed.');
      return `rows with errors are skipped, ${kinds} kinds of warnings confirmed, and nothing is sent yet`;
    });

    await step('last question', async () => {
      const name = (await updateButton(panel).getAttribute('aria-label')) ?? '';
      await updateButton(panel).click();
      await panel.getByRole('dialog', { name: 'Confirm update' }).waitFor();
      return `"${name}"`;
    });
    await step('update', async () => {
      await panel.getByRole('button', { name: 'Update now' }).click();
      const heading = panel.getByRole('heading', { name: 'Update finished' });
      await panel.getByRole('progressbar', { name: 'Update progress' }).or(heading).waitFor();
      return 'the run is under way';
    });

    await step('finished', async () => {
      await runIsFinished(panel);
      const result = await resultOf(panel);
      const puts = putsOf(standIn);
      const spent = creditsBefore - credits();
      must(result.failed === 0, `${result.failed} credentials were not updated.`);
      must(puts.length === planned, `${planned} changes were planned, and ${puts.length} PUTs were sent.`);
      must(new Set(puts.map(({ id }) => id)).size === puts.length, 'A credential got more than one PUT.');
      must(writesOf(standIn).length === puts.length, 'Something else than credentials was written.');
      must(spent === result.credits, `The panel says ${result.credits} credits, the platform took ${spent}.`);
      return [
        `${result.updated} updated, ${result.failed} not`,
        `${apiRequests(standIn).length} requests, ${puts.length} of them PUTs`,
        `${creditsBefore} credits before, ${credits()} after, as the panel says`,
      ].join(' · ');
    });
  } finally {
    await browser.close();
  }
  say(`Screenshots: ${relative(ROOT, demo.folder)}`);
}

/**
 * Numbered steps: each says its line and leaves its screenshot, and a failing one says which it
 * was.
 */
function stepsOn(page: Page, { folder, say }: Demo) {
  let number = 0;
  const to = async <T>(name: string, take: () => Promise<readonly [T, string]>): Promise<T> => {
    number += 1;
    try {
      const [result, line] = await take();
      say(`${number}  ${name.padEnd(14)} ${line}`);
      await page.screenshot({ path: join(folder, `${number}-${name.replaceAll(' ', '-')}.png`) });
      return result;
    } catch (error) {
      await page.screenshot({ path: join(folder, 'failed.png') });
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`Step ${number}, ${name}, failed: ${reason}`, { cause: error });
    }
  };
  const step = (name: string, take: () => Promise<string>) => to(name, async () => [null, await take()]);
  return Object.assign(step, { to });
}

function must(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

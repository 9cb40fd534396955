import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '@playwright/test';
import { launchWithExtension, openGroup, openPanel } from '../e2e/extension-browser';
import { assignColumns, chooseSheet, groupIsRead, summaryLine } from '../e2e/panel';
import { sheetText } from '../fakes/sheet-text';
import { generateState } from '../platform/generate/generate-state';
import { dayOf } from '../platform/rules/days';
import { startStandIn } from '../platform/serve';

/*
 * Long tasks of the panel's main thread (50 ms and more) in Chromium, on the production build: `npm
 * run build && npx tsx test/bench/long-tasks.ts [rows] [times]`. Prints the longest of each step,
 * median and worst of all times, and how long a confirmation's tick takes to show. A busy machine
 * makes tasks longer, so it is no test.
 */

const rows = Number(process.argv[2] ?? 20_000); // not said: as docs/architecture.md, Budgets
const times = Number(process.argv[3] ?? 3);
const GOAL_MS = 50;
const TICK_GOAL_MS = 100;

/** The scripts that the panel shares its main thread with are its own alone. */
interface Noted {
  longTasks?: number[];
}

const today = dayOf(Date.now());
const state = generateState({ credentials: rows, seed: 3, today });
const group = state.credentials.filter(({ group_id }) => group_id === 555);
const sheet = sheetText([
  ['Credential ID', 'Recipient Name', 'Recipient Email', 'Grade', 'Expiry Date'],
  ...group.map(({ id, recipient: { name, email } }, at) => [
    String(id),
    at % 3 === 0 ? `${name} Smith` : name,
    email,
    `Grade ${at}`,
    at % 2 === 0 ? '2031-06-30' : '',
  ]),
]);
const folder = await mkdtemp(join(tmpdir(), 'update-credentials-long-'));
const file = join(folder, 'large.csv');
await writeFile(file, sheet);

const found = new Map<string, number[]>();
const note = (what: string, ms: number) => void found.set(what, [...(found.get(what) ?? []), ms]);

for (let time = 0; time < times; time += 1) {
  const platform = await startStandIn({ state, port: 0, rate: 0 });
  const browser = await launchWithExtension({ platformPort: platform.port });
  try {
    await browser.context.addInitScript(() => {
      const noted = globalThis as Noted;
      noted.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) noted.longTasks?.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const page = await browser.context.newPage();
    await openGroup(page, 555);
    const panel = await openPanel(page);
    await panel.getByLabel('Spreadsheet file').waitFor({ state: 'attached' });
    note('start', await longest(panel));
    await chooseSheet(panel, file);
    await groupIsRead(panel);
    note('after the drop', await longest(panel));
    await assignColumns(panel, { Grade: { attribute: 'Grade' } });
    note('assigning', await longest(panel));
    await panel.getByRole('button', { name: 'Review changes' }).click();
    await panel.getByRole('grid', { name: 'Changes' }).waitFor();
    await summaryLine(panel)
      .getByText(/to update/)
      .first()
      .waitFor();
    note('opening Review', await longest(panel));
    for (const box of await panel.getByRole('checkbox', { name: /^Confirm: / }).all())
      note('tick', await box.evaluate(tickMs));
    note('confirming', await longest(panel));
  } finally {
    await browser.close();
    await platform.close();
  }
}
await rm(folder, { recursive: true });

for (const [what, all] of found) {
  const sorted = all.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const goal = what === 'tick' ? TICK_GOAL_MS : GOAL_MS;
  const worst = sorted.at(-1) ?? 0;
  process.stdout.write(
    `${what.padEnd(16)} median ${median.toFixed(0).padStart(4)} ms, worst ${worst.toFixed(0).padStart(4)} ms (${goal})\n`,
  );
}

/** The longest task since the last time; 0 where none took 50 ms. */
function longest(panel: Frame): Promise<number> {
  return panel.evaluate(async () => {
    // Entries come a moment after their task.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const noted = globalThis as Noted;
    const most = Math.max(0, ...(noted.longTasks ?? [])); // not observed: none
    noted.longTasks = [];
    return most;
  });
}

/** Milliseconds from a press on a checkbox until the frame after the one that shows it. */
function tickMs(box: HTMLElement | SVGElement): Promise<number> {
  const began = performance.now();
  (box as HTMLInputElement).click();
  return new Promise((resolve) => {
    const look = () => {
      const isShown = (box as HTMLInputElement).checked && box.isConnected;
      if (isShown) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(() => requestAnimationFrame(look));
  });
}

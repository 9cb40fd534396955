import { expect, type Frame, type Page } from '@playwright/test';
import type { Entry } from '../../lib/journal/entry';
import type { JournalRun } from '../../lib/journal/journal';
import { openGroup, openPanel, type ExtensionBrowser } from '../e2e/extension-browser';
import { openedJournal } from '../e2e/opened-journal';
import { assignColumns, beginUpdate, chooseSheet, clearTheWay, openReview } from '../e2e/panel';
import { expectState, groupOf, putsOf, type StandIn, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';
import type { ShownState } from '../platform/state/shown-state';

export const GROUP = 555;
export const TODAY = '2026-11-22';
const RENEWED = '2031-06-30';
const GRADE = 'Passed again';

const ON = 'path=/v1/credentials';

/** Faults of a tenth of the requests about credentials, of every kind. */
export const TENTH: readonly string[] = [
  `429:rate=0.004:${ON}`,
  `500:rate=0.015:${ON}`,
  `502:rate=0.02:${ON}`,
  `502-after:rate=0.021:${ON}`,
  `reset-before:rate=0.02:${ON}`,
  // Without resend=no the browser itself sends a request again that was carried out, and reports
  // nothing.
  `reset-after:rate=0.02:resend=no:${ON}`,
];

/** The sheet: a grade for all, and a renewal of the expired ones, at a credit each. */
export interface LongRun {
  readonly before: ShownState;
  readonly wanted: ReadonlyMap<number, WantedFields>;
  readonly renewals: ReadonlySet<number>;
}

export function longRun(standIn: StandIn, count: number, { renew } = { renew: true }): LongRun {
  const before = standIn.state();
  const some = groupOf(before, GROUP).slice(0, count);
  const renewals = new Set(
    some.filter(({ expired_on: day }) => renew && day !== null && day < TODAY).map(({ id }) => id),
  );
  const wanted = new Map(
    some.map(({ id }): [number, WantedFields] => [
      id,
      { grade: GRADE, ...(renewals.has(id) ? { expired_on: RENEWED } : {}) },
    ]),
  );
  return { before, wanted, renewals };
}

/** Reviews and begins it, in a panel on this page. */
export async function begin(page: Page, { wanted, renewals }: LongRun, key?: string): Promise<Frame> {
  await openGroup(page, GROUP);
  const panel = await openPanel(page);
  if (key !== undefined) {
    await panel.getByLabel('API key', { exact: true }).fill(key);
    await panel.getByLabel('Remember on this computer').check();
    await panel.getByRole('button', { name: 'Use this key' }).click();
  }
  const rows = [...wanted.keys()].map((id) => [String(id), GRADE, renewals.has(id) ? RENEWED : '']);
  const text = sheetText([['Credential ID', 'Grade', 'Expiry Date'], ...rows]);
  await chooseSheet(panel, { name: 'long.csv', text });
  await assignColumns(panel, {
    'Credential ID': { attribute: 'Credential ID' },
    Grade: { attribute: 'Grade' },
    'Expiry Date': { attribute: 'Expiry Date' },
  });
  expect(await openReview(panel)).toMatchObject({ toUpdate: wanted.size, credits: renewals.size });
  await clearTheWay(panel);
  await beginUpdate(panel);
  // Before that it is being filled, and no other panel shows it.
  await expect(panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
  return panel;
}

/**
 * Reads the journal from the browser's disk: one run, whatever happened. A page of the extension
 * reads it, because the driver does not notice that a background was stopped, and would ask the
 * dead one.
 */
export async function journalOf(browser: ExtensionBrowser): Promise<Journalled> {
  const page = await browser.context.newPage();
  await page.goto(new URL('popup.html', (await browser.background()).url()).href);
  const { runs, entries } = await page.evaluate(openedJournal);
  await page.close();
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0) throw new Error('the journal has not just one run');
  return { run, entries };
}

interface Journalled {
  readonly run: JournalRun;
  readonly entries: readonly Entry[];
}

/** Presses "Resume" whenever the run is paused, until the condition holds. */
export async function goingOn(panel: Frame, until: () => boolean | Promise<boolean>): Promise<void> {
  const resume = panel.getByRole('button', { name: 'Resume', exact: true });
  await expect
    .poll(
      async () => {
        if (await until()) return true;
        // The button went away before the click: then it need not be pressed.
        if (await resume.isVisible()) await resume.click({ timeout: 1_000 }).catch(() => null);
        return false;
      },
      { timeout: 25 * 60_000, intervals: [500] },
    )
    .toBe(true);
}

/** Read from the journal, with or without a panel. */
export async function isFinished(browser: ExtensionBrowser): Promise<boolean> {
  return (await journalOf(browser)).run.record.state.kind === 'finished';
}

/** The findings at the end, for the report. */
export interface Figures {
  readonly entries: Readonly<Record<string, number>>;
  readonly credits: number;
  readonly requests: number;
  readonly faults: number;
  /** Whether the browser has deleted the journal at any time. */
  readonly isRestored: boolean;
}

/**
 * Checks the end of an interrupted run: no entry open, each write applied at most once, the
 * platform as the journal says and changed nowhere else, each credit taken once. `edited`: fields
 * that somebody else wrote meanwhile.
 */
export async function expectTruth(
  standIn: StandIn,
  browser: ExtensionBrowser,
  { before, wanted, renewals }: LongRun,
  edited: ReadonlyMap<number, WantedFields> = new Map(),
): Promise<Figures> {
  const { run, entries } = await journalOf(browser);
  expect(run.record.state).toEqual({ kind: 'finished' });
  expect(entries).toHaveLength(wanted.size);
  const ofKind: Record<string, number> = {};
  for (const { state } of entries) ofKind[state.kind] = (ofKind[state.kind] ?? 0) + 1;
  expect(Object.keys(ofKind).filter((kind) => ['planned', 'sent', 'in-doubt'].includes(kind))).toEqual([]);

  const times = new Map<string, number>();
  for (const { id, request } of putsOf(standIn)) {
    // An answer that a fault held back may be a refusal too, of a signed-out client.
    if (request.status === 200 || request.hidden === 200) times.set(id, (times.get(id) ?? 0) + 1);
  }
  // The same grade twice does no harm, and a plain write has a settle delay of 5 s only. A renewal
  // is written once, whatever happens.
  const twice = putsOf(standIn)
    .filter(({ id }) => (times.get(id) ?? 0) > 1) // not taken at all: 0
    .map(({ id, request: { at, status, fault } }) => `${id} ${at} ${status} ${fault ?? ''}`);
  expect(twice).toEqual([]);

  const applied = entries
    .filter(({ state }) => state.kind === 'applied')
    .map((entry) => Number(entry.credential));
  const now = new Map<number, WantedFields>(edited);
  for (const id of applied) now.set(id, { ...edited.get(id), ...wanted.get(id) });
  const credits = applied.filter((id) => renewals.has(id)).length;
  expect(run.creditsSpent).toBe(credits);
  expectState(standIn.state(), before, now, credits);
  return {
    entries: ofKind,
    credits,
    requests: standIn.log.filter(({ part }) => part === 'api').length,
    faults: standIn.log.filter(({ fault }) => fault !== null).length,
    isRestored: run.record.restoredAt !== undefined,
  };
}

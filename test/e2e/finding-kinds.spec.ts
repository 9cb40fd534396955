import { expect, type Frame } from '@playwright/test';
import { generateState } from '../platform/generate/generate-state';
import { dayOf } from '../platform/rules/days';
import type { Credential } from '../platform/state/schema';
import { panelOn, test } from './extension-test';
import { assignColumns, chooseSheet, openItem, openReview, summaryOf, updateButton } from './panel';
import { at, writesOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * Kinds of finding that need a sheet of their own, one after another in one panel: each is shown in
 * its words, shuts the button, and has its correction where one is certain. What all other kinds
 * decide is in findings.spec.ts.
 */

const DAY_MS = 86_400_000;
const PEOPLE = ['Tuğba Erdoğan', 'Ada Byrne', 'Bo Chen', 'Cleo Diaz', 'Dov Eriksen', 'Elif Faye'];

/** A group whose first people have known names, days and descriptions. */
function stateOfKinds() {
  const state = generateState({ credentials: 60, seed: 7, today: dayOf(Date.now()) });
  let n = -1;
  const credentials = state.credentials.map((credential): Credential => {
    if (credential.group_id !== 555) return credential;
    n += 1;
    const name = PEOPLE[n];
    if (name === undefined) return credential;
    return {
      ...credential,
      recipient: { ...credential.recipient, name },
      issued_on: '2020-01-01',
      expired_on: `2040-03-0${n + 4}`,
      grade: 'Pass',
    };
  });
  return { ...state, credentials };
}

const STATE = stateOfKinds();
const GROUP = STATE.credentials.filter(({ group_id }) => group_id === 555).slice(0, PEOPLE.length);

interface Kind {
  readonly kind: string;
  readonly severity: 'error' | 'warning' | 'alarm';
  /** The column beside "Credential ID", and its cells for the first people. */
  readonly header: string;
  readonly cells: readonly string[];
  /** Rows that have the finding. */
  readonly rows: number;
  /** The correction that is offered, and what is left to update after it. */
  readonly mend?: readonly [button: string, toUpdate: number];
}

const certain = (kind: string) => `Correct what is certain: ${kind}`;
const moved = (days: number) =>
  GROUP.map(({ expired_on: day }) =>
    new Date(Date.parse(day ?? '') + days * DAY_MS).toISOString().slice(0, 10),
  );

const KINDS: readonly Kind[] = [
  {
    kind: 'Text damaged',
    severity: 'error',
    header: 'Recipient Name',
    cells: ['Tuðba Erdoðan'],
    rows: 1,
    mend: [certain('Text damaged'), 0],
  },
  { kind: 'Hidden character', severity: 'error', header: 'Grade', cells: ['100\u202E001'], rows: 1 },
  {
    kind: 'Code in a name',
    severity: 'error',
    header: 'Recipient Name',
    cells: ['Tuğba O&#039;Brien'],
    rows: 1,
    mend: [certain('Code in a name'), 1],
  },
  {
    kind: 'Names with unusual characters',
    severity: 'warning',
    header: 'Recipient Name',
    cells: ['Tuğba Erdoğan*'],
    rows: 1,
  },
  {
    kind: 'Code in texts',
    severity: 'warning',
    header: 'Grade',
    cells: ['Pass &amp; merit'],
    rows: 1,
    mend: [certain('Code in texts'), 1],
  },
  {
    kind: 'Values that the spreadsheet may have changed',
    severity: 'warning',
    header: 'Grade',
    cells: ['9-Oct'],
    rows: 1,
  },
  {
    kind: 'Invisible characters',
    severity: 'warning',
    header: 'Grade',
    cells: ['Mer\u200Dit'],
    rows: 1,
    mend: [certain('Invisible characters'), 1],
  },
  {
    kind: 'Issue date in the future',
    severity: 'warning',
    header: 'Issue Date',
    cells: ['2039-01-31'],
    rows: 1,
  },
  {
    kind: 'Dates far from today',
    severity: 'warning',
    header: 'Expiry Date',
    cells: ['3027-01-31'],
    rows: 1,
  },
  {
    kind: 'Dates off by one day',
    severity: 'warning',
    header: 'Expiry Date',
    cells: moved(-1),
    rows: 6,
    mend: ['Shift back one day', 0],
  },
  {
    kind: 'Day and month exchanged',
    severity: 'warning',
    header: 'Expiry Date',
    cells: GROUP.map((_, n) => `2040-0${n + 4}-03`),
    rows: 6,
    mend: ['Exchange back', 0],
  },
  {
    kind: 'Dates off by 1,462 days',
    severity: 'alarm',
    header: 'Expiry Date',
    cells: moved(1462),
    rows: 6,
    mend: ['Shift back 1,462 days', 0],
  },
  {
    kind: 'Names of people who keep them',
    severity: 'alarm',
    header: 'Recipient Name',
    cells: [...PEOPLE.slice(3), ...PEOPLE.slice(3)],
    rows: 3,
  },
  {
    kind: 'Rows of other people',
    severity: 'alarm',
    header: 'Recipient Name',
    cells: ['Gil Holt', 'Hana Ito', 'Ida Juhl', 'Jon Kerr', 'Kai Lund', 'Lea Moss'],
    rows: 6,
  },
];

/** Opens the line of a kind: errors have one together. */
async function openKind(panel: Frame, { kind, severity }: Kind): Promise<void> {
  await openItem(panel, severity === 'error' ? 'Rows with errors' : kind);
}

test.use({ platformOptions: { state: STATE } });

test(
  'kinds that need a sheet of their own are shown, and corrected where it is certain',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const { panel } = await panelOn(world);
    for (const [nth, kind] of KINDS.entries()) {
      await test.step(kind.kind, async () => {
        if (nth > 0) await panel.getByRole('button', { name: 'Upload', exact: true }).click();
        const rows = kind.cells.map((cell, n) => [String(at(GROUP, n).id), cell]);
        await chooseSheet(panel, {
          name: `kind-${nth}.csv`,
          text: sheetText([['Credential ID', kind.header], ...rows]),
        });
        await assignColumns(panel, { [kind.header]: { attribute: kind.header } }, 'Credential ID');
        await openReview(panel);
        await expect(updateButton(panel)).toBeDisabled();
        await openKind(panel, kind);
        await panel.getByRole('button', { name: `Show rows: ${kind.kind}`, exact: true }).click();
        const grid = panel.getByRole('grid', { name: 'Changes' });
        await expect(grid).toHaveAttribute('aria-rowcount', String(kind.rows + 1));
        if (kind.severity === 'warning')
          await expect(
            panel.getByRole('checkbox', { name: `Confirm: ${kind.kind}`, exact: true }),
          ).not.toBeChecked();
        if (kind.mend === undefined) return;
        const [button, toUpdate] = kind.mend;
        await panel.getByRole('button', { name: button, exact: true }).click();
        await expect.poll(async () => (await summaryOf(panel)).toUpdate).toBe(toUpdate);
        await expect(panel.getByRole('button', { name: `Show rows: ${kind.kind}`, exact: true })).toHaveCount(
          0,
        );
        // The next sheet is to begin without it.
        await panel.getByRole('button', { name: 'Undo', exact: true }).click();
        await expect.poll(async () => (await summaryOf(panel)).rows).toBe(kind.cells.length);
        await openKind(panel, kind);
        await expect(
          panel.getByRole('button', { name: `Show rows: ${kind.kind}`, exact: true }),
        ).toBeVisible();
      });
    }
    expect(writesOf(world.platform.standIn)).toEqual([]);
  },
);

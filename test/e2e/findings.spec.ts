import { expect, type Frame } from '@playwright/test';
import { generateState } from '../platform/generate/generate-state';
import { dayOf } from '../platform/rules/days';
import type { Credential, StandInState } from '../platform/state/schema';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  openItem,
  openReview,
  resultOf,
  runIsFinished,
  summaryOf,
  updateButton,
} from './panel';
import {
  apiRequests,
  at,
  expectState,
  groupOf,
  putsOf,
  writesOf,
  type WantedFields,
} from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * A sheet with a row of every error and warning kind. It is matched by Recipient ID, because only a
 * key that is not unique can match several, and only with another key can an e-mail change.
 */

const HEADERS = [
  'Recipient ID',
  'Credential ID',
  'Group ID',
  'Recipient Name',
  'Recipient Email',
  'Recipient Phone',
  'Issue Date',
  'Expiry Date',
  'Grade',
  'Published',
  'Location',
  'Evidence URL 1',
] as const;
type Cells = Partial<Record<(typeof HEADERS)[number], string>>;

const TODAY = dayOf(Date.now());

/** Fields that the credentials of some rows need for their finding to be possible. */
const BEFORE: Readonly<Record<number, Partial<Credential>>> = {
  22: { custom_attributes: { Location: 'Leeds', 'Course End': '2020-01-02' } },
  23: { issued_on: '2020-01-01', expired_on: '2021-01-01' },
  24: { issued_on: '2020-01-01', expired_on: '2080-03-01' },
  25: { issued_on: '2020-01-01', expired_on: null },
  26: { approve: false, published_on: null },
  27: { approve: true, published_on: '2020-01-02' },
};

/**
 * A group of 60 whose n-th recipient has the id K-n; two share K-4. One of the next group has
 * K-elsewhere.
 */
function stateForFindings(): StandInState {
  const state = generateState({ credentials: 60, seed: 7, today: TODAY });
  let n = -1;
  let isElsewhere = false;
  const credentials = state.credentials.map((credential): Credential => {
    const withId = (id: string, more: Partial<Credential> = {}) => ({
      ...credential,
      ...more,
      recipient: { ...credential.recipient, id },
    });
    if (credential.group_id === 555) {
      n += 1;
      const plain = { approve: true, published_on: credential.issued_on, grade: null };
      return withId(n === 5 ? 'K-4' : `K-${n}`, { ...plain, ...BEFORE[n] });
    }
    if (credential.group_id !== 556 || isElsewhere) return credential;
    isElsewhere = true;
    return withId('K-elsewhere');
  });
  return { ...state, credentials };
}

const STATE = stateForFindings();
const GROUP = STATE.credentials.filter(({ group_id }) => group_id === 555);

interface Case {
  readonly kind: string;
  readonly key: string;
  readonly cells: Cells;
}

/** Error kinds (lib/review/terms/finding.ts) by their titles, each with the rows that have it. */
const ERRORS: readonly Case[] = [
  { kind: 'No credential matches', key: 'K-nobody', cells: { Grade: 'Merit' } },
  { kind: 'In another group', key: 'K-elsewhere', cells: { Grade: 'Merit' } },
  { kind: 'In another group', key: 'K-19', cells: { 'Group ID': '556', Grade: 'Merit' } },
  { kind: 'Several credentials match', key: 'K-4', cells: { Grade: 'Merit' } },
  { kind: 'Twice in the sheet', key: 'K-6', cells: { Grade: 'Merit' } },
  { kind: 'Twice in the sheet', key: 'K-6', cells: { Grade: 'Pass' } },
  { kind: 'Key missing', key: '', cells: { Grade: 'Merit' } },
  { kind: 'Keys disagree', key: 'K-7', cells: { 'Credential ID': String(at(GROUP, 8).id), Grade: 'Merit' } },
  { kind: 'Date not readable', key: 'K-9', cells: { 'Expiry Date': '2031-02-31' } },
  { kind: 'Expiry before issue', key: 'K-10', cells: { 'Expiry Date': '2001-01-01' } },
  { kind: 'E-mail not valid', key: 'K-11', cells: { 'Recipient Email': 'anna(at)example.org' } },
  {
    kind: 'E-mail already used',
    key: 'K-12',
    cells: { 'Recipient Email': at(GROUP, 13).recipient.email },
  },
  { kind: 'Not a web address', key: 'K-14', cells: { 'Evidence URL 1': 'my portfolio' } },
  { kind: 'Phone number not international', key: 'K-15', cells: { 'Recipient Phone': '020 7946 0000' } },
  { kind: 'Neither yes nor no', key: 'K-16', cells: { Published: 'perhaps' } },
  { kind: 'Text damaged', key: 'K-17', cells: { 'Recipient Name': 'JosÃ© GarcÃ­a' } },
  { kind: 'Formula error', key: 'K-18', cells: { Grade: '#REF!' } },
  { kind: 'Id damaged by the spreadsheet', key: '1.23E+15', cells: { Grade: 'Merit' } },
  { kind: 'Number damaged by the spreadsheet', key: 'K-29', cells: { Grade: '1.23E+15' } },
];

const NEW_EVIDENCE = 'https://portfolio.northfield.test/new-piece';

const customOf = (key: string) => GROUP.find(({ recipient }) => recipient.id === key)?.custom_attributes;

/** Warning kinds, and what is to become of the credential. */
const WARNINGS: readonly (Case & {
  readonly wanted: WantedFields | undefined;
  readonly put: object | null;
})[] = [
  {
    kind: 'Recipient names change',
    key: 'K-20',
    cells: { 'Recipient Name': 'Ōtomo Ayaka' },
    wanted: { recipient: { name: 'Ōtomo Ayaka' } },
    put: { recipient: { name: 'Ōtomo Ayaka' } },
  },
  {
    kind: 'E-mail addresses change',
    key: 'K-21',
    cells: { 'Recipient Email': 'someone.new@example.net' },
    wanted: { recipient: { email: 'someone.new@example.net' } },
    put: { recipient: { email: 'someone.new@example.net' } },
  },
  {
    kind: 'Values are cleared',
    key: 'K-22',
    cells: { Location: '' },
    wanted: { custom_attributes: { 'Course End': '2020-01-02' } },
    put: { custom_attributes: { Location: null, 'Course End': '2020-01-02' } },
  },
  {
    kind: 'Renewals',
    key: 'K-23',
    cells: { 'Expiry Date': '2090-01-31' },
    wanted: { expired_on: '2090-01-31' },
    put: { expired_on: '2090-01-31' },
  },
  {
    kind: 'Expiry moves later or away',
    key: 'K-24',
    cells: { 'Expiry Date': '2085-03-01' },
    wanted: { expired_on: '2085-03-01' },
    put: { expired_on: '2085-03-01' },
  },
  {
    kind: 'Expiry is in the past',
    key: 'K-25',
    cells: { 'Expiry Date': '2022-05-06' },
    wanted: { expired_on: '2022-05-06' },
    put: { expired_on: '2022-05-06' },
  },
  {
    kind: 'Credentials get published',
    key: 'K-26',
    cells: { Published: 'yes' },
    wanted: { approve: true, published_on: TODAY },
    put: { approve: true },
  },
  {
    kind: 'Credentials get unpublished',
    key: 'K-27',
    cells: { Published: 'no' },
    wanted: { approve: false },
    put: { approve: false },
  },
  {
    kind: 'Placeholders instead of values',
    key: 'K-3',
    cells: { Location: 'n/a' },
    wanted: { custom_attributes: { ...customOf('K-3'), Location: 'n/a' } },
    put: { custom_attributes: { ...customOf('K-3'), Location: 'n/a' } },
  },
  {
    kind: 'Evidence is added',
    key: 'K-28',
    cells: { 'Evidence URL 1': NEW_EVIDENCE },
    wanted: undefined,
    put: null,
  },
];

/** Grades of 30 more, which is more than half of all: "Many changes of one kind". */
const MANY = 'Many changes of one kind';
const MANY_KEYS = Array.from({ length: 30 }, (_, n) => `K-${30 + n}`);

const byKey = new Map(GROUP.map((credential) => [credential.recipient.id, credential]));

/**
 * Row 2 is the first below the header. A blank Location clears, so each row says the present one.
 */
function rowsOfSheet(): readonly Case[] {
  const many = MANY_KEYS.map((key): Case => ({ kind: MANY, key, cells: { Grade: 'Merit' } }));
  return [...ERRORS, ...WARNINGS, ...many].map(({ kind, key, cells }) => {
    const location = byKey.get(key)?.custom_attributes['Location'];
    return {
      kind,
      key,
      cells: { ...(location === undefined ? {} : { Location: location }), ...cells, 'Recipient ID': key },
    };
  });
}

const ROWS = rowsOfSheet();
const rowNumbersOf = (kind: string) => ROWS.flatMap((row, index) => (row.kind === kind ? [index + 2] : []));
const idOf = (key: string) => {
  const found = byKey.get(key);
  if (found === undefined) throw new Error(`nobody has ${key}`);
  return found.id;
};

/** How many rows the grid has, and the numbers of those that are drawn. */
async function expectGrid(panel: Frame, rows: readonly number[], kind: string): Promise<void> {
  const grid = panel.getByRole('grid', { name: 'Changes' });
  await expect(grid, kind).toHaveAttribute('aria-rowcount', String(rows.length + 1));
  for (const row of rows.slice(0, 3)) {
    await expect(grid.getByRole('checkbox', { name: `Include row ${row}`, exact: true })).toBeVisible();
  }
}

test.use({ platformOptions: { state: STATE } });

test(
  'every error and every warning is shown, dealt with, and decides what is sent',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(120_000);
    const { platform } = world;
    const { standIn } = platform;
    const before = standIn.state();
    const { panel } = await panelOn(world);
    const text = sheetText([
      [...HEADERS],
      ...ROWS.map(({ cells }) => HEADERS.map((name) => cells[name] ?? '')),
    ]);
    await chooseSheet(panel, { name: 'every-kind.csv', text });
    const decisions = Object.fromEntries(HEADERS.map((name) => [name, { attribute: name }]));
    await assignColumns(
      panel,
      {
        ...decisions,
        Location: { attribute: 'Location', blank: 'Clear' },
        'Expiry Date': { attribute: 'Expiry Date', dateFormat: 'year / month / day' },
      },
      'Recipient ID',
    );
    const summary = await openReview(panel);
    expect(summary).toMatchObject({
      rows: ROWS.length,
      errors: ERRORS.length,
      toUpdate: WARNINGS.length + MANY_KEYS.length,
      unchanged: 0,
      notMatched: 2,
      credits: 2,
    });

    await test.step('each error kind is shown by itself', async () => {
      await openItem(panel, 'Rows with errors');
      for (const kind of new Set(ERRORS.map((row) => row.kind))) {
        await panel.getByRole('button', { name: `Show rows: ${kind}`, exact: true }).click();
        await expectGrid(panel, rowNumbersOf(kind), kind);
        // The count above the grid says that it is not all of them.
        const shown = panel.getByRole('group', { name: 'Show rows' }).getByRole('button', { pressed: true });
        await expect(shown).toHaveText(`${kind} ${rowNumbersOf(kind).length}`);
      }
      // A row that matches nothing cannot be taken in.
      await panel.getByRole('button', { name: 'Show rows: No credential matches' }).click();
      await expect(panel.getByRole('checkbox', { name: 'Include row 2', exact: true })).toBeDisabled();
    });

    await test.step('each warning kind is shown by itself and has its confirmation', async () => {
      for (const kind of [...WARNINGS.map((row) => row.kind), MANY]) {
        await openItem(panel, kind);
        await panel.getByRole('button', { name: `Show rows: ${kind}`, exact: true }).click();
        await expectGrid(panel, rowNumbersOf(kind), kind);
        await expect(
          panel.getByRole('checkbox', { name: `Confirm: ${kind}`, exact: true }),
        ).not.toBeChecked();
      }
      await expect(panel.getByRole('checkbox', { name: /^Confirm: / })).toHaveCount(WARNINGS.length + 1);
    });

    const [skippedRow, keptOutRow] = rowNumbersOf(MANY);
    await test.step('a row is left out by its checkbox', async () => {
      for (const row of [skippedRow, keptOutRow]) {
        // The row leaves this list with the click, so nobody looks at what its checkbox says then.
        const box = panel.getByRole('checkbox', { name: `Include row ${row ?? 0}`, exact: true });
        await expect(box).toBeChecked();
        await box.click();
        await expect(box).toHaveCount(0);
      }
      // And taken in again.
      await panel.getByRole('button', { name: /^Left out/ }).click();
      await expect(panel.getByRole('grid', { name: 'Changes' })).toHaveAttribute('aria-rowcount', '3');
      await panel.getByRole('checkbox', { name: `Include row ${keptOutRow ?? 0}`, exact: true }).click();
      await expect.poll(async () => (await summaryOf(panel)).leftOut).toBe(1);
    });

    await test.step('the rows of a warning are left out together', async () => {
      await openItem(panel, 'Credentials get unpublished');
      await panel.getByRole('button', { name: 'Leave these out: Credentials get unpublished' }).click();
      await expect(panel.getByRole('checkbox', { name: 'Confirm: Credentials get unpublished' })).toHaveCount(
        0,
      );
      await expect.poll(async () => (await summaryOf(panel)).leftOut).toBe(2);
    });

    const confirmed = [...WARNINGS.map((row) => row.kind), MANY].filter(
      (kind) => kind !== 'Credentials get unpublished',
    );
    await test.step('the button stays shut until all is confirmed and errors are skipped', async () => {
      await expect(updateButton(panel)).toBeDisabled();
      for (const kind of confirmed) {
        await panel.getByRole('checkbox', { name: `Confirm: ${kind}`, exact: true }).check();
        await expect(updateButton(panel)).toBeDisabled();
      }
      const skip = panel.getByRole('checkbox', { name: 'Skip rows with errors' });
      await skip.check();
      await expect(updateButton(panel)).toBeEnabled();
      await skip.uncheck();
      await expect(updateButton(panel)).toBeDisabled();
      await skip.check();
      const last = panel.getByRole('checkbox', { name: `Confirm: ${MANY}` });
      await last.uncheck();
      await expect(updateButton(panel)).toBeDisabled();
      await last.check();
      await expect(updateButton(panel)).toHaveAccessibleName(`Update ${WARNINGS.length + 28} credentials`);
    });

    expect(writesOf(standIn)).toEqual([]);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect
      .poll(() => resultOf(panel))
      .toEqual({ updated: WARNINGS.length + 28, failed: 0, credits: 1 });

    const sentWarnings = WARNINGS.filter(({ kind }) => kind !== 'Credentials get unpublished');
    const sentMany = MANY_KEYS.filter((key) => key !== 'K-30');
    const expectedPuts = new Map<string, unknown>([
      ...sentWarnings.flatMap(({ key, put }): [string, unknown][] =>
        put === null ? [] : [[String(idOf(key)), { credential: put }]],
      ),
      ...sentMany.map((key): [string, unknown] => [String(idOf(key)), { credential: { grade: 'Merit' } }]),
    ]);
    const puts = putsOf(standIn);
    expect(new Map(puts.map(({ id, body }) => [id, body]))).toEqual(expectedPuts);
    expect(puts).toHaveLength(expectedPuts.size);
    const others = writesOf(standIn).filter(({ method }) => method !== 'PUT');
    expect(others.map(({ method, path }) => [method, path])).toEqual([
      ['POST', `/v1/credentials/${idOf('K-28')}/evidence_items`],
    ]);

    const withEvidence = at(
      groupOf(standIn.state(), 555).filter(({ id }) => id === idOf('K-28')),
      0,
    );
    expect(withEvidence.evidence_items.at(-1)).toMatchObject({ link_url: NEW_EVIDENCE });
    const wanted = new Map<number, WantedFields>([
      ...sentWarnings.map(({ key, wanted: fields }) => [idOf(key), fields ?? {}] as const),
      ...sentMany.map((key) => [idOf(key), { grade: 'Merit' }] as const),
      [idOf('K-28'), { evidence_items: withEvidence.evidence_items }],
    ]);
    expectState(standIn.state(), before, wanted, 1);
    expect(apiRequests(standIn).filter(({ status }) => (status ?? 0) >= 400)).toEqual([]);
  },
);

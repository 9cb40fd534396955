import { expect, type Frame, type Locator } from '@playwright/test';

/*
 * Driving the panel as an admin does, by role and by the accessible names of docs/product.md 5.
 * Everything waits for a state that the panel shows, never for time.
 */

/** A sheet to choose: a file on disk, or one that the test has made. */
export type SheetToChoose = string | { readonly name: string; readonly text: string };

/** The admin's decision about a column, by its header. */
export interface ColumnDecision {
  /** The attribute's label, or "Skip". */
  readonly attribute: string;
  readonly blank?: 'Keep' | 'Clear';
  readonly dateFormat?: 'day / month / year' | 'month / day / year' | 'year / month / day';
}

/** Chooses a file on the input "Spreadsheet file". */
export async function chooseSheet(panel: Frame, sheet: SheetToChoose): Promise<void> {
  const input = panel.getByLabel('Spreadsheet file');
  await input.setInputFiles(
    typeof sheet === 'string'
      ? sheet
      : { name: sheet.name, mimeType: 'text/csv', buffer: Buffer.from(sheet.text, 'utf8') },
  );
  await expect(panel.getByRole('button', { name: 'Review changes' }).or(changesGrid(panel))).toBeVisible();
}

function changesGrid(panel: Frame): Locator {
  return panel.getByRole('grid', { name: 'Changes' });
}

/**
 * Waits until the group is read and rows are counted among its credentials, which comes after the
 * last guess: no later one can move what the test decides. Review opens by itself where all is
 * remembered; then it goes back.
 */
export async function groupIsRead(panel: Frame): Promise<void> {
  const matched = panel.getByText(/^[\d,]+ of [\d,]+ rows match$/);
  const assign = panel.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Assign' });
  await expect(matched.or(changesGrid(panel))).toBeVisible();
  // It may open a moment after the counts are shown, once for a sheet.
  await expect(async () => {
    if (await changesGrid(panel).isVisible()) await assign.click();
    await expect(matched).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Opens what lies behind "Options for {header}": the date format, blank cells and the like. */
export async function openOptions(panel: Frame, header: string): Promise<void> {
  const button = panel.getByRole('button', { name: `Options for ${header}`, exact: true });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/**
 * Decides the columns that are named, and skips the rest. `key`: the option of "Match credentials
 * by".
 */
export async function assignColumns(
  panel: Frame,
  decisions: Readonly<Record<string, ColumnDecision>>,
  key?: string,
): Promise<void> {
  await groupIsRead(panel);
  for (const [header, { attribute, blank, dateFormat }] of Object.entries(decisions)) {
    const attributes = panel.getByRole('combobox', { name: `Attribute for ${header}`, exact: true });
    await attributes.selectOption({ label: attribute });
    await expect(attributes.locator('option:checked')).toHaveText(attribute);
    if (blank !== undefined || dateFormat !== undefined) await openOptions(panel, header);
    const how: readonly (readonly [string, string | undefined])[] = [
      [`Date format for ${header}`, dateFormat],
      [`Blank cells in ${header}`, blank],
    ];
    for (const [name, label] of how) {
      if (label !== undefined)
        await panel.getByRole('combobox', { name, exact: true }).selectOption({ label });
    }
  }
  const rest = panel.getByRole('button', { name: 'Skip the rest' });
  if (await rest.isEnabled()) await rest.click();
  if (key !== undefined)
    await panel.getByRole('combobox', { name: 'Match credentials by' }).selectOption({ label: key });
}

/** The figures of the status "Summary". */
export interface Summary {
  readonly rows: number;
  readonly toUpdate: number;
  readonly unchanged: number;
  readonly warnings: number;
  readonly errors: number;
  readonly notMatched: number;
  readonly leftOut: number;
  readonly credits: number;
}

export function summaryLine(panel: Frame): Locator {
  return panel.getByRole('status', { name: 'Summary' });
}

/** Reads the summary once it says how many are to be updated. */
export async function summaryOf(panel: Frame): Promise<Summary> {
  await expect(summaryLine(panel)).toContainText('to update');
  const text = (await summaryLine(panel).textContent()) ?? '';
  const figure = (words: string) =>
    Number((new RegExp(`([\\d,]+) ${words}`).exec(text)?.[1] ?? '0').replaceAll(',', ''));
  return {
    rows: figure('rows?'),
    toUpdate: figure('to update'),
    unchanged: figure('unchanged'),
    warnings: figure('with warnings'),
    errors: figure('with errors'),
    notMatched: figure('not matched'),
    leftOut: figure('left out'),
    credits: Number(/at most (\d+) credits?/.exec(text)?.[1] ?? 0),
  };
}

/**
 * Opens Review, unless it opens by itself, and waits until it is whole: everything read, other
 * groups looked in.
 */
export async function openReview(panel: Frame): Promise<Summary> {
  const button = panel.getByRole('button', { name: 'Review changes' });
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 2_000 });
    await expect(changesGrid(panel)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(panel.getByText('Looking in other groups')).toHaveCount(0);
  return summaryOf(panel);
}

export function updateButton(panel: Frame): Locator {
  return panel.getByRole('button', { name: /^Update \d+ credentials$/ });
}

/** Opens a line of "Before you update": one is open at a time. */
export async function openItem(panel: Frame, title: string): Promise<void> {
  const item = panel.getByRole('button', { name: title, exact: true });
  if ((await item.getAttribute('aria-expanded')) === 'false') await item.click();
  await expect(item).toHaveAttribute('aria-expanded', 'true');
}

/** Opens one of the tools that are seldom needed. */
export async function openTool(panel: Frame, name: string): Promise<void> {
  await panel.getByText('More', { exact: true }).click();
  await panel.getByRole('button', { name }).click();
}

/** Confirms every kind of warning and skips errors, where there are any. */
export async function clearTheWay(panel: Frame): Promise<void> {
  const skip = panel.getByRole('checkbox', { name: 'Skip rows with errors' });
  if ((await skip.count()) > 0) await skip.check();
  for (const kind of await panel.getByRole('checkbox', { name: /^Confirm: / }).all()) await kind.check();
  await expect(updateButton(panel)).toBeEnabled();
}

/** From "Update n credentials" to the moment at which the run is under way. */
export async function beginUpdate(panel: Frame): Promise<void> {
  await updateButton(panel).click();
  const dialog = panel.getByRole('dialog', { name: 'Confirm update' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Update now' }).click();
}

/**
 * Waits for the end of a run; a run of some hundred credentials waits for the platform's next
 * period once or twice.
 */
export async function runIsFinished(panel: Frame, seconds = 120): Promise<void> {
  await expect(panel.getByRole('heading', { name: 'Update finished' })).toBeVisible({
    timeout: seconds * 1000,
  });
}

/** "3 updated · 1 not updated · 0 credits spent", as figures. */
export async function resultOf(panel: Frame): Promise<{ updated: number; failed: number; credits: number }> {
  const line = panel.getByRole('status').filter({ hasText: / updated · / });
  const found = /^(\d+) updated · (\d+) not updated · (\d+) credits? spent$/.exec(
    ((await line.textContent()) ?? '').replaceAll(',', ''),
  );
  if (found === null) throw new Error(`no result line: ${(await line.textContent()) ?? ''}`);
  return { updated: Number(found[1]), failed: Number(found[2]), credits: Number(found[3]) };
}

import { assignmentOf } from '../../lib/assign/edit/edit-assignment';
import type { Assignment, ColumnChoice } from '../../lib/assign/choice/assignment';
import type { AttributeId, CustomAttributeKey } from '../../lib/credential/attribute';
import type { Credential } from '../../lib/credential/credential';
import type { Day } from '../../lib/credential/day';
import type { OpenedTable, ReviewRequest, SheetContract } from '../../lib/rpc/contract/sheet-contract';
import { rareText } from '../../lib/sheet/rare-text';
import { readWithSheetJs, writeWithSheetJs } from '../../lib/sheet/sheetjs/sheetjs';
import { reviewParts } from '../../workers/review-parts';
import { createSheet } from '../../workers/sheet';

/** What is in the sheet worker, called directly. */
export function realSheet(): SheetContract {
  return createSheet({
    loadSheetJs: () => Promise.resolve({ read: readWithSheetJs, write: writeWithSheetJs }),
    loadRareText: () => Promise.resolve(rareText),
    loadReview: () => reviewParts,
  });
}

/** A file of this text. */
export function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).slice().buffer;
}

/** Opens a CSV and takes its first sheet. */
export async function openText(sheet: SheetContract, text: string): Promise<OpenedTable> {
  const opened = await sheet.open(bytesOf(text), {});
  if (!opened.ok) throw new Error(opened.problem.code);
  const table = sheet.chooseTable(0, null);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

/**
 * An assignment of the table's columns in their order; null skips one. Matched by the first that is
 * a key.
 */
export function assignmentTo(
  table: OpenedTable,
  targets: readonly (AttributeId | null)[],
  key: AttributeId = targets[0]!,
  blank: ColumnChoice['blank'] = 'keep',
): Assignment {
  const { columns } = assignmentOf([], table.columns);
  const assigned = columns.map((choice, index): ColumnChoice => {
    const id = targets[index] ?? null;
    return { ...choice, blank, target: id === null ? { kind: 'skip' } : { kind: 'attribute', id } };
  });
  return { columns: assigned, key };
}

/** A review on 2026-06-15. */
export function requestFor(
  assignment: Assignment,
  customAttributes: readonly CustomAttributeKey[] = [],
): ReviewRequest {
  return { assignment, customAttributes, today: '2026-06-15' as Day };
}

/**
 * A worker that holds this sheet and these credentials, and its review with every target in order.
 */
export async function reviewedSheet(
  text: string,
  targets: readonly (AttributeId | null)[],
  credentials: readonly Credential[],
  customAttributes: readonly CustomAttributeKey[] = [],
) {
  const sheet = realSheet();
  const table = await openText(sheet, text);
  sheet.addCredentials(credentials, true);
  const assignment = assignmentTo(table, targets);
  const state = sheet.review(requestFor(assignment, customAttributes));
  return { sheet, table, assignment, state };
}

import { createGroup } from '../../lib/review/group/group';
import { expect } from 'vitest';
import { attributesOf } from '../../lib/credential/attributes';
import type { AttributeId } from '../../lib/credential/attribute';
import type { Credential } from '../../lib/credential/credential';
import type { Value } from '../../lib/credential/value';
import type { Entry, EntryState } from '../../lib/journal/entry';
import { reviewSheet } from '../../lib/review/view/review-sheet';
import { undoOf, type Undo } from '../../lib/run/afterwards/undo';
import { textOf } from '../../lib/sheet/cells/sheet';
import { describeAll, TODAY, UNCORRECTED } from './review';
import { changeTo, entryOf } from './run';

const ATTRIBUTES = attributesOf([
  { name: 'Ward', kind: 'text' },
  { name: 'Grade', kind: 'text' },
  { name: '__proto__', kind: 'text' },
  { name: 'Seen On', kind: 'date' },
]);
export const DETAIL = { description: null, phone: null, evidence: [] };

export type WrittenField = readonly [AttributeId, Value, Value];

/** An entry of credential 1: its fields, its state. */
export const runEntry = (
  fields: readonly WrittenField[],
  state: EntryState = { kind: 'applied' },
  id = '1',
): Entry => entryOf(changeTo(id, fields), state);
export const undoOfRun = (entries: readonly Entry[], credentials: readonly Credential[]): Undo | null =>
  undoOf(entries, new Map(credentials.map((credential) => [credential.id, credential])), ATTRIBUTES, 'Undo');
/** The undo as a sheet: header, then rows; blanks are "". */
export const sheetOfUndo = (made: Undo | null) =>
  made && [
    made.table.columns.map(({ header }) => header),
    ...made.table.rows.map((row) =>
      made.table.columns.map(({ index }) => textOf(made.table.cell(row, index))),
    ),
  ];
/** The changes of a review of the undo, by credential: "1 grade=A". */
export function writtenBy(made: Undo | null, credentials: readonly Credential[]): readonly string[] {
  if (made === null) return [];
  const reported = describeAll(
    reviewSheet({
      ...UNCORRECTED,
      table: made.table,
      assignment: made.assignment,
      attributes: ATTRIBUTES,
      group: createGroup(credentials),
      today: TODAY,
    }),
  );
  const errors = reported.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  expect(errors).toEqual([]);
  return reported.flatMap(({ change }) =>
    (change?.fields ?? []).map(
      ({ attribute, after }) => `${change?.credential ?? ''} ${attribute}=${String(after)}`,
    ),
  );
}

import type { AttributeId } from '../credential/attribute';
import { diffRow, type DiffOptions } from './diff';
import { bitOf } from './finding-codes';
import { classNumber, EMAIL_CLASSES, NAME_CLASSES } from './finding-classes';
import { identityHash, type IdentityAttribute } from './identity-hash';
import { judgeRow } from './judge-row';
import { leftOutIn } from './left-out';
import { NONE, positionOfRow, whyUnmatched } from './match-rows';
import type { ReviewFrame } from './review-frame';
import type { ReviewedCell } from './reviewed-row';
import { outcomeNumber, STATUSES, UNCHANGED, type RowColumns } from './row-columns';
import type { RowDiff } from './row-diff';
import type { RowInHand } from './row-in-hand';

const NO_DIFF: RowDiff = {
  cells: [],
  fields: [],
  unreadable: [],
  disagreements: [],
  needsDetail: false,
  quiet: 0,
};

/** Matches a row and compares it, with all its cells or only those that ask for something. `index`: its place in the table. */
export function rowInHand(
  frame: ReviewFrame,
  index: number,
  position: number,
  cells: DiffOptions['cells'],
): RowInHand {
  const { input, columns, surroundings } = frame;
  const row = input.table.rows[index] ?? 0;
  const credential = input.credentials[position];
  if (credential === undefined)
    return { row, match: whyUnmatched(input, columns, frame.index, row), diff: NO_DIFF, surroundings };
  const leftOut = leftOutIn(frame.leftOut, row);
  const diff = diffRow(input.table, row, columns, credential, { cells, leftOut });
  return { row, match: { kind: 'one', credential }, diff, surroundings };
}

/** Judges a row by itself and writes what it says into the columns, over what was there. */
export function judgeAlone(frame: ReviewFrame, rows: RowColumns, index: number): void {
  const { input, columns, attributes } = frame;
  const position = positionOfRow(input, columns, frame.index, input.table.rows[index] ?? 0);
  const row = rowInHand(frame, index, position, 'what-changes');
  forget(rows, index, attributes.length);
  rows.position[index] = position;
  const { diff } = row;
  if (diff.needsDetail) rows.needsDetail[index] = 1;
  rows.quiet[index] = diff.quiet;
  if (position !== NONE && diff.cells.length === 0 && diff.fields.length === 0) return;

  const { findings, credits, status } = judgeRow(row);
  rows.status[index] = STATUSES.indexOf(status);
  rows.credits[index] = credits;
  let codes = 0;
  for (const { code, facts } of findings) {
    codes |= bitOf(code);
    if (code === 'name-change') rows.nameClass[index] = classNumber(NAME_CLASSES, facts.nameClass);
    if (code === 'email-change') rows.emailClass[index] = classNumber(EMAIL_CLASSES, facts.emailClass);
  }
  rows.codes[index] = codes;
  const first = index * attributes.length;
  for (const cell of diff.cells) {
    const place = frame.placeOf.get(cell.attribute) ?? 0; // every cell is of a reviewed attribute
    rows.outcomes[first + place] = outcomeNumber(cell.outcome);
    if (cell.outcome !== 'changed') continue;
    if (isIdentity(cell.attribute)) noteIdentity(rows, index, cell.attribute, cell);
  }
}

function forget(rows: RowColumns, index: number, attributes: number): void {
  rows.status[index] = UNCHANGED;
  rows.codes[index] = 0;
  rows.credits[index] = 0;
  rows.nameClass[index] = 0;
  rows.emailClass[index] = 0;
  rows.fromName[index] = 0;
  rows.toName[index] = 0;
  rows.fromEmail[index] = 0;
  rows.toEmail[index] = 0;
  rows.needsDetail[index] = 0;
  rows.quiet[index] = 0;
  rows.outcomes.fill(0, index * attributes, (index + 1) * attributes);
}

function isIdentity(attribute: AttributeId): attribute is IdentityAttribute {
  return attribute === 'recipient-name' || attribute === 'recipient-email';
}

function noteIdentity(
  rows: RowColumns,
  index: number,
  attribute: IdentityAttribute,
  { before, after }: ReviewedCell,
): void {
  const [from, to] =
    attribute === 'recipient-name' ? [rows.fromName, rows.toName] : [rows.fromEmail, rows.toEmail];
  // An address that only changes its case stays with whom it is: nobody takes it from anybody.
  if (attribute === 'recipient-email' && typeof before === 'string' && typeof after === 'string')
    if (identityHash(attribute, before) === identityHash(attribute, after)) return;
  if (typeof before === 'string') from[index] = identityHash(attribute, before);
  if (typeof after === 'string') to[index] = identityHash(attribute, after);
}

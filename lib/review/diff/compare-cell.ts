import { readCell, type CellReading, type UnreadableCode } from '../../assign/read/read-cell';
import { transformedText } from '../../assign/choice/transform-text';
import type { Attribute } from '../../credential/attribute';
import { makeDay } from '../../credential/day';
import { sameValue } from '../../credential/same-value';
import { cosmeticDifference } from '../../credential/cosmetic-difference';
import type { Value } from '../../credential/value';
import { assertNever } from '../../assert-never';
import { isPartOfJoin, textOf, type Cell } from '../../sheet/cells/sheet';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';
import type { CountableDifference } from '../terms/countable-difference';
import type { ReviewedCell } from '../terms/reviewed-row';
import type { AssignedColumn } from '../match/sheet-columns';

/** A cell compared with the present value. `code` is set when the cell could not be read. */
export interface ComparedCell {
  readonly cell: ReviewedCell;
  readonly code: UnreadableCode | null;
  /**
   * Set when the cell differs from the present value in this way only, counted as a change or not.
   */
  readonly cosmetic: CountableDifference | null;
}

/** Whether a cell plainly asks for nothing, without reading it: most cells of most sheets. */
export function isPlainlySame(cell: Cell, column: AssignedColumn, before: Value): boolean {
  switch (cell.kind) {
    case 'blank':
      return before === null || column.choice.blank === 'keep' || !column.attribute.clearable;
    case 'text':
    case 'number':
      return cell.text === before && column.choice.transform === undefined;
    case 'day':
      return cell.day === before && column.attribute.kind === 'day';
    case 'flag':
      return cell.value === before;
    case 'error':
      return false;
    default:
      return assertNever(cell);
  }
}

/**
 * Compares a cell with the present value. An unreadable cell that equals it is no error: an export
 * stays without errors.
 */
export function compareCell(cell: Cell, column: AssignedColumn, before: Value): ComparedCell {
  const compared = compareText(cell, column, before);
  const { outcome } = compared.cell;
  if (compared.cosmetic !== null && !mayWrite(column, before))
    return comparedAs('same', cell, column, before, before);
  if (outcome === 'same' || outcome === 'kept-because-blank' || mayWrite(column, before)) return compared;
  // A cell that will not be written need not be readable either.
  if (outcome === 'unreadable' && column.choice.write !== 'never') return compared;
  const kept = column.choice.write === 'never' ? 'kept-because-never' : 'kept-because-filled';
  return { cell: { ...compared.cell, after: before, outcome: kept }, code: null, cosmetic: null };
}

/**
 * Whether the column's rule lets a value be written over this one (docs/product.md 2.3, "only fill
 * what is empty", "never change").
 */
function mayWrite({ choice }: AssignedColumn, before: Value): boolean {
  switch (choice.write) {
    case 'always':
      return true;
    case 'only-empty':
      return before === null || before === '';
    case 'never':
      return false;
    default:
      return assertNever(choice.write);
  }
}

function compareText(cell: Cell, column: AssignedColumn, before: Value): ComparedCell {
  const { attribute } = column;
  const reading = readingOf(cell, column);
  switch (reading.kind) {
    case 'keep':
      return comparedAs(before === null ? 'same' : 'kept-because-blank', cell, column, before, before);
    case 'clear':
      return sameValue(attribute, before, null)
        ? comparedAs('same', cell, column, before, before)
        : comparedAs('cleared', cell, column, before, null);
    case 'value':
      // A value of the platform is written back sign by sign, also where it means the same.
      if (cell.kind === 'text' && cell.exact && before !== reading.value)
        return comparedAs('changed', cell, column, before, reading.value);
      return means(attribute, before, reading.value) || isSameNumber(cell, before)
        ? comparedAsSame(cell, column, before, isSameNumber(cell, before) ? before : reading.value)
        : comparedAs('changed', cell, column, before, reading.value);
    case 'unreadable':
      return cell.kind !== 'error' && sameValue(attribute, before, exportedText(cell))
        ? comparedAs('same', cell, column, before, before)
        : comparedAs('unreadable', cell, column, before, before, reading.code);
    default:
      return assertNever(reading);
  }
}

/** A cell as an export has it: a day in the form of the platform, however it is shown. */
function exportedText(cell: Cell): string {
  return cell.kind === 'day' ? cell.day : textOf(cell);
}

function comparedAs(
  outcome: ReviewedCell['outcome'],
  cell: Cell,
  { attribute: { id: attribute }, choice }: AssignedColumn,
  before: Value,
  after: Value,
  code: UnreadableCode | null = null,
): ComparedCell {
  return {
    cell: { attribute, before, after, text: transformedText(cell, choice), outcome },
    code,
    cosmetic: null,
  };
}

/**
 * Compares a value that means the present one. It is a change only where the admin counts its
 * cosmetic difference, or where the column is tidied: no stray space is to stay on the platform
 * then. "Ada King " now, "Ada King" in the sheet -> the same.
 */
function comparedAsSame(cell: Cell, column: AssignedColumn, before: Value, after: Value): ComparedCell {
  const cosmetic = cosmeticDifference(column.attribute, before, after);
  if (cosmetic === null) return comparedAs('same', cell, column, before, before);
  const isCounted =
    column.counted.has(cosmetic) || (cosmetic === 'spaces' && column.choice.transform !== undefined);
  const compared = isCounted
    ? comparedAs('changed', cell, column, before, after)
    : comparedAs('same', cell, column, before, before);
  return { ...compared, cosmetic };
}

/** Whether a number is shown in another form than the platform has it: 1000 as "1,000". */
function isSameNumber(cell: Cell, before: Value): boolean {
  return cell.kind === 'number' && !cell.damaged && before === String(cell.value);
}

/**
 * Equality, and for a custom date that the platform keeps in words ("15 January 2024") its plain
 * day.
 */
function means(attribute: Attribute, before: Value, after: Value): boolean {
  // Days of the platform's own are days on both sides; those of an account's attribute may be
  // anything.
  if (attribute.kind === 'day' && attribute.custom === null) return before === after;
  if (sameValue(attribute, before, after)) return true;
  if (attribute.kind !== 'day' || typeof before !== 'string') return false;
  const written = parseWrittenDate(before);
  return written?.kind === 'plain' && makeDay(written.year, written.month, written.day) === after;
}

/** Reads a cell. The reading of a day or flag in text is kept, as a column repeats few of them. */
function readingOf(cell: Cell, column: AssignedColumn): CellReading {
  const { attribute, choice, readings } = column;
  const isShared =
    cell.kind === 'text' && !isPartOfJoin(cell) && (attribute.kind === 'day' || attribute.kind === 'flag');
  if (!isShared) return readCell(cell, attribute, choice);
  const known = readings.get(cell.text);
  if (known) return known;
  const reading = readCell(cell, attribute, choice);
  readings.set(cell.text, reading);
  return reading;
}

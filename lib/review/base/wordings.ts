import type { CellReading } from '../../assign/read/read-cell';
import type { Attribute } from '../../credential/attribute';
import { makeDay } from '../../credential/day';
import { comparableValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';

/**
 * The one wording of a value in which a download notes it: values that mean the same have the same
 * wording (same-value.ts). "" for none.
 *
 * Examples: " Ada King" -> "Ada King". Yes -> "true". "Ada@x.org" -> "ada@x.org". A custom date "15
 * January 2024" -> "2024-01-15".
 */
export function wordingOf(attribute: Attribute, value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  const text = comparableValue(attribute, value) ?? ''; // only spaces: none
  return attribute.kind === 'day' ? (plainDay(text) ?? text) : text;
}

/**
 * As `wordingOf`, for many values of one attribute. Days are kept: they repeat, and take longer to
 * read than any other value.
 */
export function wordingReader(attribute: Attribute): (value: Value) => string {
  if (attribute.kind !== 'day') return (value) => wordingOf(attribute, value);
  const known = new Map<Value, string>();
  return (value) => {
    const wording = known.get(value) ?? wordingOf(attribute, value);
    known.set(value, wording);
    return wording;
  };
}

/** The day of a date in words; null for a text that is none, or that has two readings. */
function plainDay(text: string): string | null {
  const written = parseWrittenDate(text);
  return written?.kind === 'plain' ? makeDay(written.year, written.month, written.day) : null;
}

/**
 * The wordings of all values that a cell may have been before a spreadsheet program typed it in its
 * own way: the value that the review reads, and behind it what the same cell was as a text.
 *
 * Examples: a number shown as "95.00" -> "95.00" and "95". A text "true" that became a yes or no ->
 * "TRUE" and "true". A text "2024-01-15" that became a date shown as "15.01.2024" -> both.
 */
export function wordingsOfCell(cell: Cell, attribute: Attribute, reading: CellReading): readonly string[] {
  const read = readWording(cell, attribute, reading);
  switch (cell.kind) {
    case 'number':
      return cell.damaged ? [read] : [read, wordingOf(attribute, String(cell.value))];
    case 'day':
      return attribute.kind === 'day' ? [read] : [read, cell.day];
    case 'flag':
      return attribute.kind === 'flag' ? [read] : [read, ...FLAG_TEXTS(cell.value)];
    case 'blank':
    case 'text':
    case 'error':
      return [read];
  }
}

/** The texts that programs take for yes and no. */
const FLAG_TEXTS = (value: boolean) => (value ? ['TRUE', 'True', 'true'] : ['FALSE', 'False', 'false']);

function readWording(cell: Cell, attribute: Attribute, reading: CellReading): string {
  switch (reading.kind) {
    case 'value':
      return wordingOf(attribute, reading.value);
    case 'keep':
    case 'clear':
      return '';
    // The platform may hold what no sheet may write: it is exported as it is.
    case 'unreadable':
      return wordingOf(attribute, textOf(cell));
  }
}

import { assertNever } from '../../assert-never';
import type { Attribute } from '../../credential/attribute';
import type { Value } from '../../credential/value';
import { readWrittenDay } from '../../sheet/dates/dates';
import { DAYS_FROM_1900_TO_1904 } from '../../sheet/number-format/serial-day';
import { isPartOfJoin, textOf, type Cell } from '../../sheet/cells/sheet';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';
import type { ColumnChoice } from '../choice/assignment';
import { cleanText } from './clean-text';
import { hiddenSigns } from '../damage/hidden-signs';
import { programText } from '../damage/program-text';
import { isDamagedText } from '../damage/damaged-text';
import { isFormulaError } from './formula-error';
import { readEmail } from './read-email';
import { readFlag } from './read-flag';
import { digitsOf, isAbbreviatedNumber, textOfNumber } from './read-id';
import { readLink } from './read-link';
import { readPhone } from './read-phone';
import { readPublicUrl } from './read-public-url';
import { transformText } from '../choice/transform-text';
import { withoutGuard } from './without-guard';

/** Reasons why a cell cannot be read. Each is an error of the review (docs/product.md 2.4). */
export type UnreadableCode =
  | 'bad-date'
  | 'bad-email'
  | 'bad-link'
  | 'bad-phone'
  | 'bad-flag'
  | 'damaged-text'
  | 'hidden-sign'
  | 'code-in-name'
  | 'formula-error'
  | 'damaged-id'
  | 'damaged-number';

/** Reading of a cell for an attribute. `text` is the cell as written. */
export type CellReading =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'keep' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'unreadable'; readonly code: UnreadableCode; readonly text: string };

const KEEP: CellReading = { kind: 'keep' };
const CLEAR: CellReading = { kind: 'clear' };

/**
 * Reads a cell for the attribute of its column. This is the only place where text becomes a value.
 *
 * A cell of spaces is blank. A blank cell clears only where the attribute can be cleared and the
 * admin chose so. Half of a join is blank where blanks are kept, because half a name is no name;
 * where blanks clear, the half is the value. A value of the platform is taken as it is: a name in
 * decomposed letters (NFD) stays one.
 */
export function readCell(
  cell: Cell,
  attribute: Attribute,
  choice: Pick<ColumnChoice, 'dateFormat' | 'blank' | 'transform'>,
): CellReading {
  if (cell.kind === 'error') return unreadable('formula-error', cell);
  if (cell.kind === 'text' && cell.exact) return { kind: 'value', value: cell.text };
  const text = withoutGuard(cleanText(textOf(cell), attribute.kind), attribute.kind);
  if (text === '') return choice.blank === 'clear' && attribute.clearable ? CLEAR : KEEP;
  if (choice.blank === 'keep' && isPartOfJoin(cell)) return KEEP;
  if (cell.kind === 'text' && isFormulaError(text, cell.typed === true))
    return unreadable('formula-error', cell);
  if (hiddenSigns(text) === 'never') return unreadable('hidden-sign', cell);
  switch (attribute.kind) {
    case 'day':
      return rejectEpochDates(readDay(cell, text, choice), attribute, cell);
    case 'email':
      if (isDamagedText(text, false)) return unreadable('damaged-text', cell);
      return valueOr(readEmail(transformed(text, cell, choice)), 'bad-email', cell);
    case 'phone':
      return valueOr(readPhone(text), 'bad-phone', cell);
    case 'flag':
      return valueOr(cell.kind === 'flag' ? cell.value : readFlag(text, attribute.id), 'bad-flag', cell);
    case 'url':
    case 'image':
      return valueOr(readLink(text), 'bad-link', cell);
    case 'id':
    case 'name':
    case 'text':
      return readText(cell, text, attribute, choice);
    default:
      return assertNever(attribute.kind);
  }
}

function readDay(cell: Cell, text: string, choice: Pick<ColumnChoice, 'dateFormat'>): CellReading {
  if (cell.kind === 'day') return { kind: 'value', value: cell.day };
  const format = choice.dateFormat ?? 'year-month-day';
  const written = parseWrittenDate(text);
  // Without a decided order, only dates that need no order are read.
  if (choice.dateFormat === null && written?.kind === 'numbers') return unreadable('bad-date', cell);
  // A number without a date format is counted in the date system of its workbook.
  if (cell.kind === 'number' && cell.since1904 === true && written?.kind === 'serial')
    return valueOr(readWrittenDay(String(written.serial + DAYS_FROM_1900_TO_1904), format), 'bad-date', cell);
  return valueOr(readWrittenDay(text, format), 'bad-date', cell);
}

/**
 * First day of a plausible date. Numbers, empty lookups and times of day shown as dates fall before
 * it (0 -> 1900-01-00). No credential was issued or expired then. Custom dates may be anything.
 */
const FIRST_DAY = '1905-01-01';

function rejectEpochDates(reading: CellReading, { custom }: Attribute, cell: Cell): CellReading {
  const isTooEarly =
    custom === null &&
    reading.kind === 'value' &&
    typeof reading.value === 'string' &&
    reading.value < FIRST_DAY;
  return isTooEarly ? unreadable('bad-date', cell) : reading;
}

function readText(
  cell: Cell,
  text: string,
  attribute: Attribute,
  choice: Pick<ColumnChoice, 'transform'>,
): CellReading {
  const numberOf = attribute.kind === 'id' ? digitsOf : textOfNumber;
  const digits = cell.kind === 'number' ? numberOf(cell) : text;
  if (digits === null || isAbbreviatedNumber(digits))
    return unreadable(attribute.kind === 'id' ? 'damaged-id' : 'damaged-number', cell);
  // A number format may pad with spaces.
  const whole = cell.kind === 'number' ? cleanText(digits, attribute.kind) : digits;
  // As it is written: a no-break space that cleaning makes a space may be half of a damaged letter.
  const written = cell.kind === 'text' ? cell.text : whole;
  if (isDamagedText(written, attribute.kind === 'name')) return unreadable('damaged-text', cell);
  if (attribute.kind === 'name' && programText(whole) !== null) return unreadable('code-in-name', cell);
  const value = attribute.id === 'uuid' ? readPublicUrl(whole) : transformed(whole, cell, choice);
  return { kind: 'value', value };
}

/** Applies the column's transform, except to a value that the admin typed. */
function transformed(text: string, cell: Cell, { transform }: Pick<ColumnChoice, 'transform'>): string {
  if (transform === undefined || (cell.kind === 'text' && cell.typed === true)) return text;
  return transformText(text, transform);
}

function valueOr(value: Value, code: UnreadableCode, cell: Cell): CellReading {
  return value === null ? unreadable(code, cell) : { kind: 'value', value };
}

function unreadable(code: UnreadableCode, cell: Cell): CellReading {
  return { kind: 'unreadable', code, text: textOf(cell) };
}

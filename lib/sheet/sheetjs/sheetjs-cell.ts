import type { DateSystem } from '../number-format/serial-day';
import { dayOfSerial } from '../number-format/serial-day';
import { makeNumberCell } from '../number-format/number-cell';
import { isDayFormat, isScientificFormat } from '../number-format/format-kind';
import type { Cell } from '../cells/sheet';

/**
 * Cell of SheetJS: type, value, shown text, number format. The types are documented, the values are
 * not trusted.
 */
export interface RawCell {
  readonly t?: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
}

/** Context of the workbook for reading a cell. */
export interface CellReadingContext {
  readonly system: DateSystem;
  /** Tells whether a format shows a number as it is (General, text). */
  readonly isPlain: (format: string) => boolean;
  /** Shows a number by a format like Excel, or as `w` where the format is unknown. */
  readonly show: (format: string, value: number, w?: string) => string;
  /** True when the file types the cell as a date without a format (`t="d"`). */
  readonly isoDate: boolean;
  /**
   * True when the file has the shown text (OpenDocument, Numbers), so that SheetJS did not make it.
   */
  readonly textIsInFile: boolean;
  /**
   * True where SheetJS shows dates wrongly (XLSB of the 1904 system, four years early). Their text
   * is made here.
   */
  readonly ignoreShownDates: boolean;
}

const BLANK: Cell = { kind: 'blank' };
/** Numbers from here on lose digits in a double. Excel keeps 15. */
const FIFTEEN_DIGITS = 1e15;
const EXPONENT = /\de[+-]?\d/i;

/** Error values by their codes ([MS-XLS] 2.5.10). SheetJS shows those of some formats only. */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/**
 * Reads a cell of SheetJS: the text as Excel shows it, with the typed value (docs/product.md 2.2).
 */
export function cellOfSheetJs(raw: RawCell, reading: CellReadingContext): Cell {
  switch (raw.t ?? 'z') {
    case 's':
    case 'str':
      return textCell(raw);
    case 'n':
      return typeof raw.v === 'number' ? numberCell(raw.v, raw, reading) : textCell(raw);
    case 'd':
      return dateCell(raw, reading);
    case 'b':
      return { kind: 'flag', text: raw.w ?? (raw.v === true ? 'TRUE' : 'FALSE'), value: raw.v === true };
    case 'e':
      return { kind: 'error', text: raw.w ?? ERRORS.get(raw.v) ?? '#ERROR!' };
    default:
      return BLANK;
  }
}

/** Tells whether a cell holds anything, without making it. */
export function isFilled(raw: RawCell | null | undefined): raw is RawCell {
  if (raw === null || raw === undefined || raw.t === undefined || raw.t === 'z') return false;
  return raw.t === 'e' || (raw.v !== undefined && raw.v !== null && raw.v !== '');
}

function textCell({ v, w, z }: RawCell): Cell {
  if (v === undefined || v === null) return BLANK;
  // A format may add to a text: "ID-"@. Padding alone adds nothing.
  const dressed = typeof z === 'string' && w !== undefined && addsToText(z);
  const text = dressed ? w : typeof v === 'string' ? v : '';
  return text === '' ? BLANK : { kind: 'text', text };
}

/** Tells whether a format adds to a text: "ID-"@ does, _(@_) only pads. */
function addsToText(format: string): boolean {
  if (!format.includes('@')) return false;
  const text = format.slice(format.lastIndexOf(';') + 1);
  return text.replace(/[_*][\s\S]|\[[^\]]*\]/g, '').trim() !== '@';
}

function numberCell(value: number, { w, z }: RawCell, reading: CellReadingContext): Cell {
  // Some programs write no code where they mean General.
  const format = typeof z === 'string' && z !== '' ? z : 'General';
  if (!Number.isFinite(value)) return { kind: 'error', text: '#NUM!' };
  const plain = reading.isPlain(format);
  if (isDayFormat(format) || (reading.isoDate && plain)) return dayCell(value, format, w, reading);
  const fits = Math.abs(value) < FIFTEEN_DIGITS;
  // Excel shows a whole number of more than 11 digits as 1.23457E+11 for lack of width. The file
  // has all digits, and the admin means them.
  const allDigits = plain && fits && Number.isInteger(value) && (w === undefined || EXPONENT.test(w));
  // SheetJS drops digits without a place in the format (00000-0000), and takes the wrong section of
  // some.
  const known = format === 'General' || format === '@' || reading.textIsInFile ? w : undefined;
  const shown = allDigits ? String(value) : (known ?? reading.show(format, value, w));
  // Spaces around are padding for a sign or a currency.
  const text = shown.trim();
  // A format such as ;;; hides the number. The admin sees an empty cell.
  if (text === '') return BLANK;
  const exponent = plain ? EXPONENT.test(text) : isScientificFormat(format);
  return makeNumberCell(text, value, !fits || exponent, reading.system);
}

/** Reads a `Date` at UTC, which SheetJS makes for Numbers files, by its serial number. */
function dateCell(raw: RawCell, reading: CellReadingContext): Cell {
  if (!(raw.v instanceof Date)) return textCell(raw);
  const serial = raw.v.getTime() / 86_400_000 + 25_569;
  return dayCell(serial, 'yyyy-mm-dd', raw.w, { ...reading, system: 1900 });
}

/**
 * Reads a number with a date format. Where there is no such day (60, "29 February 1900"; 0; a
 * negative number) it is the shown text, which a date column reports as unreadable.
 */
function dayCell(value: number, format: string, w: string | undefined, reading: CellReadingContext): Cell {
  const found = dayOfSerial(value, reading.system);
  const formatted = isDayFormat(format);
  const known = reading.ignoreShownDates ? undefined : w;
  const shown = reading.textIsInFile && known !== undefined ? known : reading.show(format, value, known);
  const text = formatted ? shown.trim() : '';
  if (found !== null) return { kind: 'day', text: text === '' ? found.day : text, ...found };
  return { kind: 'text', text: text === '' ? String(value) : text };
}

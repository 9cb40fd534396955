import type { DateSystem } from '../number-format/serial-day';
import { dayOfSerial } from '../number-format/serial-day';
import { makeNumberCell } from '../number-format/number-cell';
import { isDayFormat, isScientificFormat } from '../number-format/format-kind';
import type { Cell } from '../cells/sheet';

/** A cell as SheetJS leaves it: type, value, shown text, number format. Types are of its documentation, values are not trusted. */
export interface RawCell {
  readonly t?: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
}

/** What of the workbook a cell needs to be read. */
export interface CellReadingContext {
  readonly system: DateSystem;
  /** Shows a number by a format, as Excel would; as `w` where the format is not known. */
  readonly show: (format: string, value: number, w?: string) => string;
  /** Whether the file says that the cell is a date by itself, without a format (ISO cells, `t="d"`). */
  readonly isoDate: boolean;
  /** Whether the file itself holds the text that is shown (OpenDocument, Numbers), so that SheetJS did not make it. */
  readonly textIsInFile: boolean;
  /** SheetJS shows dates of some formats wrongly (XLSB of the 1904 system, four years early): they are shown anew. */
  readonly ignoreShownDates: boolean;
}

const BLANK: Cell = { kind: 'blank' };
/** From here on a double has no place for every digit: Excel keeps 15. */
const FIFTEEN_DIGITS = 1e15;
const EXPONENT = /\de[+-]?\d/i;

/** Reads a cell of SheetJS: text as Excel shows it, the typed value beside it (docs/product.md 2.2). */
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
      return { kind: 'error', text: raw.w ?? '#ERROR!' };
    default:
      return BLANK;
  }
}

/** Whether there is anything in the cell, without building it. */
export function isFilled(raw: RawCell | null | undefined): raw is RawCell {
  if (raw === null || raw === undefined || raw.t === undefined || raw.t === 'z') return false;
  return raw.t === 'e' || (raw.v !== undefined && raw.v !== null && raw.v !== '');
}

function textCell({ v, w, z }: RawCell): Cell {
  if (v === undefined || v === null) return BLANK;
  // A format may add to a text: "ID-"@. Every other format leaves it alone, also one that only leaves room around it.
  const dressed = typeof z === 'string' && w !== undefined && addsToText(z);
  const text = dressed ? w : typeof v === 'string' ? v : '';
  return text === '' ? BLANK : { kind: 'text', text };
}

/** Whether a format shows a text with something around it: "ID-"@, but not _(@_), whose room is no text. */
function addsToText(format: string): boolean {
  if (!format.includes('@')) return false;
  const text = format.slice(format.lastIndexOf(';') + 1);
  return text.replace(/[_*][\s\S]|\[[^\]]*\]/g, '').trim() !== '@';
}

function numberCell(value: number, { w, z }: RawCell, reading: CellReadingContext): Cell {
  // Some programs write no code at all where they mean General.
  const format = typeof z === 'string' && z !== '' ? z : 'General';
  if (!Number.isFinite(value)) return { kind: 'error', text: '#NUM!' };
  const plain = format === 'General' || format === '@';
  if (isDayFormat(format) || (reading.isoDate && plain)) return dayCell(value, format, w, reading);
  const fits = Math.abs(value) < FIFTEEN_DIGITS;
  // Excel shows a whole number of more than 11 digits as 1.23457E+11 for lack of room. All its digits are there, and
  // they are what the admin typed and means, so they are shown.
  const allDigits = plain && fits && Number.isInteger(value) && (w === undefined || EXPONENT.test(w));
  // SheetJS drops digits for which a format has no place (00000-0000), and takes the wrong section of some.
  const known = plain || reading.textIsInFile ? w : undefined;
  const shown = allDigits ? String(value) : (known ?? reading.show(format, value, w));
  // Spaces around are the room of a sign or a currency, not text.
  const text = shown.trim();
  // A format such as ;;; hides the number: the admin sees an empty cell.
  if (text === '') return BLANK;
  const exponent = plain ? EXPONENT.test(text) : isScientificFormat(format);
  return makeNumberCell(text, value, !fits || exponent, reading.system);
}

/** SheetJS makes dates of Numbers files a `Date` at UTC: its serial number is read, as of every other date. */
function dateCell(raw: RawCell, reading: CellReadingContext): Cell {
  if (!(raw.v instanceof Date)) return textCell(raw);
  const serial = raw.v.getTime() / 86_400_000 + 25_569;
  return dayCell(serial, 'yyyy-mm-dd', raw.w, { ...reading, system: 1900 });
}

/**
 * A number with the format of a day. Where there is no such day (60, "29 February 1900"; 0, "0 January 1900", which an
 * empty lookup gives; a negative number) the cell is the text that is shown, and no date: whoever reads it as one says so.
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

import { makeNumberCell } from '../number-format/number-cell';
import { dayOfSerial, type DateSystem } from '../number-format/serial-day';
import type { Cell } from '../cells/sheet';
import { ERROR, FLAG, ISO_DAY, NUMBER, SHARED_TEXT, type CellStore } from './cell-store';
import type { CellCache } from './cell-cache';
import type { CompiledFormat } from '../number-format/compile-format';
import type { StringPool } from './string-pool';

/** Context that the cells of a workbook share. */
export interface CellContext {
  readonly system: DateSystem;
  readonly formats: readonly CompiledFormat[];
  readonly shared: StringPool;
  readonly texts: StringPool;
  readonly cache: CellCache;
}

const BLANK: Cell = { kind: 'blank' };
/** Numbers from here on lose digits in a double. Excel keeps 15. */
const FIFTEEN_DIGITS = 1e15;
const EXPONENT = /\de[+-]?\d/i;

/**
 * Reads the cell at a place of the store: the text as Excel shows it, with the typed value
 * (docs/product.md 2.2).
 */
export function storedCell(cells: CellStore, place: number, context: CellContext): Cell {
  const value = cells.value(place);
  const index = cells.format(place);
  const format = context.formats[index];
  switch (cells.kind(place)) {
    case NUMBER:
      if (format === undefined || format.plain) return numberCell(value, format, context.system);
      return context.cache.get(value, index, () => numberCell(value, format, context.system));
    case ISO_DAY:
      return dayCell(value, format, context.system);
    case FLAG:
      return { kind: 'flag', text: value === 1 ? 'TRUE' : 'FALSE', value: value === 1 };
    case ERROR:
      return { kind: 'error', text: context.texts.text(value) };
    case SHARED_TEXT:
      return textCell(context.shared.text(value), format);
    default:
      return textCell(context.texts.text(value), format);
  }
}

function textCell(text: string, format: CompiledFormat | undefined): Cell {
  return text === '' ? BLANK : { kind: 'text', text: format?.showText(text) ?? text };
}

/** Reads a number by the same rules as sheetjs-cell.ts, with a compiled format. */
function numberCell(value: number, format: CompiledFormat | undefined, system: DateSystem): Cell {
  if (format?.day) return dayCell(value, format, system);
  const fits = Math.abs(value) < FIFTEEN_DIGITS;
  const plain = format?.plain !== false;
  // The file has all digits of a whole number, and the admin means them. Excel has no width for
  // more than eleven.
  if (plain && fits && Number.isInteger(value)) {
    return makeNumberCell(String(value), value, false, system);
  }
  // Spaces around are padding for a sign or a currency.
  const text = (format?.show(value) ?? String(value)).trim();
  // A format such as ;;; hides the number. The admin sees an empty cell.
  if (text === '') return BLANK;
  const exponent = plain ? EXPONENT.test(text) : format.scientific;
  return makeNumberCell(text, value, !fits || exponent, system);
}

/**
 * Reads a day. Where there is no such day (60, "29 February 1900"; 0; a negative number) it is the
 * shown text.
 */
function dayCell(value: number, format: CompiledFormat | undefined, system: DateSystem): Cell {
  const found = dayOfSerial(value, system);
  const text = format?.day ? format.show(value).trim() : '';
  if (found !== null) return { kind: 'day', text: text === '' ? found.day : text, ...found };
  return { kind: 'text', text: text === '' ? String(value) : text };
}

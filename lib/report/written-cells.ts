import { shownNumber } from '../assign/read/read-id';
import { textOf, type Cell } from '../sheet/cells/sheet';
import type { WrittenCell } from '../sheet/cells/written-cell';
import { compileFormat } from '../sheet/number-format/compile-format';
import { serialOfDay } from '../sheet/number-format/serial-of-day';
import { dayFormatOf, ISO_DAY_FORMAT } from './day-format';
import { numberFormatsOf } from './number-format';

/**
 * Makes the writer of a sheet's own cells, with the type that each has, so that the file is read
 * again as the sheet was (docs/product.md 2.6). It remembers the formats of one file.
 *
 * - A day stays a day, shown as it was; as `yyyy-mm-dd` where its format cannot be found out. In a
 *   CSV it has the year in front, which leaves no question of day and month.
 * - A number stays one where a format shows it as it was. Otherwise, and from twelve digits on, it
 *   is the text that is read from it.
 * - A text stays a text, also when it looks like a number.
 */
export function cellWriter(): (cell: Cell) => WrittenCell {
  const compiled = new Map<string, ReturnType<typeof compileFormat>>();
  const show = (format: string, value: number): string | null => {
    if (!compiled.has(format)) compiled.set(format, compileFormat(format, 1900));
    return compiled.get(format)?.show(value).trim() ?? null;
  };

  const numberCell = (cell: Extract<Cell, { readonly kind: 'number' }>): WrittenCell => {
    const text = shownNumber(cell) ?? cell.text; // null: the sheet has lost its digits
    if (cell.damaged) return text;
    const { value, since1904 } = cell;
    // As it is shown; where that is short (1.2E+05), with its digits.
    const [format] = [cell.text, text].flatMap((shown) =>
      numberFormatsOf(shown, value).filter((one) => show(one, value) === shown),
    );
    if (format === undefined) return text;
    return { kind: 'number', value, format, text, ...(since1904 && { since1904 }) };
  };

  const dayCell = ({ day, text, timeOfDay }: Extract<Cell, { readonly kind: 'day' }>): WrittenCell => {
    const found = dayFormatOf(text, day);
    const { seconds } = found;
    const isShown = show(found.format, serialOfDay(day) + seconds / 86_400) === text;
    const isoFormat = seconds === 0 ? ISO_DAY_FORMAT : `${ISO_DAY_FORMAT} hh:mm:ss`;
    // A time that is not shown is not known any more.
    const asText = timeOfDay && seconds > 0 ? `${day} ${clock(seconds)}` : day;
    return { kind: 'day', day, seconds, format: isShown ? found.format : isoFormat, text: asText };
  };

  return (cell) => {
    switch (cell.kind) {
      case 'number':
        return numberCell(cell);
      case 'day':
        return dayCell(cell);
      case 'flag':
        return { kind: 'flag', value: cell.value, text: cell.text };
      case 'error':
        return { kind: 'error', text: cell.text };
      case 'blank':
      case 'text':
        return textOf(cell);
    }
  };
}

/** "14:05:00". */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

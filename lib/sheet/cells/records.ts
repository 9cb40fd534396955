import { uint32At } from '../../element-at';

/**
 * The records of a text as places in it: a field becomes a string when it is asked for, so that 100,000 rows are a few
 * megabytes of numbers and not a million strings.
 */
export interface Records {
  readonly count: number;
  /** Fields of a record, counted from 0. */
  width(record: number): number;
  /** A field as it is meant: quotes taken off, doubled ones single, a line end in it LF as Excel keeps it. "" outside. */
  field(record: number, column: number): string;
  /** Whether a field holds nothing, without making its text. */
  isEmpty(record: number, column: number): boolean;
}

const QUOTE = 34;

/**
 * Records over the places that a scan has found.
 *
 * @param bounds for each record the start of its fields and then one more than its end: a field ends one before the next
 * @param firsts for each record where its part of `bounds` begins, and the end of the last
 */
export function recordsAt(text: string, bounds: Uint32Array, firsts: Uint32Array): Records {
  const count = Math.max(0, firsts.length - 1);
  const width = (record: number) => uint32At(firsts, record + 1) - uint32At(firsts, record) - 1;
  const has = (record: number, column: number) =>
    record >= 0 && record < count && column >= 0 && column < width(record);
  return {
    count,
    width,
    field(record, column) {
      if (!has(record, column)) return '';
      const index = uint32At(firsts, record) + column;
      return fieldText(text, uint32At(bounds, index), uint32At(bounds, index + 1) - 1);
    },
    isEmpty(record, column) {
      if (!has(record, column)) return true;
      const index = uint32At(firsts, record) + column;
      const start = uint32At(bounds, index);
      const end = uint32At(bounds, index + 1) - 1;
      return start === end || (text.charCodeAt(start) === QUOTE && fieldText(text, start, end) === '');
    },
  };
}

/** Records that are texts already. */
export function recordsOf(rows: readonly (readonly string[])[]): Records {
  const field = (record: number, column: number) => rows[record]?.[column] ?? '';
  return {
    count: rows.length,
    width: (record) => rows[record]?.length ?? 0,
    field,
    isEmpty: (record, column) => field(record, column) === '',
  };
}

/** The quote that closes the field whose quote is at `open`: the next one that is not doubled; -1 when there is none. */
export function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close;
}

function fieldText(text: string, start: number, end: number): string {
  if (start === end) return '';
  if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
  const close = closingQuote(text, start);
  const behind = close + 1 < end ? text.slice(close + 1, end) : '';
  const field =
    behind.trim() === '' ? unquoted(text.slice(start + 1, close)) : strayText(text.slice(start, end), behind);
  return field.includes('\r') ? field.replace(/\r\n?/g, '\n') : field;
}

/**
 * The text of a field that goes on behind its closing quote. `"Big" Joe` is Big Joe, as in Excel. `"Joe "Big" Smith"` is a
 * text in quotes with quotes in it that were not doubled, as the next one shows, which ends a word: nothing of it is lost.
 */
function strayText(field: string, behind: string): string {
  const whole = field.trimEnd();
  const endsAWord = /^[^"]*[^\s"]"/.test(behind);
  if (whole.endsWith('"') && endsAWord) return unquoted(whole.slice(1, -1));
  return unquoted(field.slice(1, -1 - behind.length)) + behind;
}

function unquoted(inner: string): string {
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

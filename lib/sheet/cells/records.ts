import { uint32At } from '../../element-at';

/**
 * Records of a text, as offsets into it. A field becomes a string when it is asked for, so that
 * 100,000 rows are a few megabytes of numbers and not a million strings.
 */
export interface Records {
  readonly count: number;
  /** Number of fields of a record; records are counted from 0. */
  width(record: number): number;
  /**
   * Value of a field: quotes removed, doubled quotes single, line ends as LF like Excel. "" outside
   * the records.
   */
  field(record: number, column: number): string;
  /** Tells whether a field is empty, without making its text. */
  isEmpty(record: number, column: number): boolean;
}

const QUOTE = 34;
/** U+000B is the line break within a field of FileMaker and of Word. */
const LINE_END = /[\r\v]/;

/**
 * Records over the offsets that a scan has found.
 *
 * @param bounds for each record the start of its fields, then its end + 1; a field ends one before
 *   the next
 * @param firsts for each record the index of its first offset in `bounds`, and the end of the last
 *   record
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

/** Records over texts. */
export function recordsOf(rows: readonly (readonly string[])[]): Records {
  const field = (record: number, column: number) => rows[record]?.[column] ?? '';
  return {
    count: rows.length,
    width: (record) => rows[record]?.length ?? 0,
    field,
    isEmpty: (record, column) => field(record, column) === '',
  };
}

/**
 * Finds the quote that closes the field opened at `open`: the next one that is not doubled. -1
 * without one.
 */
export function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close;
}

function fieldText(text: string, start: number, end: number): string {
  if (start === end) return '';
  if (text.charCodeAt(start) !== QUOTE) {
    const bare = text.slice(start, end);
    return bare.includes('\v') ? bare.replaceAll('\v', '\n') : bare;
  }
  const close = closingQuote(text, start);
  const behind = close + 1 < end ? text.slice(close + 1, end) : '';
  const field =
    behind.trim() === '' ? unquoted(text.slice(start + 1, close)) : strayText(text.slice(start, end), behind);
  return LINE_END.test(field) ? field.replace(/\r\n?|\v/g, '\n') : field;
}

/**
 * Text of a field that goes on behind its closing quote. `"Big" Joe` -> `Big Joe`, as in Excel.
 * `"Joe "Big" Smith"` -> `Joe "Big" Smith`: its inner quotes were not doubled, which the quote at
 * the end of a word shows.
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

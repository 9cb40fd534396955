import { isHeaderWord } from './header-words';
import { matchingText } from '../cells/matching-text';
import { textOf, type Cell } from '../cells/sheet';
import { parseWrittenDate } from '../dates/parse-written-date';

/** Cells of a row by column. */
export type RowCells = readonly Cell[];

/**
 * Least share of a column's values that have the kind of its first one. Words stand among other
 * values more often.
 */
const ENOUGH = 0.8;
const ENOUGH_WORDS = 0.5;
/** Least digits of an id. Years, grades and counts have fewer. */
const ID_DIGITS = 5;
/** Least number of values below an id of the same form. Fewer may be chance. */
const ENOUGH_IDS = 2;

type Kind = 'email' | 'uuid' | 'date' | 'number' | 'link' | 'words';

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LINK = /^(?:https?:\/\/|www\.)\S+$/i;
const NUMBER = /^[+-]?\d[\d.,'’ \u00A0]*%?$/;
/**
 * Letters, digits and their separators. No amount ("12,345.50") and no shortened number
 * ("1.2E+17").
 */
const ID = /^[\p{L}\d][\p{L}\d\-_/]*$/u;
/** Month or day in digits ("202301", "20230131"), which headers of sums often are. */
const PERIOD = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?$/;

/**
 * Tells whether the first row is certainly data, so that the sheet has no header row. Each of its
 * cells must resemble the values below, and none may name a column. One of these must prove it: an
 * e-mail over e-mails, a UUID, a date over dates, or an id over ids of the same form.
 *
 * In doubt it is a header. `below` are the other filled rows; none when there is one row only.
 */
export function startsWithoutHeader(first: RowCells, below: readonly RowCells[]): boolean {
  const columns = first.flatMap((cell, column) => {
    const text = shownText(cell);
    if (text === '') return [];
    const values = below
      .map((row) => row[column])
      .filter((value) => value !== undefined && shownText(value) !== '');
    return [{ cell, text, kind: kindOf(cell, text), values: values as Cell[] }];
  });
  const isAlone = below.length === 0;
  if (
    columns.some(
      ({ text, values }) => isHeaderWord(text) && !values.some((value) => shownText(value) === text),
    )
  )
    return false;
  if (!isAlone && columns.some(({ kind, values }) => !isLikeBelow(kind, values))) return false;
  if (columns.some(({ kind }) => kind === 'email' || kind === 'uuid')) return true;
  if (!isAlone && columns.some(({ kind }) => kind === 'date')) return true;
  const ids = columns.filter(({ text, values }) => isId(text) && (isAlone || areIds(idForm(text), values)));
  // Two id columns of the same form may be the headers of a pivot table.
  return ids.length > 0 && new Set(ids.map(({ text }) => idForm(text))).size === ids.length;
}

function shownText(cell: Cell): string {
  return matchingText(textOf(cell));
}

function kindOf(cell: Cell, text: string): Kind {
  if (EMAIL.test(text)) return 'email';
  if (UUID.test(text)) return 'uuid';
  if (LINK.test(text)) return 'link';
  if (cell.kind === 'day') return 'date';
  if (cell.kind === 'number' || NUMBER.test(text)) {
    // "31.01.2027" is a date. Eight digits alone are as often an id.
    return cell.kind !== 'number' && isWrittenDate(text) ? 'date' : 'number';
  }
  return isWrittenDate(text) ? 'date' : 'words';
}

function isWrittenDate(text: string): boolean {
  if (text.length < 6 || text.length > 40 || !/\d/.test(text) || /^\d+$/.test(text)) return false;
  const written = parseWrittenDate(text);
  return written !== null && written.kind !== 'serial';
}

/**
 * Tells whether the values below are of the same kind. With none it may be a header without values.
 */
function isLikeBelow(kind: Kind, values: readonly Cell[]): boolean {
  const alike = values.filter((value) => kindOf(value, shownText(value)) === kind).length;
  return alike > 0 && alike >= values.length * (kind === 'words' ? ENOUGH_WORDS : ENOUGH);
}

function isId(text: string): boolean {
  return ID.test(text) && text.replace(/\D/g, '').length >= ID_DIGITS && !PERIOD.test(text);
}

/** Form of an id: "AB-10231" -> "aa-00000". */
function idForm(text: string): string {
  return text.replace(/\p{L}/gu, 'a').replace(/\d/g, '0');
}

/** Tells whether values are ids: of one form, and nearly all distinct. */
function areIds(form: string, values: readonly Cell[]): boolean {
  const texts = values.map(shownText);
  const alike = texts.filter((text) => idForm(text) === form);
  if (alike.length < ENOUGH_IDS || alike.length < texts.length * ENOUGH) return false;
  return new Set(alike).size >= alike.length * ENOUGH;
}

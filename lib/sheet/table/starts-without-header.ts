import { isHeaderWord } from './header-words';
import { matchingText } from '../cells/matching-text';
import { textOf, type Cell } from '../cells/sheet';
import { parseWrittenDate } from '../dates/parse-written-date';

/** A row by its columns. */
export type RowCells = readonly Cell[];

/** Share of a column's values that must be of the kind of its first one; words stand among other things more often. */
const ENOUGH = 0.8;
const ENOUGH_WORDS = 0.5;
/** Digits from which on a number or a code is an id; years, grades and counts have fewer. */
const ID_DIGITS = 5;
/** Values below an id from which on it is no chance that they are written alike. */
const ENOUGH_IDS = 2;

type Kind = 'email' | 'uuid' | 'date' | 'number' | 'link' | 'words';

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LINK = /^(?:https?:\/\/|www\.)\S+$/i;
const NUMBER = /^[+-]?\d[\d.,'’ \u00A0]*%?$/;
/** Letters and digits and what stands between them in an id; no amount ("12,345.50"), no number cut short ("1.2E+17"). */
const ID = /^[\p{L}\d][\p{L}\d\-_/]*$/u;
/** A month or a day in digits, "202301", "20230131": headers of sums are written so. */
const PERIOD = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?$/;

/**
 * Whether the first row of a sheet plainly is data, so that no row is the header: each of its cells is like the values
 * below it, none is what columns are called, and there is proof: an e-mail over e-mails, a public id or a date over
 * others, or an id over ids that are written as it is. When in doubt it is not: a header that is taken for data is an
 * error that is seen, but who has it has to mend it. `below`: rows that hold something, none when there is one row only.
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
  // Two columns whose ids are written alike may be the headers of a pivot.
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
    // "31.01.2027"; eight digits alone are as often an id.
    return cell.kind !== 'number' && isWrittenDate(text) ? 'date' : 'number';
  }
  return isWrittenDate(text) ? 'date' : 'words';
}

function isWrittenDate(text: string): boolean {
  if (text.length < 6 || text.length > 40 || !/\d/.test(text) || /^\d+$/.test(text)) return false;
  const written = parseWrittenDate(text);
  return written !== null && written.kind !== 'serial';
}

/** Where nothing is below, it is a header without values. */
function isLikeBelow(kind: Kind, values: readonly Cell[]): boolean {
  const alike = values.filter((value) => kindOf(value, shownText(value)) === kind).length;
  return alike > 0 && alike >= values.length * (kind === 'words' ? ENOUGH_WORDS : ENOUGH);
}

function isId(text: string): boolean {
  return ID.test(text) && text.replace(/\D/g, '').length >= ID_DIGITS && !PERIOD.test(text);
}

/** How an id is written: "AB-10231" as "aa-00000". */
function idForm(text: string): string {
  return text.replace(/\p{L}/gu, 'a').replace(/\d/g, '0');
}

/** Ids tell rows apart: nearly all of them differ. */
function areIds(form: string, values: readonly Cell[]): boolean {
  const texts = values.map(shownText);
  const alike = texts.filter((text) => idForm(text) === form);
  if (alike.length < ENOUGH_IDS || alike.length < texts.length * ENOUGH) return false;
  return new Set(alike).size >= alike.length * ENOUGH;
}

import { wordDefects } from '../../assign/damage/word-defects';
import { warningAt } from '../terms/finding-at';
import { changeOf, NOTHING, type RowRule } from '../terms/matched-row';

/** The second name of a person in Malaysia: "Ali @ Abu Bakar". */
const ALIAS = / @ (?=\p{L})/gu;
const LINE_BREAKS = /[\r\n\u2028\u2029\v]+/;
/**
 * Most names: western letters, none accented before a capital. Asked of each name of 100,000 rows.
 */
const EASY = /^[A-Za-zÀ-ÖØ-Þ][A-Za-z .,'-]*(?:[ß-öø-ÿ][a-z .,'-][A-Za-z .,'-]*)*[ß-öø-ÿ]?$/;
/** Nearly all others: letters, and what stands between them. */
const USUAL = /^[\p{L}\p{M}][\p{L}\p{M} .,'’‘ʼʻ´`()"“”„‑–&/-]*$/u;
/**
 * Signs that are in no name: currency, drawing, arithmetic, footnotes, pictures, signs without a
 * meaning of their own. Apostrophes of any shape are none of them.
 */
const SIGN = /(?![´`])[\p{S}\p{No}\p{Co}\p{Cn}\uFFFC¡¿§¶†‡‰•_*@#%\\{}[\]]/u;
/** A name in quotes, or a field that a letter was to be filled with: "«Name»". */
const QUOTED = /^["“”„«]([^"“”„«»]+)["“”»]$/u;
/** Numbers of an account or a list. "John 2" and "3rd" are no such ones. */
const NUMBER = /\d{3}/;

/**
 * The new name has what no name has: "Ada\nKing" -> asked, "Ada King" is offered; "Ada King*",
 * "12345", "BjØrn", "King €", "\"Ada King\"", "https://x.org/ada" -> asked. "O'Brien?", "Ada &
 * Bob King", "Ali @ Abu Bakar", "M. A. King (Jr.)", "王 小明" -> none.
 */
export const oddName: RowRule = (row) => {
  const name = changeOf(row, 'recipient-name')?.after; // most rows do not change it
  if (typeof name !== 'string' || !isOdd(name)) return NOTHING;
  const oneLine = inOneLine(name).replace(QUOTED, '$1');
  const suggestion = oneLine === name || isOdd(oneLine) ? null : oneLine;
  return [warningAt(row.row, 'odd-name', 'recipient-name', { suggestion })];
};

/** "Ada\n King" -> "Ada King". A name without a line break stays as it is. */
function inOneLine(name: string): string {
  const lines = name.split(LINE_BREAKS);
  if (lines.length === 1) return name;
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function isOdd(name: string): boolean {
  if (EASY.test(name)) return false;
  if (name.includes('"') && name.split('"').length % 2 === 0) return true; // one of two is missing
  if (QUOTED.test(name)) return true;
  if (!USUAL.test(name)) {
    if (LINE_BREAKS.test(name) || !/\p{L}/u.test(name)) return true;
    if (name.includes('://')) return true;
    if (SIGN.test(name.replace(ALIAS, ' ')) || NUMBER.test(name)) return true;
  }
  return wordDefects(name).letters > 0;
}

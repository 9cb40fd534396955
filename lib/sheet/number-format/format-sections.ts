import {
  firstSection,
  GENERAL,
  HALVES,
  hasDigitPlaces,
  MOST_FORMAT_LENGTH,
  withoutBrackets,
  wordAt,
} from './format-words';
import { isJapanese, namesFirstYear } from './japanese-era';

/** Token of a number format. */
export type Token =
  /**
   * `fraction`: a bare slash, which makes a fraction between digits, with its denominator where the
   * format says it. `word`: letters without quotes that are no date letters.
   */
  | {
      readonly kind: 'literal';
      readonly text: string;
      readonly padding: boolean;
      readonly fraction?: { readonly denominator: number | null };
      readonly word?: true;
    }
  /** Digit placeholders with their separators: "#,##0.00", "0.00E+00". */
  | { readonly kind: 'digits'; readonly pattern: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  /** Run of one date letter ("yyyy"), "am/pm", or elapsed time ("[h]"). */
  | { readonly kind: 'date'; readonly code: string }
  /** Condition on the numbers of the section (`[<1]`). */
  | { readonly kind: 'condition'; readonly sign: string; readonly than: number };

const COLOUR = /^\[(black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2})\]/i;
const CURRENCY = /^\[\$([^\]-]{0,20})(?:-[^\]]{0,20})?\]/;
const CONDITION = /^\[(<=?|>=?|=|<>) ?(-?\d{1,15}(?:\.\d{1,15})?)\]/;
const ELAPSED = /^\[(h{1,4}|m{1,4}|s{1,4})\]/i;
const LITERAL = /^[-+/():!^&'~{}<>= $\u00A0-\uFFFF]/;
/** Slash, with a denominator that the format says: `/16`. */
const FRACTION = /^\/([1-9]\d{0,4}(?!\d))?/;
const LETTERS = /^(y+|m+|d+|h+|s+)/i;
/**
 * Date letters with those of East Asia, in a format without a language. The era is not shown then,
 * and its year is the common one.
 */
const MORE_LETTERS = /^(y+|m+|d+|h+|s+|g{1,3}|e{1,2}|a{3,4})/i;
/** Date letters with the Japanese era and its year. */
const JAPANESE_LETTERS = /^(y+|m+|d+|h+|s+|g{1,3}|e{1,2})/i;

/**
 * Splits a format into its sections (positive; negative; zero; text) and tokens. Null for an
 * unknown one.
 */
export function parseSections(code: string): readonly (readonly Token[])[] | null {
  if (code.length > MOST_FORMAT_LENGTH) return null;
  const letters = isJapanese(code) ? JAPANESE_LETTERS : code.includes('[$-') ? LETTERS : MORE_LETTERS;
  const sections: Token[][] = [[]];
  let rest = code;
  let isOfNumber = isSectionOfNumber(rest);
  while (rest !== '') {
    if (rest.startsWith(';')) {
      sections.push([]);
      rest = rest.slice(1);
      isOfNumber = isSectionOfNumber(rest);
      continue;
    }
    const found = parseToken(rest, letters, isOfNumber);
    if (found === null) return null;
    const [piece, length] = found;
    if (piece !== null) sections.at(-1)?.push(piece);
    rest = rest.slice(length);
  }
  if (letters === MORE_LETTERS) sections.forEach(inCommonLetters);
  if (namesFirstYear(code)) sections.forEach(nameFirstYear);
  sections.forEach(nameGeneral);
  return sections.length > 4 ? null : sections;
}

function isSectionOfNumber(rest: string): boolean {
  return hasDigitPlaces(withoutBrackets(firstSection(rest)));
}

function inCommonLetters(pieces: Token[]): void {
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'date') return;
    const code = piece.code
      .replace(/^g+$/, '')
      .replace(/^e+$/, 'yyyy')
      .replace(/^a+$/, (weekday) => 'd'.repeat(weekday.length));
    pieces[index] = code === '' ? { kind: 'literal', text: '', padding: true } : { kind: 'date', code };
  });
}

/** Marks the year of an era whose first year has a name, as "e1". */
function nameFirstYear(pieces: Token[]): void {
  pieces.forEach((piece, index) => {
    if (piece.kind === 'date' && piece.code === 'e') pieces[index] = { kind: 'date', code: 'e1' };
  });
}

/**
 * Takes a section that has words and nothing to show a number by for General, which has a name in
 * each language: `Standard`, `Geral`, `標準`. Excel takes such a file for damaged.
 */
function nameGeneral(pieces: Token[]): void {
  const shows = pieces.some(({ kind }) => kind !== 'literal' && kind !== 'condition');
  const word = pieces.findIndex((piece) => piece.kind === 'literal' && piece.word === true);
  if (shows || word < 0) return;
  const kept = pieces.filter((piece) => piece.kind !== 'literal' || piece.word !== true);
  pieces.splice(0, pieces.length, ...kept.slice(0, word), { kind: 'general' }, ...kept.slice(word));
}

/** Parses the first token and its length. The token is null when it shows nothing. */
function parseToken(
  rest: string,
  dateLetters: RegExp,
  isOfNumber: boolean,
): readonly [Token | null, number] | null {
  const literal = (text: string, length: number, padding = false) =>
    [{ kind: 'literal', text, padding }, length] as const;
  const [first = ''] = rest;
  if (first === '"') {
    const end = rest.indexOf('"', 1);
    return end < 0 ? null : literal(rest.slice(1, end), end + 1);
  }
  if (first === '\\') return rest.length < 2 ? null : literal(rest.slice(1, 2), 2);
  if (first === '_') return rest.length < 2 ? null : literal(' ', 2, true);
  // Filling the width of the column shows nothing of its own.
  if (first === '*') return rest.length < 2 ? null : [null, 2];
  if (first === '@') return [{ kind: 'text' }, 1];
  if (first === '%') return [{ kind: 'percent' }, 1];
  if (first === '[') return parseBracket(rest);
  const general = GENERAL.exec(rest);
  if (general !== null) return [{ kind: 'general' }, general[0].length];
  const halves = HALVES.exec(rest);
  if (halves !== null) return [{ kind: 'date', code: halves[0].toLowerCase() }, halves[0].length];
  const word = wordAt(rest, isOfNumber);
  if (word !== null) return [{ kind: 'literal', text: word, padding: false, word: true }, word.length];
  // Within a run of date letters.
  if (/^[tz]/i.test(first)) return literal(first, 1);
  const letters = dateLetters.exec(rest);
  if (letters !== null) return [{ kind: 'date', code: letters[0].toLowerCase() }, letters[0].length];
  const digits = /^[0#?,.]+(e[+-]?0+)?/i.exec(rest);
  if (digits !== null) return [{ kind: 'digits', pattern: digits[0].toUpperCase() }, digits[0].length];
  const slash = FRACTION.exec(rest);
  if (slash !== null) {
    const denominator = slash[1] === undefined ? null : Number(slash[1]);
    return [{ kind: 'literal', text: slash[0], padding: false, fraction: { denominator } }, slash[0].length];
  }
  if (!LITERAL.test(first)) return null;
  if (!/\p{L}/u.test(first)) return literal(first, 1);
  return [{ kind: 'literal', text: first, padding: false, word: true }, 1];
}

function parseBracket(rest: string): readonly [Token | null, number] | null {
  const colour = COLOUR.exec(rest);
  if (colour !== null) return [null, colour[0].length];
  const currency = CURRENCY.exec(rest);
  if (currency !== null) {
    return [{ kind: 'literal', text: currency[1] ?? '', padding: false }, currency[0].length];
  }
  const condition = CONDITION.exec(rest);
  if (condition !== null) {
    const [whole, sign = '', than = ''] = condition;
    return [{ kind: 'condition', sign, than: Number(than) }, whole.length];
  }
  const elapsed = ELAPSED.exec(rest);
  if (elapsed !== null) return [{ kind: 'date', code: elapsed[0].toLowerCase() }, elapsed[0].length];
  return null;
}

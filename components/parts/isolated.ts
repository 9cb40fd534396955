/**
 * Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their
 * forms.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A part that `isolated` has closed in, which holds no isolate of its own. */
const ISOLATED = /\u2068([^\u2066-\u2069]*)\u2069/u;

/**
 * A value for a sentence in a language of this direction, closed in where its own direction may be
 * another one, so that it moves no word or sign beside it (Unicode Bidirectional Algorithm, 2.7).
 * In Arabic: "+44 20 7946" would be shown as "7946 20 44+" without. A sentence of ours that holds
 * an isolated value is left as it is.
 */
export function isolated(value: string, direction: 'ltr' | 'rtl'): string {
  if (ISOLATED.test(value)) return value;
  const isOther = direction === 'ltr' ? RIGHT_TO_LEFT.test(value) : !RIGHT_TO_LEFT.test(value);
  return isOther && value !== '' ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value;
}

/**
 * A text changed by `change` everywhere but for the signs by which `isolated` closes a value in.
 */
export function withOwnIsolates(text: string, change: (part: string) => string): string {
  return text
    .split(ISOLATED)
    .map((part, index) =>
      index % 2 === 0 ? change(part) : `${FIRST_STRONG_ISOLATE}${change(part)}${POP_ISOLATE}`,
    )
    .join('');
}

/** A text without the signs of `isolated`: for names of files and for cells of files. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/g, '');
}

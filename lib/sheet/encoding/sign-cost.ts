/** Neighbours of a sign: a word, one other sign, or undefined at the edge of the text. */
export interface Neighbours {
  readonly before: string | undefined;
  readonly behind: string | undefined;
}

const OPENING = '“‘„‚‹«¿¡';
const CLOSING = '”’›»';
const CURRENCY = '€£¥';
const NUMERAL = '°²³¹¼½¾×±µ';
const ORDINAL = 'ºª';
const DASH = '–—';
const MARK = '§©®™№÷';
/** "Mª", "2º". A mark stands before a space or a number: "© 2027". */
const CAPITAL_OR_DIGIT = /[\p{Lu}\d.]$/u;
const NO_MARK_BEFORE = /^[^\s\d]/;

/** Bits of a sign at its usual place, at an odd one, and where nobody writes it. */
const USUAL = 3;
const ODD = 6;
const NEVER = 11;

/**
 * Begins like a word. ª, º and modifiers such as ˆ are letters to Unicode, and signs to people.
 */
export const WORD = /^(?![ªº\u02B0-\u02FF])[\p{L}\p{M}]/u;
/** Words around an apostrophe: "O’Brien", "dell’Arte", "King’s". Not "Garc’a". */
const ELIDED = /^.{1,2}$|ll$/;
const AFTER_ELISION = /^(?:\p{Lu}|(?:s|t|re|ll|ve|d|m)$)/u;

/**
 * Bits that a sign beyond ASCII costs between its neighbours: few at its place ("5 €", "O’Brien",
 * "“Ada”"), many where nobody writes it ("Garc¡a", "Jos‚"). Anything else, such as a frame of DOS
 * or a control character, costs most.
 */
export function signCost(sign: string, { before, behind }: Neighbours): number {
  const inFront = before !== undefined && WORD.test(before);
  const after = behind !== undefined && WORD.test(behind);
  const within = inFront && after;
  const apart = !inFront && !after;
  if (sign === '’' && within) return ELIDED.test(before) || AFTER_ELISION.test(behind) ? USUAL : ODD;
  if (OPENING.includes(sign)) return inFront ? NEVER : after || isFilled(behind) ? USUAL : ODD;
  if (CLOSING.includes(sign)) return after ? NEVER : inFront || isFilled(before) ? USUAL : ODD;
  if (sign === '…') return after ? NEVER : inFront ? ODD : USUAL;
  if (DASH.includes(sign)) return apart ? USUAL : ODD + 1;
  if (CURRENCY.includes(sign)) return apart ? USUAL : ODD + 2;
  if (NUMERAL.includes(sign)) return apart ? ODD - 1 : within ? NEVER : ODD;
  if (ORDINAL.includes(sign)) return CAPITAL_OR_DIGIT.test(before ?? '') ? USUAL : ODD + 1;
  if (sign === '\xA0') return within ? ODD : USUAL;
  if (sign === '•' || sign === '·') return apart ? USUAL + 1 : NEVER;
  if (MARK.includes(sign)) return NO_MARK_BEFORE.test(behind ?? ' ') ? NEVER : inFront ? ODD : USUAL + 1;
  return /[\p{Cc}\p{Cn}\p{Co}\u2500-\u25FF¤]/u.test(sign) ? NEVER + 3 : apart ? ODD + 2 : NEVER;
}

function isFilled(part: string | undefined): boolean {
  return part !== undefined && !/^\s/.test(part);
}

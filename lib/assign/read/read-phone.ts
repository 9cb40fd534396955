const SPACING = /[\s\u00A0\u2010-\u2015().\-/]/g;
/** Trunk prefix that is only dialled at home: "+44 (0)20". */
const TRUNK_ZERO = /\(0\)/;
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Reads a number in E.164 ("+442079460000"), else null. The country code needs its +: a national
 * number means another phone in every country. Spaces, dashes, dots, brackets and a bracketed trunk
 * zero are removed.
 */
export function readPhone(text: string): string | null {
  const digits = text.replace(TRUNK_ZERO, '').replace(SPACING, '');
  return E164.test(digits) ? digits : null;
}

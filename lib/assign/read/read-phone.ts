const SPACING = /[\s\u00A0\u2010-\u2015().\-/]/g;
/** "+44 (0)20": the trunk prefix that is only dialled at home. */
const TRUNK_ZERO = /\(0\)/;
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * The number in E.164 ("+442079460000") or null. The country code must be written with its +: a national number means
 * another phone in every country, so it is never completed. Spacing, dashes, dots and brackets are dropped, and a
 * bracketed trunk zero with them.
 */
export function readPhone(text: string): string | null {
  const digits = text.replace(TRUNK_ZERO, '').replace(SPACING, '');
  return E164.test(digits) ? digits : null;
}

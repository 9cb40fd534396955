const SPACING = /[ \t\u00A0\u2010-\u2015().\-/]/g;
/** Trunk prefix that is only dialled at home: "+44 (0)20". */
const TRUNK_ZERO = /\(0\)/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** Calling codes of one and two digits. All others have three (ITU-T E.164). */
const SHORT_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/**
 * Calling codes whose numbers may begin with 0, such as Italy's: "+39 06". Found by trying numbers
 * against Google's libphonenumber metadata of 2026.
 */
const ZERO_BELONGS = new Set(['39', '225', '226', '227', '229', '241', '242', '247', '378', '992']);
/** Digits of the shortest number, its calling code included, that a slash cannot divide. */
const WHOLE_NUMBER = 9;

/**
 * Reads a number in E.164 ("+442079460000"), else null. The country code needs its +: a national
 * number means another phone in every country. Spaces, dashes, dots, brackets and a bracketed trunk
 * zero are removed.
 *
 * Refused are numbers that nobody can dial, because the cell holds more than one number:
 * - a trunk zero behind the country code: "+44 020 7946 0000" -> null, "+39 06 1234 5678" is read;
 * - two numbers: "+1 415 555 2671 / 72" -> null, "+49 151/23456789" is read;
 * - a number of North America without 10 digits: "+1 415 555 267" -> null.
 */
export function readPhone(text: string): string | null {
  if (hasSecondNumber(text)) return null;
  const number = text.replace(TRUNK_ZERO, '').replace(SPACING, '');
  if (!E164.test(number)) return null;
  const digits = number.slice(1);
  const [code] = SHORT_CODE.exec(digits) ?? [digits.slice(0, 3)];
  if (digits.charAt(code.length) === '0' && !ZERO_BELONGS.has(code)) return null;
  return code === '1' && digits.length !== 11 ? null : number;
}

/** Tells whether a slash stands behind a whole number. A slash behind an area code is a spacing. */
function hasSecondNumber(text: string): boolean {
  const slash = text.lastIndexOf('/');
  return slash >= 0 && text.slice(0, slash).replace(/\D/g, '').length >= WHOLE_NUMBER;
}

/**
 * A number without the trunk zero behind its country code, where that makes it a number; else null.
 */
export function withoutTrunkZero(text: string): string | null {
  const mended = text.replace(/^(\+\d{1,3}[ \u00A0-]*)0(?=[\d ])/, '$1');
  return mended !== text && readPhone(mended) !== null ? mended : null;
}

/** Signs that people put between the digits of a phone number. */
const SPACING = /[ \t\u00A0\u2010-\u2015().\-/]/g;
/** Zero that is only dialled at home: "+44 (0)20". */
const TRUNK_ZERO = '(0)';
/** Calling codes of one and two digits. All others have three (ITU-T E.164). */
const SHORT_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/**
 * Calling codes whose numbers may begin with 0, such as Italy's: "+39 06". Found by trying numbers
 * against Google's libphonenumber metadata of 2026.
 */
const ZERO_BELONGS = new Set(['39', '225', '226', '227', '229', '241', '242', '247', '378', '992']);

/**
 * A phone number without its spacing, and without the bracketed zero that is only dialled at home.
 * Signs of no phone number stay.
 *
 * "+44 (0)20-7946 0000" -> "+442079460000". "+39 (0)6 1234" -> "+39061234": Italy dials it always.
 * "020 7946 ext 5" -> "0207946ext5".
 */
export function phoneDigits(text: string): string {
  const isTrunk = text.startsWith('+') && text.includes(TRUNK_ZERO) && !mayBeginWithZero(text);
  return (isTrunk ? text.replace(TRUNK_ZERO, '') : text).replace(SPACING, '');
}

/** Calling code of a number in digits alone, without its +: "442079460000" -> "44". */
export function callingCode(digits: string): string {
  return SHORT_CODE.exec(digits)?.[0] ?? digits.slice(0, 3);
}

/** Tells whether numbers of its country may begin with 0 behind the calling code. */
export function mayBeginWithZero(number: string): boolean {
  return ZERO_BELONGS.has(callingCode(number.replace(/\D/g, '')));
}

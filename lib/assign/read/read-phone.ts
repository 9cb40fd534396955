import { callingCode, mayBeginWithZero, phoneDigits } from '../../credential/phone-digits';

const E164 = /^\+[1-9]\d{6,14}$/;
/** Digits of the shortest number, its calling code included, that a slash cannot divide. */
const WHOLE_NUMBER = 9;

/**
 * Reads a number in E.164 ("+442079460000"), else null. The country code needs its +: a national
 * number means another phone in every country. Spaces, dashes, dots, brackets and a bracketed zero
 * that is only dialled at home are removed.
 *
 * Refused are numbers that nobody can dial, because the cell holds more than one number:
 * - a trunk zero behind the country code: "+44 020 7946 0000" -> null, "+39 06 1234 5678" is read;
 * - two numbers: "+1 415 555 2671 / 72" -> null, "+49 151/23456789" is read;
 * - a number of North America without 10 digits: "+1 415 555 267" -> null.
 */
export function readPhone(text: string): string | null {
  if (hasSecondNumber(text)) return null;
  const number = phoneDigits(text);
  if (!E164.test(number)) return null;
  const digits = number.slice(1);
  const code = callingCode(digits);
  if (digits.charAt(code.length) === '0' && !mayBeginWithZero(number)) return null;
  return code === '1' && digits.length !== 11 ? null : number;
}

/** Tells whether a slash stands behind a whole number. A slash behind an area code is a spacing. */
function hasSecondNumber(text: string): boolean {
  const slash = text.lastIndexOf('/');
  return slash >= 0 && text.slice(0, slash).replace(/\D/g, '').length >= WHOLE_NUMBER;
}

/**
 * Removes the trunk zero behind the country code where that makes a number; else null.
 */
export function withoutTrunkZero(text: string): string | null {
  const mended = text.replace(/^(\+\d{1,3}[ \u00A0-]*)0(?=[\d ])/, '$1');
  return mended !== text && readPhone(mended) !== null ? mended : null;
}

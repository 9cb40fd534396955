const PLAIN = /^\d{1,7}$/;
/** Groups of three with one sign between them all: 1,000 or 1.000 or 1 000. */
const GROUPED = /^\d{1,3}([.,'’\u00A0\u202F ])\d{3}(?:\1\d{3})?$/;
const ARABIC_ZERO = 0x660;

/** A whole number as somebody types it; null: it is none ("12.5", "about 400", "-1"). */
export function wholeNumberOf(text: string): number | null {
  const digits = text
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replaceAll('٬', ',');
  if (PLAIN.test(digits)) return Number(digits);
  return GROUPED.test(digits) ? Number(digits.replaceAll(/\D/g, '')) : null;
}

/**
 * Signs that an East Asian keyboard writes in another width: "２０２７", "＠", "＋", "﹫", and the
 * ideographic space. People type them as if they were ASCII.
 */
const OTHER_WIDTH = /[\uFE50-\uFE6B\uFF01-\uFF5E\u3000]+/g;
/** A digit of another script than ours, as in "٣١/٠١/٢٠٢٧". */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Writes full-width and small forms as ASCII (NFKC of these alone): "ａ＠ｂ．ｏｒｇ" -> "a@b.org". */
export function foldedWidth(text: string): string {
  return text.replace(OTHER_WIDTH, (signs) => signs.normalize('NFKC'));
}

/** The same, and the digits of every script as 0 to 9: "٣١/٠١/٢٠٢٧" -> "31/01/2027". */
export function foldedDigits(text: string): string {
  return foldedWidth(text).replace(OTHER_DIGIT, digitOf);
}

/**
 * Value of a digit. Unicode has the digits of a script in a row, and the zero of each script below
 * U+10000 at a code that ends in 0 or in 6. A digit beyond that is left as it is.
 */
function digitOf(digit: string): string {
  if (digit.length > 1) return digit;
  const code = digit.charCodeAt(0);
  const start = code - (code % 16);
  const zero = /\p{Nd}/u.test(String.fromCharCode(start)) ? start : start + 6;
  return String(code - zero);
}

/** Width that Excel gives a number in General format: eleven characters and the sign. */
const ROOM = 11;

/**
 * Shows a number in General format: whole numbers of up to eleven digits, at most ten digits with a
 * point, and an exponent with six digits where that does not fit.
 */
export function showGeneral(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  const sign = value < 0 ? '-' : '';
  if (Number.isInteger(size) && size < 1e11) return `${sign}${size}`;
  if (size >= 1e11 || size < 1e-4) return sign + small(size);
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1);
  const decimals = Math.max(0, ROOM - 1 - whole);
  const shown = size < 1 ? size.toFixed(9) : size.toFixed(decimals);
  return sign + withoutZeros(shown);
}

function small(size: number): string {
  // A short decimal fits without an exponent.
  if (size < 1e-4 && size >= 1e-9) {
    const plain = withoutZeros(size.toFixed(9));
    if (Number(plain) === size) return plain;
  }
  const [digits = '', exponent = '+0'] = size.toExponential(5).split('e');
  const power = exponent.slice(1).padStart(2, '0');
  return `${withoutZeros(digits)}E${exponent.slice(0, 1)}${power}`;
}

function withoutZeros(shown: string): string {
  return shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown;
}

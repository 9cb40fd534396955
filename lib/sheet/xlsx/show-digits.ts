/** Shows a number that is not negative, without its sign. */
export type ShowSize = (size: number) => string;

/** Compiles placeholders of digits ("#,##0.00", "0.00E+00"); null for a pattern that is not known here. */
export function compileDigits(pattern: string): ShowSize | null {
  const scientific = /^0(?:\.(0+))?E\+(0+)$/.exec(pattern);
  if (scientific !== null) {
    const [, decimals = '', power = '0'] = scientific;
    return (size) => showExponent(size, decimals.length, power.length);
  }
  const parts = /^([0#,]*?)(,*)(?:\.([0#]*))?$/.exec(pattern);
  if (parts === null) return null;
  const [, whole = '', thousands = '', fraction] = parts;
  if (/^,/.test(whole)) return null;
  const placeholders = whole.replaceAll(',', '');
  const zero = placeholders.indexOf('0');
  const least = zero < 0 ? 0 : placeholders.length - zero;
  const grouped = whole.includes(',');
  const decimals = fraction ?? '';
  const leastDecimals = decimals.lastIndexOf('0') + 1;
  const scale = 1000 ** thousands.length;
  return (size) => {
    const [digits = '', after = ''] = roundedText(size / scale, decimals.length).split('.');
    const padded = (digits === '0' ? '' : digits).padStart(least, '0');
    const shown = grouped ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
    let kept = after.length;
    while (kept > leastDecimals && after[kept - 1] === '0') kept -= 1;
    return fraction === undefined ? shown : `${shown}.${after.slice(0, kept)}`;
  };
}

/**
 * Rounds as a spreadsheet does: the 15 digits that it shows, halves away from zero. 1.005 is 1.01 there, though the
 * double nearest to it is a hair below.
 */
function roundedText(size: number, decimals: number): string {
  if (size >= 1e21) return BigInt(size).toString();
  const shown = Number(size.toPrecision(15));
  const text = String(shown);
  if (text.includes('e') || shown * 10 ** decimals >= 2 ** 52) return shown.toFixed(Math.min(decimals, 100));
  const moved = Math.round(Number(`${text}e${decimals}`));
  return (moved / 10 ** decimals).toFixed(Math.min(decimals, 100));
}

function showExponent(size: number, decimals: number, powerDigits: number): string {
  const [digits = '', power = '+0'] = size.toExponential(Math.min(decimals, 100)).split('e');
  return `${digits}E${power.slice(0, 1)}${power.slice(1).padStart(powerDigits, '0')}`;
}

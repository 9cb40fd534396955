import type { Token } from './format-sections';

/** Shows a number that is not negative, without a sign. */
export type ShowSize = (size: number) => string;

/**
 * Place of a section: text, or a digit ("0", "#" or "?") by its distance from the point, from 0.
 */
type Place =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'whole' | 'decimal'; readonly sign: string; readonly index: number };

/**
 * Compiles a section that shows a number, also with text between its digits ("000-00-0000"). Null
 * when it is unknown. Surplus digits stand before the first place, so that no format shortens an
 * id.
 */
export function compileDigits(pieces: readonly Token[]): ShowSize | null {
  const patterns = pieces.flatMap((piece) => (piece.kind === 'digits' ? [piece.pattern] : []));
  const [first = ''] = patterns;
  const scientific = patterns.length === 1 ? /^([0#?]+)(?:\.(0*)(#*))?E([+-]?)(0+)$/.exec(first) : null;
  if (scientific !== null) {
    const [, whole = '', zeros = '', more = '', sign = '', power = ''] = scientific;
    const form = { wholes: whole.length, zeros: zeros.length, more: more.length, sign, power: power.length };
    return (size) => {
      const shown = showExponent(size, form);
      return pieces.map((piece) => (piece.kind === 'digits' ? shown : textOfPiece(piece))).join('');
    };
  }
  // Commas behind the last digit divide by a thousand. Commas between digits group them.
  const found = /^([0#?](?:[0#?,]*[0#?])?|)(,*)(?:\.([0#?]*)(,*))?$/.exec(patterns.join(''));
  if (found === null) return null;
  const [, whole = '', thousands = '', decimals = '', more = ''] = found;
  const wholes = whole.replaceAll(',', '');
  const places = placesOf(pieces, wholes.length);
  const zero = wholes.indexOf('0');
  const least = zero < 0 ? 0 : wholes.length - zero;
  const leastDecimals = decimals.lastIndexOf('0') + 1;
  const grouped = whole.includes(',');
  const scale = 1000 ** (thousands.length + more.length);
  return (size) => {
    const [before = '', after = ''] = roundedText(size / scale, decimals.length).split('.');
    const digits = (before === '0' ? '' : before).padStart(least, '0');
    let kept = after.length;
    while (kept > leastDecimals && after[kept - 1] === '0') kept -= 1;
    return places
      .map((place) => {
        if (place.kind === 'text') return place.text;
        const blank = place.sign === '?' ? ' ' : '';
        if (place.kind === 'decimal') return place.index < kept ? after.charAt(place.index) : blank;
        const last = digits.length - place.index;
        const from = place.index >= wholes.length - 1 ? 0 : last - 1;
        return last <= 0 ? blank : grouped ? groups(digits, from, last) : digits.slice(from, last);
      })
      .join('');
  };
}

function placesOf(pieces: readonly Token[], wholes: number): readonly Place[] {
  const places: Place[] = [];
  let whole = 0;
  let decimal = -1;
  for (const piece of pieces) {
    if (piece.kind !== 'digits') {
      places.push({ kind: 'text', text: textOfPiece(piece) });
      continue;
    }
    for (const sign of piece.pattern) {
      if (sign === '.') {
        // Without a place before the point, all whole digits stand there.
        if (wholes === 0) places.push({ kind: 'whole', sign: '#', index: 0 });
        places.push({ kind: 'text', text: '.' });
        decimal = 0;
      } else if (sign !== ',') {
        if (decimal < 0) places.push({ kind: 'whole', sign, index: wholes - 1 - whole++ });
        else places.push({ kind: 'decimal', sign, index: decimal++ });
      }
    }
  }
  return places;
}

/** Text of a token that is no digit. */
export function textOfPiece(piece: Token): string {
  if (piece.kind === 'percent') return '%';
  return piece.kind === 'literal' ? piece.text : '';
}

/** Writes digits with a comma behind each group. */
function groups(digits: string, from: number, to: number): string {
  let shown = '';
  for (let at = from; at < to; at += 1) {
    const behind = digits.length - 1 - at;
    shown += digits.charAt(at) + (behind > 0 && behind % 3 === 0 ? ',' : '');
  }
  return shown;
}

/**
 * Rounds like a spreadsheet, to its 15 digits and halves away from zero: 1.005 -> 1.01, though the
 * nearest double is below it.
 */
function roundedText(size: number, decimals: number): string {
  if (Number.isInteger(size) && size < 1e15 && decimals <= 100) return size.toFixed(decimals);
  const [digits = '0', power = '0'] = size.toExponential(14).split('e');
  const kept = BigInt(digits.replace('.', ''));
  const shift = Number(power) - 14 + decimals;
  const unit = 10n ** BigInt(Math.abs(shift));
  const rounded = shift >= 0 ? kept * unit : (kept + unit / 2n) / unit;
  const text = String(rounded).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Parts of a format with an exponent: `##0.0#E+00` has 3 wholes, 1 zero and 1 more. */
interface ExponentForm {
  readonly wholes: number;
  readonly zeros: number;
  readonly more: number;
  readonly sign: string;
  readonly power: number;
}

/** Shows an exponent. With several places before the point it goes by their number (12.3E+3). */
function showExponent(size: number, { wholes, zeros, more, sign, power }: ExponentForm): string {
  const exponent = size === 0 ? 0 : Number(size.toExponential(14).split('e')[1]);
  const step = Math.floor(exponent / wholes) * wholes;
  const written = (at: number) =>
    roundedText(Number(`${size.toExponential(14).split('e')[0]}e${exponent - at}`), zeros + more);
  const first = written(step);
  // 9.99 rounds to 10.
  const carried = (first.split('.')[0] ?? '').length > wholes;
  const used = carried ? step + wholes : step;
  const digits = carried ? written(used) : first;
  const shown = more === 0 ? digits : digits.replace(new RegExp(`0{0,${more}}$`), '');
  const mark = used < 0 ? '-' : sign === '+' ? '+' : '';
  return `${shown}E${mark}${String(Math.abs(used)).padStart(power, '0')}`;
}

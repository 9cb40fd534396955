import type { Token } from './format-sections';
import { textOfPiece, type ShowSize } from './compile-digits';

/** Longest denominator. Excel has three digits at most. */
const MOST_DIGITS = 5;

/**
 * Compiles a section with a fraction: `# ?/?`, `# ??/16`, `?/?`. Null for another form. A number
 * that the fraction rounds to a whole one is shown as that: 0.01 in `# ?/?` -> "0", never "".
 */
export function compileFraction(pieces: readonly Token[]): ShowSize | null {
  const slash = pieces.findIndex((piece) => piece.kind === 'literal' && piece.fraction !== undefined);
  const stroke = pieces[slash];
  const digitsAt = pieces.flatMap((piece, index) => (piece.kind === 'digits' ? [index] : []));
  const fixed = stroke?.kind === 'literal' ? (stroke.fraction?.denominator ?? null) : null;
  const numerator = slash - 1;
  const denominator = fixed === null ? slash + 1 : -1;
  const parts = digitsAt.filter((index) => index !== numerator && index !== denominator);
  const [whole] = parts;
  const upper = patternAt(pieces, numerator);
  const lower = fixed === null ? patternAt(pieces, denominator) : '';
  if (upper === null || lower === null || parts.length > 1 || (whole ?? 0) > slash) return null;
  if (whole !== undefined && patternAt(pieces, whole) === null) return null;
  const most = 10 ** lower.length - 1;
  return (size) => {
    const integer = whole === undefined ? 0 : Math.floor(size);
    const rest = size - integer;
    const [counted, below] = fixed === null ? nearest(rest, most) : [Math.round(rest * fixed), fixed];
    const isNext = whole !== undefined && counted === below;
    const shown = isNext ? integer + 1 : integer;
    const above = isNext ? 0 : counted;
    const isWhole = whole !== undefined && above === 0;
    return pieces
      .map((piece, index) => {
        if (index === whole) return wholeText(shown, patternAt(pieces, index) ?? '', isWhole);
        if (index === slash) return isWhole ? ' '.repeat(1 + String(fixed ?? '').length) : `/${fixed ?? ''}`;
        if (index === numerator) return isWhole ? ' '.repeat(upper.length) : padded(above, upper, 'start');
        if (index === denominator) return isWhole ? ' '.repeat(lower.length) : padded(below, lower, 'end');
        return textOfPiece(piece);
      })
      .join('');
  };
}

function patternAt(pieces: readonly Token[], index: number): string | null {
  const piece = pieces[index];
  if (piece?.kind !== 'digits' || !/^[0#?]+$/.test(piece.pattern)) return null;
  return piece.pattern.length > MOST_DIGITS ? null : piece.pattern;
}

/** Zero is not shown before a fraction (`# ?/?` of 0.5 -> "1/2"), and is shown without one. */
function wholeText(value: number, pattern: string, isAlone: boolean): string {
  if (value === 0 && !isAlone && !pattern.includes('0')) return pattern.includes('?') ? ' ' : '';
  return padded(value, pattern, 'start');
}

/** Pads with zeros for `0` and with spaces for `?`, before a numerator and behind a denominator. */
function padded(value: number, pattern: string, side: 'start' | 'end'): string {
  const text = String(value);
  if (side === 'start')
    return text.padStart(pattern.length, pattern.startsWith('0') ? '0' : pattern.startsWith('?') ? ' ' : '');
  return text.padEnd(pattern.includes('?') ? pattern.length : 0, ' ');
}

/**
 * Nearest fraction with a denominator of at most `most`, by continued fractions. A double has 15
 * digits, so the number is taken as so many 1e15ths.
 */
function nearest(value: number, most: number): readonly [above: number, below: number] {
  const whole = Math.floor(value);
  let [rest, part] = [Math.round((value - whole) * 1e15), 1e15];
  let [above, below, lastAbove, lastBelow] = [1, 0, 0, 1];
  for (;;) {
    const times = Math.floor(rest / part);
    const next = lastBelow + times * below;
    if (next > most) break;
    [above, below, lastAbove, lastBelow] = [lastAbove + times * above, next, above, below];
    [rest, part] = [part, rest - times * part];
    if (part === 0) return [above + whole * below, below];
  }
  const more = Math.floor((most - lastBelow) / below);
  const [otherAbove, otherBelow] = [lastAbove + more * above, lastBelow + more * below];
  const fraction = value - whole;
  const isCloser = Math.abs(otherAbove / otherBelow - fraction) < Math.abs(above / below - fraction);
  return isCloser ? [otherAbove + whole * otherBelow, otherBelow] : [above + whole * below, below];
}

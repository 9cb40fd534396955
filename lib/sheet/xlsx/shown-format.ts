import { isDayFormat, isScientificFormat } from '../number-format';
import type { DateSystem } from '../serial-day';
import { sectionsOf, type Piece } from './format-sections';
import { showGeneral } from './general';
import { compileDate } from './show-date';
import { compileDigits } from './show-digits';

/** A number format, understood. */
export interface ShownFormat {
  /** Without a format of its own: "General" and "@". */
  readonly plain: boolean;
  readonly day: boolean;
  readonly scientific: boolean;
  /** The number as it is shown. */
  show(value: number): string;
  /** The text as it is shown: a format may add to it (`"ID-"@`). */
  dress(text: string): string;
}

/**
 * Understands a number format (ECMA-376 18.8.31). Known are General, digits, thousands, percent, currency, exponents,
 * dates, times and sections; null for everything else (fractions, conditions, eras, digits with text among them): such a
 * file is shown by SheetJS. Format 14, the short date of the reader's own system, is shown as ISO.
 */
export function shownFormat(code: string, system: DateSystem): ShownFormat | null {
  const sections = sectionsOf(code === 'm/d/yy' ? 'yyyy-mm-dd' : code);
  if (sections === null) return null;
  const last = sections.at(-1) ?? [];
  const dressing = last.some(({ kind }) => kind === 'text') && code !== '@' ? last : null;
  const shows = (
    sections.length === 4 || (sections.length > 1 && dressing) ? sections.slice(0, -1) : sections
  ).map((section) => compileSection(section, system));
  const [positive, negative, zero] = shows;
  if (!positive || shows.includes(null)) return null;
  return {
    plain: code === 'General' || code === '@',
    day: isDayFormat(code),
    scientific: isScientificFormat(code),
    show(value) {
      if (value === 0) return (zero ?? positive)(0);
      if (value > 0) return positive(value);
      return negative ? negative(-value) : positive(value);
    },
    dress: (text) => (dressing === null ? text : dressed(dressing, text)),
  };
}

function dressed(pieces: readonly Piece[], text: string): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return text;
      // The room of a bracket or sign is no text.
      return piece.kind === 'literal' && !piece.padding ? piece.text : '';
    })
    .join('');
}

/** Shows a number of either sign; a negative one gets its sign here. */
function compileSection(pieces: readonly Piece[], system: DateSystem): ((value: number) => string) | null {
  if (pieces.some(({ kind }) => kind === 'date')) {
    const show = compileDate(pieces);
    // A day of the 1904 system is 1,462 numbers further on in that of 1900. What is no date is shown as its number.
    const elapsed = pieces.some((piece) => piece.kind === 'date' && piece.code.startsWith('['));
    const later = system === 1904 && !elapsed ? 1462 : 0;
    return show && ((value) => show(value + later) || showGeneral(value));
  }
  const digits = pieces.filter((piece) => piece.kind === 'digits');
  const [pattern] = digits;
  const general = pieces.some(({ kind }) => kind === 'general' || kind === 'text');
  if (digits.length > 1 || (general && pattern)) return null;
  const show = pattern ? compileDigits(pattern.pattern) : showGeneral;
  if (show === null) return null;
  const scale = 100 ** pieces.filter(({ kind }) => kind === 'percent').length;
  return (value) => {
    // 0.57 * 100 is 56.99999999999999 in doubles; a sheet has 15 digits.
    const size = scale === 1 ? Math.abs(value) : Number((Math.abs(value) * scale).toPrecision(15));
    const shown = pieces.map((piece) => showPiece(piece, () => show(size))).join('');
    const isNothing = pattern !== undefined && !/[1-9]/.test(shown);
    return value < 0 && !isNothing && (pattern || general) ? `-${shown}` : shown;
  };
}

function showPiece(piece: Piece, show: () => string): string {
  if (piece.kind === 'literal') return piece.text;
  return piece.kind === 'percent' ? '%' : show();
}

import { isDayFormat, isPlainFormat, isScientificFormat } from './format-kind';
import { DAYS_FROM_1900_TO_1904, type DateSystem } from './serial-day';
import { parseSections, type Token } from './format-sections';
import { showGeneral } from './general-format';
import { compileDate } from './compile-date';
import { MOST_FORMAT_LENGTH } from './format-words';
import { sectionChoice } from './section-choice';
import { compileDigits, textOfPiece, type ShowSize } from './compile-digits';
import { compileFraction } from './compile-fraction';

/** A compiled number format. */
export interface CompiledFormat {
  /** True for "General" and "@". */
  readonly plain: boolean;
  readonly day: boolean;
  readonly scientific: boolean;
  /** Number as it is shown. */
  show(value: number): string;
  /** Text as it is shown. A format may add to it: `"ID-"@`. */
  showText(text: string): string;
}

/**
 * Compiles a number format (ECMA-376 18.8.31). Supported are General, digits with text, thousands,
 * percent, currency, fractions, exponents, dates, times, sections and conditions. Null for others
 * (eras of other languages): SheetJS shows such a file. Format 14, the short date of the reader's
 * system, is shown as ISO.
 */
export function compileFormat(code: string, system: DateSystem): CompiledFormat | null {
  // Some programs write no code where they mean General. One that is too long is no format.
  if (code === '' || code.length > MOST_FORMAT_LENGTH) return compileFormat('General', system);
  const sections = parseSections(code === 'm/d/yy' ? 'yyyy-mm-dd' : code);
  if (sections === null) return null;
  const last = sections.at(-1) ?? [];
  const dressing = last.some(({ kind }) => kind === 'text') && code !== '@' ? last : null;
  const numbers = sections.length === 4 || dressing ? sections.slice(0, -1) : sections;
  const shows = numbers.map((section) => compileSection(section, system));
  if (shows.length === 0) shows.push(showGeneral);
  const [positive, negative, zero] = shows;
  if (!positive || shows.includes(null)) return null;
  const conditions = numbers.map((section) => section.find((piece) => piece.kind === 'condition'));
  const conditional = conditions.some((condition) => condition !== undefined);
  const choice = conditional ? sectionChoice(conditions) : null;
  if (conditional && choice === null) return null;
  return {
    plain: isPlainFormat(code),
    day: isDayFormat(code),
    scientific: isScientificFormat(code),
    show(value) {
      if (choice !== null) {
        const { section, unsigned } = choice(value);
        return (shows[section] ?? positive)(unsigned ? Math.abs(value) : value);
      }
      if (value === 0) return (zero ?? positive)(0);
      if (value > 0) return positive(value);
      return negative ? negative(-value) : positive(value);
    },
    showText: (text) => (dressing === null ? text : sectionText(dressing, text)),
  };
}

function sectionText(pieces: readonly Token[], text: string): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return text;
      // Padding for a bracket or sign is no text.
      return piece.kind === 'literal' && !piece.padding ? piece.text : '';
    })
    .join('');
}

/** Compiles one section. A negative number gets its sign here. */
function compileSection(pieces: readonly Token[], system: DateSystem): ((value: number) => string) | null {
  if (pieces.some(({ kind }) => kind === 'date')) {
    // Date letters of another language, as in `TT.MM.JJJJ`.
    if (pieces.some((piece) => piece.kind === 'literal' && piece.word && /^[a-z]/i.test(piece.text)))
      return null;
    const show = compileDate(pieces);
    // The 1904 system is 1,462 days behind that of 1900. A number that is no date is shown as a
    // number.
    const elapsed = pieces.some((piece) => piece.kind === 'date' && piece.code.startsWith('['));
    const later = system === 1904 && !elapsed ? DAYS_FROM_1900_TO_1904 : 0;
    return show && ((value) => show(value + later) || showGeneral(value));
  }
  const digits = pieces.some(({ kind }) => kind === 'digits');
  const general = pieces.some(({ kind }) => kind === 'general' || kind === 'text');
  if (digits && general) return null;
  const show = digits ? compileDigitsOrFraction(pieces) : withText(pieces);
  if (show === null) return null;
  const scale = 100 ** pieces.filter(({ kind }) => kind === 'percent').length;
  return (value) => {
    // 0.57 * 100 is 56.99999999999999 in doubles. A sheet has 15 digits.
    const size = scale === 1 ? Math.abs(value) : Number((Math.abs(value) * scale).toPrecision(15));
    if (!Number.isFinite(size)) return String(value); // the percentage overflows
    const shown = show(size);
    const isNothing = digits && !/[1-9]/.test(shown);
    return value < 0 && !isNothing && (digits || general) ? `-${shown}` : shown;
  };
}

function compileDigitsOrFraction(pieces: readonly Token[]): ShowSize | null {
  const isFraction = pieces.some((piece) => piece.kind === 'literal' && piece.fraction !== undefined);
  return isFraction ? compileFraction(pieces) : compileDigits(pieces);
}

/** Compiles a section of text alone, or with a number in General format. */
function withText(pieces: readonly Token[]): ShowSize {
  return (size) =>
    pieces
      .map((piece) =>
        piece.kind === 'general' || piece.kind === 'text' ? showGeneral(size) : textOfPiece(piece),
      )
      .join('');
}

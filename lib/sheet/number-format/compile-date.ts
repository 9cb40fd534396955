import { itemAt } from '../../element-at';
import { partsOfDay } from '../../credential/day';
import { dayOfSerial } from './serial-day';
import type { Token } from './format-sections';
import { japaneseEra } from './japanese-era';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
/** 31 December 9999. */
const LAST = 2_958_465;

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly whole: number;
  /** Seconds since midnight, rounded to what is shown. */
  readonly seconds: number;
}

/**
 * Compiles a section that shows a date or time, in English. Null for an unknown token. The result
 * takes a serial number of the 1900 system and gives "" for one that is no date (negative, after
 * 9999).
 */
export function compileDate(pieces: readonly Token[]): ((serial: number) => string) | null {
  const known = withMinutes(pieces);
  if (known === null) return null;
  const twelve = known.some((piece) => piece.kind === 'date' && piece.code.includes('/'));
  // Without a time, the day is the one of the cell (dayOfSerial), to half a millisecond.
  const hasTime = known.some((piece) => piece.kind === 'date' && /[hns/]|\[m/.test(piece.code));
  const decimals = Math.max(
    hasTime ? 0 : 3,
    ...known.map((piece) => (piece.kind === 'digits' ? piece.pattern.length - 1 : 0)),
  );
  return (serial) => {
    const moment = momentOf(serial, decimals);
    if (moment === null) return '';
    return known
      .map((piece) => {
        if (piece.kind === 'literal') return piece.text;
        if (piece.kind === 'digits') return (moment.seconds % 1).toFixed(decimals).slice(1);
        return piece.kind === 'date' ? showPart(piece.code, moment, twelve) : '';
      })
      .join('');
  };
}

/**
 * Turns `m` beside hours or seconds into "n", for minutes. Null for tokens that do not belong into
 * a date.
 */
function withMinutes(pieces: readonly Token[]): readonly Token[] | null {
  const made: Token[] = [];
  let last = '';
  for (const [index, piece] of pieces.entries()) {
    // "dd.mm.yyyy": a point or comma without digits is a literal.
    if (piece.kind === 'digits' && /^[.,]+$/.test(piece.pattern)) {
      made.push({ kind: 'literal', text: piece.pattern, padding: false });
      continue;
    }
    if (piece.kind === 'digits') {
      if (!/^\.0{1,3}$/.test(piece.pattern) || !last.startsWith('s')) return null;
    } else if (piece.kind !== 'literal' && piece.kind !== 'date') return null;
    if (piece.kind !== 'date') {
      made.push(piece);
      continue;
    }
    const next = pieces.slice(index + 1).find((other) => other.kind === 'date' && !other.code.includes('/'));
    const beforeSeconds = next?.kind === 'date' && /^\[?s/.test(next.code);
    const minutes = /^m{1,2}$/.test(piece.code) && (/^\[?h/.test(last) || beforeSeconds);
    made.push(minutes ? { kind: 'date', code: 'n'.repeat(piece.code.length) } : piece);
    if (!piece.code.includes('/')) last = piece.code.replace('[', '');
  }
  return made;
}

function momentOf(serial: number, decimals: number): Moment | null {
  if (!(serial >= 0 && serial < LAST + 1)) return null;
  const unit = 10 ** decimals;
  let whole = Math.floor(serial);
  let seconds = Math.round((serial - whole) * 86_400 * unit) / unit;
  if (seconds >= 86_400) {
    // There is no day behind the last one. It ends with the last moment that can be shown.
    if (whole === LAST) seconds = (86_400 * unit - 1) / unit;
    else {
      whole += 1;
      seconds -= 86_400;
    }
  }
  const real = dayOfSerial(whole, 1900);
  const weekday = (whole + 6) % 7;
  if (real !== null) return { ...partsOfDay(real.day), weekday, whole, seconds };
  // Two days that never were, as Excel shows them.
  const day = whole === 60 ? { month: 2, day: 29 } : { month: 1, day: 0 };
  return { year: 1900, ...day, weekday, whole, seconds };
}

function showPart(code: string, moment: Moment, twelve: boolean): string {
  const { year, month, day, weekday, whole } = moment;
  const seconds = Math.floor(moment.seconds);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (part: number) => String(part).padStart(code.replace(/[[\]]/g, '').length > 1 ? 2 : 1, '0');
  if (code === 'am/pm') return hours < 12 ? 'AM' : 'PM';
  if (code === 'a/p') return hours < 12 ? 'A' : 'P';
  if (code.startsWith('[h')) return two(whole * 24 + hours);
  if (code.startsWith('[m')) return two(whole * 1440 + Math.floor(seconds / 60));
  if (code.startsWith('[s')) return two(whole * 86_400 + seconds);
  switch (code[0]) {
    case 'y':
      return code.length > 2 ? String(year).padStart(4, '0') : String(year % 100).padStart(2, '0');
    case 'm': {
      const name = itemAt(MONTHS, month - 1);
      if (code.length === 5) return name.slice(0, 1);
      return code.length < 3 ? two(month) : code.length === 3 ? name.slice(0, 3) : name;
    }
    case 'd': {
      const name = itemAt(WEEKDAYS, weekday);
      return code.length < 3 ? two(day) : code.length === 3 ? name.slice(0, 3) : name;
    }
    case 'g':
      return japaneseEra(moment, code.length).name;
    case 'e': {
      const era = japaneseEra(moment, 1);
      return code !== 'e1' ? two(era.year) : era.year === 1 ? '元' : String(era.year);
    }
    case 'h':
      return two(twelve ? ((hours + 11) % 12) + 1 : hours);
    case 'n':
      return two(minutes);
    default:
      return two(seconds % 60);
  }
}

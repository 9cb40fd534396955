import { assertNever } from '../../assert-never';
import { dayOfTimestamp } from '../../credential/day';
import type { Value } from '../../credential/value';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Condition } from '../choice/value-rule';
import { readFlag } from '../read/read-flag';
import { isWrittenDate } from '../read/value-shape';

/** Whether a condition holds. `unreadable`: nobody can tell, so nothing is changed. */
export type Verdict = 'holds' | 'does-not-hold' | 'unreadable';

/**
 * Whether a condition holds for a cell, or for a present value of the credential.
 *
 * - Two numbers are compared as numbers (30 and "30.0"), two days as days, yes and no by what they
 *   mean, all else as texts without case and outer spaces.
 * - A blank is neither at least nor at most anything, and is not "is not" either: who left the
 *   hours blank has not said that they are not 30.
 * - Text where a number or a day is asked for cannot be read: "thirty", "1,000" (one or a
 *   thousand?), 3/4/2027, an error of a formula. Nor can 0.85 be compared with 80%. The same holds
 *   where the rule itself says "is not 1,000": 1000 would be changed.
 */
export function holds({ is, than }: Pick<Condition, 'is' | 'than'>, cell: Cell): Verdict {
  if (cell.kind === 'error') return 'unreadable';
  const text = folded(textOf(cell));
  if (is === 'filled') return verdict(text !== '');
  if (is === 'blank') return verdict(text === '');
  if (text === '') return 'does-not-hold';
  const order = compared(cell, text, than.trim());
  const isSameText = text === folded(than);
  switch (is) {
    case 'is':
      return verdict(order === null ? isSameText : order === 0);
    case 'is-not':
      if (order !== null) return verdict(order !== 0);
      return !isSameText && mayHaveOrder(than) ? 'unreadable' : verdict(!isSameText);
    case 'at-least':
      return order === null ? 'unreadable' : verdict(order >= 0);
    case 'at-most':
      return order === null ? 'unreadable' : verdict(order <= 0);
    default:
      return assertNever(is);
  }
}

/** A present value of a credential as the cell that a condition looks at. */
export function cellOfValue(value: Value): Cell {
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'boolean') return { kind: 'flag', text: value ? 'yes' : 'no', value };
  return { kind: 'text', text: value };
}

/** Whether "at least" and "at most" can be asked of a text: it is a number or a day. */
export function hasOrder(than: string): boolean {
  return numberOf(than.trim()) !== null || dayOfTimestamp(than.trim()) !== null;
}

/** A number in any way of writing: "1,000" may well be 1000. */
const WRITTEN_NUMBER = /^[+-]?\d[\d.,'’ \u00A0]*%?$/;

/** Whether a text may be a number or a day in a way that is not certain: 1,000, 3/4/2027. */
function mayHaveOrder(than: string): boolean {
  const text = than.trim();
  return hasOrder(text) || WRITTEN_NUMBER.test(text) || isWrittenDate(text);
}

/** Less than 0, 0 or more, as the cell is below, equal or above; null where they have no order. */
function compared(cell: Cell, text: string, than: string): number | null {
  if (cell.kind === 'flag') {
    const wanted = readFlag(than, 'grade');
    return wanted === null ? null : Number(cell.value) - Number(wanted);
  }
  const byNumber = comparedNumbers(numberOfCell(cell, text), numberOf(than));
  if (byNumber !== null) return byNumber;
  const [day, wanted] = [
    cell.kind === 'day' ? cell.day : dayOfTimestamp(textOf(cell).trim()),
    dayOfTimestamp(than),
  ];
  if (day === null || wanted === null) return null;
  return day < wanted ? -1 : day > wanted ? 1 : 0;
}

interface Quantity {
  readonly value: number;
  readonly isPercent: boolean;
}

/** Compares 85% as 85 with "80". Beside a percentage 0.8 is ambiguous, so it has no order. */
function comparedNumbers(cell: Quantity | null, wanted: Quantity | null): number | null {
  if (cell === null || wanted === null) return null;
  const isPlainPercent = cell.isPercent && (wanted.value > 1 || wanted.value === 0);
  return cell.isPercent === wanted.isPercent || isPlainPercent ? cell.value - wanted.value : null;
}

function numberOfCell(cell: Cell, text: string): Quantity | null {
  if (cell.kind === 'text') return numberOf(text);
  if (cell.kind !== 'number' || cell.damaged) return null;
  const isPercent = text.endsWith('%');
  // Fractions of a percent are not exact: 0.55 * 100 is 55.00000000000001.
  return { value: isPercent ? Number((cell.value * 100).toPrecision(12)) : cell.value, isPercent };
}

const NUMBER = /^([+-]?(?:\d{1,15}(?:[.,]\d{1,15})?|[.,]\d{1,15}))( ?%)?$/;
/** One thousand to some, one to others. */
const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** A number without any sign of doubt: 30, 30.5, 30,5, -2, 85%. Null for "1,000" and words. */
function numberOf(text: string): Quantity | null {
  const [, digits = '', percent] = NUMBER.exec(text) ?? [];
  if (digits === '' || GROUPED.test(digits)) return null;
  return { value: Number(digits.replace(',', '.')), isPercent: percent !== undefined };
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function verdict(isTrue: boolean): Verdict {
  return isTrue ? 'holds' : 'does-not-hold';
}

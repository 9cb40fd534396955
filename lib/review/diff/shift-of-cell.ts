import { dayOfTimestamp, type Day } from '../../credential/day';
import type { ReviewedCell } from '../terms/reviewed-row';
import { dayShiftOf, NO_SHIFT, shiftNumber } from './day-shift';
import { shiftByTime } from './moment-elsewhere';

/**
 * The number of the shift from the present day of a cell to its new one; NO_SHIFT where nothing is
 * known of it.
 */
export function shiftOfCell({ before, after, text }: ReviewedCell): number {
  const present = typeof before === 'string' ? dayOf(before) : null;
  const next = after as Day | null; // it was read for an attribute of days
  const shift = present === null || next === null ? null : dayShiftOf(present, next);
  const byTime = next === null ? null : shiftByTime(text);
  // A midnight elsewhere shows by itself that the day is early; other times only where nothing else
  // does.
  if (byTime === 'midnight-elsewhere' || (byTime !== null && (shift === null || shift === 'another')))
    return shiftNumber(byTime);
  return shift === null ? NO_SHIFT : shiftNumber(shift);
}

/** The day of a present value. Nearly every one is a day as it is, and no timestamp. */
function dayOf(value: string): Day | null {
  const isDay = value.length === 10 && value.charAt(4) === '-' && value.charAt(7) === '-';
  return isDay ? (value as Day) : dayOfTimestamp(value);
}

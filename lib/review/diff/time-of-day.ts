import { textOf, type Cell } from '../../sheet/cells/sheet';

/** Whether a cell has a time of day, and which kind: midnight is the beginning of a whole day. */
export function timeOfDayIn(cell: Cell): 'none' | 'midnight' | 'within-the-day' {
  if (cell.kind === 'day' && cell.timeOfDay) return 'within-the-day';
  const [, hour, minutes, seconds = '00', half] =
    /(?:^|\D)(\d{1,2}):(\d{2})(?::(\d{2}))?[\d.,]*\s?([ap])?/i.exec(textOf(cell)) ?? [];
  if (hour === undefined) return 'none';
  const isMidnight = Number(hour) === 0 || (hour === '12' && half?.toLowerCase() === 'a');
  return isMidnight && minutes === '00' && seconds === '00' ? 'midnight' : 'within-the-day';
}

import type { AttributeKind } from '../credential/attribute';
import { dayOfTimestamp } from '../credential/day';
import type { Value } from '../credential/value';
import type { WrittenCell } from '../sheet/cells/written-cell';
import { ISO_DAY_FORMAT } from './day-format';
import { valueText } from './value-text';

/** A value as a cell of its type: days and flags keep it, every other value is a text. */
export function typedValue(value: Value | undefined, kind: AttributeKind): WrittenCell {
  const text = valueText(value);
  if (typeof value === 'boolean') return { kind: 'flag', value, text };
  const day = kind === 'day' ? dayOfTimestamp(text) : null;
  return day === null || day !== text ? text : { kind: 'day', day, seconds: 0, format: ISO_DAY_FORMAT, text };
}

/** A moment as a cell: a day with its time, in UTC. `at`: milliseconds since 1970. */
export function typedMoment(at: number): WrittenCell {
  const [date = '', rest = ''] = new Date(at).toISOString().split('T');
  const day = dayOfTimestamp(date);
  const time = rest.slice(0, 8);
  if (day === null) return `${date} ${time}`;
  const seconds = Math.floor(at / 1000) % 86_400;
  return { kind: 'day', day, seconds, format: `${ISO_DAY_FORMAT} hh:mm:ss`, text: `${date} ${time}` };
}

/** A count as a cell. */
export function typedCount(value: number): WrittenCell {
  return { kind: 'number', value, format: '0', text: String(value) };
}

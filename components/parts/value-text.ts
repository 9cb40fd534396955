import type { AttributeKind } from '../../lib/credential/attribute';
import { makeDay, type Day } from '../../lib/credential/day';
import type { Value } from '../../lib/credential/value';
import { formatDay, t } from '../text';

/** A value in the admin's words: text as it is, yes or no, or that there is none. */
export function valueText(value: Value): string {
  if (value === null) return t('none');
  return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value;
}

/** The same, with a day as the reader writes it: "2027-05-14" -> "May 14, 2027". */
export function readableText(value: Value, kind: AttributeKind): string {
  return (kind === 'day' && typeof value === 'string' && readableDay(value)) || valueText(value);
}

/** Null for a text that is no day: a custom attribute may hold any. */
function readableDay(text: string): string | null {
  // JavaScript takes the year 99 for 1999.
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null || makeDay(Number(match[1]), Number(match[2]), Number(match[3])) === null) return null;
  return formatDay(text as Day);
}

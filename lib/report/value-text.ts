import type { Value } from '../credential/value';

/**
 * The text of a value in a file that can be dropped again: a day with the year in front, "" for
 * none.
 */
export function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

import type { Value } from '../credential/value';

/** A value as a cell of a file that can be dropped again: a day with its year in front, "" for none. */
export function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

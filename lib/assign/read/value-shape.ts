import type { Cell } from '../../sheet/cells/sheet';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';
import { readEmail } from './read-email';
import { readFlag } from './read-flag';

/** Shapes of a value. A value can have several: "1" is a number and a flag. */
export type ValueShape = 'email' | 'date' | 'number' | 'url' | 'phone' | 'flag' | 'uuid' | 'words';

export const VALUE_SHAPES: readonly ValueShape[] = [
  'email',
  'date',
  'number',
  'url',
  'phone',
  'flag',
  'uuid',
  'words',
];

const NUMBER = /^[+-]?\d[\d.,'’ \u00A0]*%?$/;
const URL_START = /^(?:https?:\/\/|www\.)\S+$/i;
const PHONE = /^[+(]?\d[\d\s().\-/]{5,}\d$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Letters of any script, and what stands between them in names and titles. */
const WORDS = /^[\p{L}\p{M}][\p{L}\p{M}\s.,'’ʼ`\-–&()]*$/u;

/** A date of more than 40 characters has a time of day, with the name of its zone in words. */
const LONGEST_DATE = 100;
const CLOCK = /\d:\d{2}/;

/** Tells whether a non-blank cell has a shape. `text` is its trimmed text. */
export function hasShape(shape: ValueShape, cell: Cell, text: string): boolean {
  switch (shape) {
    case 'email':
      return readEmail(text) !== null;
    case 'date':
      return cell.kind === 'day' || (cell.kind === 'text' && isWrittenDate(text));
    case 'number':
      return cell.kind === 'number' || (cell.kind === 'text' && NUMBER.test(text));
    case 'url':
      return URL_START.test(text);
    case 'phone':
      return cell.kind !== 'day' && PHONE.test(text) && !isWrittenDate(text);
    case 'flag':
      return cell.kind === 'flag' || readFlag(text, 'published') !== null;
    case 'uuid':
      return UUID.test(text);
    case 'words':
      return WORDS.test(text);
  }
}

/**
 * Tells whether a text looks like a date. A bare number does not, although a date column reads it
 * as a serial number.
 */
export function isWrittenDate(text: string): boolean {
  if (text.length < 6 || text.includes('@') || !/\p{Nd}/u.test(text)) return false;
  if (text.length > 40 && (text.length > LONGEST_DATE || !CLOCK.test(text))) return false;
  const written = parseWrittenDate(text);
  return written !== null && written.kind !== 'serial';
}

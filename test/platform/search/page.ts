import { badSearch, invalidFields, serverError, type Refusal } from '../api/errors';
import { isFields } from '../rules/field-reader';
import type { Switches } from '../switches';
import type { Place } from './sort';

/** Offsets reach so far, cursors reach beyond (D). */
export const OFFSET_REACH = 10_000;

/** The part of the result that is asked for. */
export type Page =
  | { readonly kind: 'offset'; readonly from: number; readonly size: number }
  | { readonly kind: 'cursor'; readonly cursor: string; readonly after: Place; readonly size: number };

/**
 * A cursor is where the last credential of a page stands, so that writes between two pages shift
 * nothing (I).
 */
export const cursorAt = (place: Place): string => btoa(encodeURIComponent(JSON.stringify(place)));

function readCursor(cursor: string): Place | null {
  try {
    const place: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    if (!Array.isArray(place) || place.length !== 2) return null;
    const [value, id] = place as unknown[];
    const isValue = typeof value === 'string' || typeof value === 'number';
    return isValue && typeof id === 'number' ? [value, id] : null;
  } catch {
    // No JSON inside: not one of our cursors, which the caller says in its own words.
    return null;
  }
}

/** The refusal of a page above `page-max`, by the switch `page-too-large`. */
function tooLarge(switches: Switches): Refusal {
  switch (switches['page-too-large']) {
    case 'cut':
    case '400':
      return badSearch(`Page size is limited to ${switches['page-max']}`);
    case '422':
      return invalidFields({ page: ['is too large'] });
    case '500':
      return serverError;
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

/**
 * Reads `page`: size with from or with cursor, never both (D). Larger sizes than the switch
 * `page-max` are cut or refused.
 */
export function readPage(page: unknown, switches: Switches): Page | Refusal {
  const asked = page ?? {};
  if (!isFields(asked)) return badSearch('Page must be an object');
  const { size = switches['page-size'], from, cursor } = asked;
  if (!isCount(size) || size === 0) return badSearch('Page size must be a positive integer');
  if (size > switches['page-max'] && switches['page-too-large'] !== 'cut') return tooLarge(switches);
  const cut = Math.min(size, switches['page-max']);
  if (cursor !== undefined && cursor !== null) {
    if (from !== undefined) return badSearch('Page from and cursor cannot be used together');
    const after = typeof cursor === 'string' ? readCursor(cursor) : null;
    if (typeof cursor !== 'string' || after === null) return badSearch('Page cursor is not valid');
    return { kind: 'cursor', cursor, after, size: cut };
  }
  const start = from ?? 0;
  if (!isCount(start)) return badSearch('Page from must be a non-negative integer');
  if (start + cut > OFFSET_REACH) {
    return badSearch(`Page from and size reach only the first ${OFFSET_REACH} results, use a cursor`);
  }
  return { kind: 'offset', from: start, size: cut };
}

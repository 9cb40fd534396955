import { badSearch, type Refusal } from '../api/errors';
import { isFields } from '../rules/field-reader';
import type { Credential, Group } from '../state/schema';

/**
 * The place of a credential in an order: the value sorted by, then the id, so that no two have the
 * same place.
 */
export type Place = readonly [value: string | number, id: number];

/** An order of the answer. */
export interface Order {
  readonly kind: 'order';
  /** Names the order: equal texts sort the same. */
  readonly text: string;
  placeOf(credential: Credential): Place;
  /** Below 0 when `a` comes first. */
  compare(a: Place, b: Place): number;
}

/** Credentials without an expiry date come last, as indexes sort missing values (I). */
const LAST = '\u{10FFFF}';

type GroupOf = (id: number) => Group | undefined;

type ValueOf = (credential: Credential, groupOf: GroupOf) => string | number;

const SORT_KEYS: ReadonlyMap<string, ValueOf> = new Map<string, ValueOf>([
  ['id', (credential) => credential.id],
  ['recipient_name', (credential) => credential.recipient.name],
  ['group.name', (credential, groupOf) => groupOf(credential.group_id)?.name ?? ''],
  ['issued_on', (credential) => credential.issued_on],
  ['expired_on', (credential) => credential.expired_on ?? LAST],
]);

const compareValues = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads `sort`, one key with asc or desc (D); by id when there is none (I). */
export function readSort(sort: unknown, groupOf: GroupOf): Order | Refusal {
  const entries = sort === undefined || sort === null ? [] : isFields(sort) ? Object.entries(sort) : null;
  if (entries === null) return badSearch('Sort must be an object');
  const [[key, direction] = ['id', 'asc'], ...more] = entries;
  if (more.length > 0) return badSearch('Sort by more than one field is not supported');
  const value = SORT_KEYS.get(key);
  if (value === undefined) return badSearch(`Sort field ${key} is not supported`);
  if (direction !== 'asc' && direction !== 'desc') {
    return badSearch(`Sort order ${String(direction)} is not supported`);
  }
  const sign = direction === 'asc' ? 1 : -1;
  return {
    kind: 'order',
    text: `${key} ${direction}`,
    placeOf: (credential) => [value(credential, groupOf), credential.id],
    compare: ([a, aId], [b, bId]) => sign * compareValues(a, b) || aId - bId,
  };
}

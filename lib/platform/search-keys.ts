import type { KeyAttributeId } from '../credential/attribute';
import { isEmailKey } from '../credential/attributes';
import type { Credential } from '../credential/credential';

/**
 * Keys that the search knows. The platform's own number is not one of them (docs/platform.md, Read
 * a group).
 */
export type SearchKey = Exclude<KeyAttributeId, 'credential-id'>;

/**
 * Values in one request. The most that the platform takes is not known; other clients send as many.
 */
export const BATCH = 50;

const QUERY_KEYS: Readonly<Record<SearchKey, string>> = {
  uuid: 'uuid[in]',
  'license-id': 'license_id[in]',
  'recipient-id': 'recipient_id[in]',
  'present-email': 'recipient_email[in]',
  'recipient-email': 'recipient_email[in]',
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/**
 * The form of an id in the path of a credential. Anything else ("..", a sentence) is no id and is
 * not asked for.
 */
const REFERENCE = /^[\w-]{1,64}$/;

/** How the values of a key are asked for: by search in batches, or by reading each of them. */
export interface WaysToAsk {
  readonly searched: readonly string[];
  /** Values, with the id for the path. */
  readonly read: readonly { readonly value: string; readonly reference: string }[];
}

/**
 * Sorts values by how they are asked for. UUIDs, own ids and e-mails are searched for. A number, a
 * short public id or a public link has no search and is read by itself. A value that can be none of
 * them is in neither list.
 */
export function waysToAsk(key: KeyAttributeId, values: readonly string[]): WaysToAsk {
  const isSearched = (value: string) =>
    key !== 'credential-id' && (key !== 'uuid' || UUID.test(lastSegment(value)));
  return {
    searched: values.filter(isSearched),
    read: values
      .filter((value) => !isSearched(value))
      .map((value) => ({ value, reference: lastSegment(value) }))
      .filter(({ reference }) => REFERENCE.test(reference)),
  };
}

/** The least number of requests that it takes to look these values up. */
export function requestsToLookUp(key: KeyAttributeId, values: readonly string[]): number {
  const { searched, read } = waysToAsk(key, values);
  return Math.ceil(searched.length / BATCH) + read.length + Math.ceil(read.length / BATCH);
}

/**
 * The part of a search's query that finds these values. E-mails are stored in lower case by clients
 * (docs/platform.md (C)) and the search may be exact: they are asked for in lower case, and as they
 * are written.
 */
export function queryFor(key: SearchKey, values: readonly string[]): Readonly<Record<string, unknown>> {
  const forms = values.flatMap((value) => {
    const compared = comparableKey(key, value);
    return isEmailKey(key) ? [compared, value] : [compared];
  });
  return { [QUERY_KEYS[key]]: [...new Set(forms)] };
}

/** The value of a key that a credential has; null when it has none. */
export function keyOf(key: SearchKey, credential: Credential): string | null {
  if (key === 'uuid') return credential.uuid;
  if (key === 'license-id') return credential.licenseId;
  return key === 'recipient-id' ? credential.recipientId : credential.recipientEmail;
}

/** The form of a value for comparing: e-mails and UUIDs are the same in any case. */
export function comparableKey(key: KeyAttributeId, value: string): string {
  if (key === 'uuid') return lastSegment(value).toLowerCase();
  return isEmailKey(key) ? value.toLowerCase() : value;
}

/** The id in a public link, or the value itself. */
function lastSegment(value: string): string {
  if (!/^https?:\/\//i.test(value)) return value;
  const [path = ''] = value.split(/[?#]/);
  return path.replace(/\/+$/, '').replace(/^.*\//, '');
}

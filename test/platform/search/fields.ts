import type { Credential } from '../state/schema';

export type Operator = 'eq' | 'in' | 'lt' | 'lte' | 'gt' | 'gte';

const LISTED: readonly Operator[] = ['eq', 'in'];
const ORDERED: readonly Operator[] = ['eq', 'in', 'lt', 'lte', 'gt', 'gte'];

/**
 * A field that search can be asked for: its operators and what it compares, null being equal to
 * nothing.
 */
export interface SearchField {
  readonly operators: readonly Operator[];
  readonly kind: 'text' | 'day' | 'flag';
  readonly of: (credential: Credential) => string | null;
}

const text = (of: SearchField['of']): SearchField => ({ operators: LISTED, kind: 'text', of });
const day = (of: SearchField['of']): SearchField => ({ operators: ORDERED, kind: 'day', of });

/**
 * The keys of `query` (D). There is none for `id`; moments are compared by their day (UTC).
 * A Map and not an object, so that a key named `constructor` is as unknown as any other.
 */
export const SEARCH_FIELDS: ReadonlyMap<string, SearchField> = new Map([
  ['group.id', text((credential) => String(credential.group_id))],
  ['uuid', text((credential) => credential.uuid)],
  ['recipient_email', text((credential) => credential.recipient.email)],
  ['recipient_name', text((credential) => credential.recipient.name)],
  ['recipient_id', text((credential) => credential.recipient.id)],
  ['license_id', text((credential) => credential.license_id)],
  [
    'approve',
    {
      operators: ['eq'] as const,
      kind: 'flag',
      of: (credential: Credential) => String(credential.approve),
    } as const,
  ],
  ['issued_on', day((credential) => credential.issued_on)],
  ['expired_on', day((credential) => credential.expired_on)],
  ['created_at', day((credential) => credential.created_at.slice(0, 10))],
  ['updated_at', day((credential) => credential.updated_at.slice(0, 10))],
]);

/**
 * The keys whose value is an object that the credential's must contain; they take no operator (D).
 */
export const CONTAINED_FIELDS: ReadonlyMap<
  string,
  (credential: Credential) => Readonly<Record<string, unknown>>
> = new Map([
  ['custom_attributes', (credential) => credential.custom_attributes],
  ['meta_data', (credential) => credential.meta_data ?? {}],
  ['recipient_meta_data', (credential) => credential.recipient.meta_data ?? {}],
]);

import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { valueReader } from '../../credential/value-of';

/** A column that a download can have. */
export interface TemplateColumn {
  readonly attribute: AttributeId;
  /** How many credentials have a value. */
  readonly filled: number;
  /** Finds the credentials: it stands first, and is not to be changed. */
  readonly isKey: boolean;
  /** Whether it is in the download unless the admin says otherwise. */
  readonly isUsual: boolean;
}

/** Most columns of a download. An account can have thousands of attributes. */
export const MOST_COLUMNS = 100;

/** The key without which no row would find its credential again. */
export const NEEDED: AttributeId = 'credential-id';

const USUAL: ReadonlySet<AttributeId> = new Set<AttributeId>([
  'credential-id',
  'recipient-name',
  'recipient-email',
  'issue-date',
  'expiry-date',
  'grade',
  'published',
]);
/** Usual where one credential of the group has it, as is every attribute of the account. */
const USUAL_WHERE_USED: ReadonlySet<AttributeId> = new Set<AttributeId>([
  'license-id',
  'recipient-id',
  'private',
]);

/**
 * The columns that a download of these credentials can have, keys first (docs/product.md 3).
 * Descriptions, phones and evidence are none: they come only with each credential by itself, which
 * is a request for each.
 */
export function templateColumns(
  credentials: readonly Credential[],
  attributes: readonly Attribute[],
): readonly TemplateColumn[] {
  const columns = attributes.filter(isOffered).map(({ id, role, custom }): TemplateColumn => {
    const filled = countFilled(credentials, id);
    const isUsual = USUAL.has(id) || (filled > 0 && (USUAL_WHERE_USED.has(id) || custom !== null));
    return { attribute: id, filled, isKey: role === 'key', isUsual };
  });
  const inOrder = [...columns.filter(({ isKey }) => isKey), ...columns.filter(({ isKey }) => !isKey)];
  let left = MOST_COLUMNS;
  return inOrder.map((column) => ({ ...column, isUsual: column.isUsual && (left -= 1) >= 0 }));
}

function isOffered({ id, needsDetail }: Attribute): boolean {
  // The present e-mail is the recipient's, by another name.
  return !needsDetail && id !== 'present-email' && id !== 'group-id';
}

/** Yes counts as filled, no does not: most credentials are not private. */
function countFilled(credentials: readonly Credential[], id: AttributeId): number {
  const read = valueReader(id);
  let filled = 0;
  for (const credential of credentials) {
    const value = read(credential);
    if (value !== null && value !== false) filled += 1;
  }
  return filled;
}

import type { Attribute } from '../../credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../credential/attributes';

/**
 * Mark behind the header of a key in our downloads (docs/product.md 3). It is English, as the
 * labels of attributes are.
 */
const KEY_MARK = '(do not change)';

/** The header of the key that every download has. */
export const DOWNLOAD_KEY_HEADER = `Credential ID ${KEY_MARK}`;

/** The header of a key in our downloads. */
export function templateKeyHeader({ label }: Pick<Attribute, 'label'>): string {
  return `${label} ${KEY_MARK}`;
}

const KEY_HEADERS: ReadonlySet<string> = new Set(
  BUILTIN_ATTRIBUTES.filter(({ role }) => role === 'key').map(templateKeyHeader),
);

/** Whether a header is that of a key in our downloads: "License ID (do not change)". */
export function isTemplateKeyHeader(header: string): boolean {
  return KEY_HEADERS.has(header.trim());
}

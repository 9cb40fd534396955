import type { AttributeId, CustomAttributeKey } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import type { Credential } from '../../lib/credential/credential';
import { valueOf } from '../../lib/credential/value-of';
import { wordingOf } from '../../lib/review/base/wordings';
import { baseLines } from '../../lib/review/base/base-lines';
import { readBaseLines } from '../../lib/review/base/read-base-lines';
import type { BaseOrigin, ExportBase } from '../../lib/review/base/export-base';
import type { SipKey } from '../../lib/review/base/sip-hash';

export const ORIGIN = { environment: 'production', groupId: '7', at: '2026-06-01T08:00:00.000Z' } as const;
const KEY: SipKey = [1, -2, 3, -4];

/** The record of a download of these credentials, in lines. */
export function linesOf(
  credentials: readonly Credential[],
  ids: readonly AttributeId[],
  customAttributes: readonly CustomAttributeKey[] = [],
  origin: BaseOrigin = ORIGIN,
): readonly string[] {
  const attributes = attributesOf(customAttributes).filter(({ id }) => ids.includes(id));
  const columns = attributes.map((attribute) => ({
    ...{ attribute: attribute.id, header: attribute.label },
    wordingIn: (credential: Credential) => wordingOf(attribute, valueOf(credential, attribute.id)),
    oldIn: () => null,
  }));
  return [...baseLines(origin, KEY, columns, credentials)];
}

/** The record of a download of these credentials, read from its lines. */
export function baseOf(...written: Parameters<typeof linesOf>): ExportBase {
  const base = readBaseLines(linesOf(...written));
  if (base === null) throw new Error('the record cannot be read');
  return base;
}

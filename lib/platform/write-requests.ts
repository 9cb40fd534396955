import type { AttributeId } from '../credential/attribute';
import type { FieldChange } from '../credential/change';
import { evidencePartOf, type EvidencePart } from '../credential/evidence-attribute';
import type { CredentialId } from '../credential/ids';
import type { Value } from '../credential/value';
import type { ApiRequest } from './client';
import { evidenceItemOf, newDescription, wantedUrl } from './evidence-of-change';
import { credentialPath } from './read-credential';
import type { FreshCredential } from './wire-credential';
import type { WireCustom } from './wire-custom';

/** One request, and the fields that it is to change. */
export interface WriteRequest {
  readonly request: ApiRequest;
  readonly fields: readonly FieldChange[];
}

/**
 * How a value is cleared: which of the two the platform takes is not known, so null is tried first,
 * then "" (docs/platform.md, Write). `left-out`: of a custom attribute, which is then not in the
 * map that is sent. Where the map replaces the one that is there, that clears it; where it is
 * merged into it, nothing changes.
 */
export type ClearedAs = null | '' | 'left-out';

/**
 * Builds the requests that write these fields and nothing else: one PUT of the credential, then one
 * request for each piece of evidence. `current`: the credential as it was just read, because the
 * PUT sends the whole map of custom attributes, which may replace the one that is there
 * (docs/platform.md, Write). Throws when it is null and a field needs it. `all`: the fields of the
 * whole change, which say which URL a description belongs to.
 */
export function writeRequests(
  id: CredentialId,
  fields: readonly FieldChange[],
  all: readonly FieldChange[],
  current: FreshCredential | null,
  clearedAs: ClearedAs,
): readonly WriteRequest[] {
  const evidence = fields.filter(({ attribute }) => evidencePartOf(attribute) !== null);
  const own = fields.filter(({ attribute }) => evidencePartOf(attribute) === null);
  const put: readonly WriteRequest[] = own.length === 0 ? [] : [putRequest(id, own, current, clearedAs)];
  return evidence.length === 0 ? put : [...put, ...evidenceRequests(evidence, all, read(current))];
}

/** Throws when the credential was not read. */
function read(current: FreshCredential | null): FreshCredential {
  if (current === null) throw new Error('the credential was not read before a write that needs it');
  return current;
}

function putRequest(
  id: CredentialId,
  fields: readonly FieldChange[],
  current: FreshCredential | null,
  clearedAs: ClearedAs,
): WriteRequest {
  const credential: Record<string, unknown> = {};
  const recipient: Record<string, unknown> = {};
  let custom: Record<string, unknown> | null = null;
  for (const { attribute, after } of fields) {
    const value = after ?? (clearedAs === 'left-out' ? null : clearedAs);
    if (attribute.startsWith('custom:')) {
      const name = attribute.slice('custom:'.length);
      custom ??= copyOf(read(current).custom);
      if (after === null && clearedAs === 'left-out') Reflect.deleteProperty(custom, name);
      else custom[name] = value;
      credential['custom_attributes'] = custom;
      continue;
    }
    const [where, name] = placeOf(attribute);
    if (where === 'recipient') {
      recipient[name] = value;
      credential['recipient'] = recipient;
    } else credential[name] = value;
  }
  const path = credentialPath(id);
  return { request: { method: 'PUT', path, body: { credential }, effect: 'write' }, fields };
}

/** Copies a map without a prototype, like the original: a name may be `__proto__`. */
function copyOf(custom: WireCustom): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, custom);
}

/**
 * The place of a field in the body of a PUT (docs/platform.md, Write (D); grade and private: not
 * documented, tried).
 */
const PLACES = new Map<AttributeId, readonly ['credential' | 'recipient', string]>([
  ['recipient-name', ['recipient', 'name']],
  ['recipient-email', ['recipient', 'email']],
  ['recipient-phone', ['recipient', 'phone_number']],
  ['issue-date', ['credential', 'issued_on']],
  ['expiry-date', ['credential', 'expired_on']],
  ['grade', ['credential', 'grade']],
  ['credential-name', ['credential', 'name']],
  ['description', ['credential', 'description']],
  ['published', ['credential', 'approve']],
  ['private', ['credential', 'private']],
]);

function placeOf(attribute: AttributeId): readonly ['credential' | 'recipient', string] {
  const place = PLACES.get(attribute);
  // Keys and the group are never written: a group id in a PUT would move the credential.
  if (place === undefined) throw new Error(`${attribute} is not written`);
  return place;
}

/**
 * Adds an item for a URL that is not there, or changes the description of one that is: at most one
 * request for each pair.
 */
function evidenceRequests(
  fields: readonly FieldChange[],
  all: readonly FieldChange[],
  current: FreshCredential,
): readonly WriteRequest[] {
  const { id, detail } = current.credential;
  const path = `${credentialPath(id)}/evidence_items`;
  const requests: WriteRequest[] = [];
  for (const { part, pair } of pairsOf(fields)) {
    const described = pair.find(({ attribute }) => attribute === `evidence-description-${part.number}`);
    const [first] = pair;
    const item = evidenceItemOf(described ?? first, all, detail.evidence);
    const url = wantedUrl(part, all);
    if (item !== null && described !== undefined) {
      const itemPath = `${path}/${encodeURIComponent(item.id)}`;
      const evidence_item = { description: textOf(described.after) };
      requests.push({
        request: { method: 'PUT', path: itemPath, body: { evidence_item }, effect: 'write' },
        fields: pair,
      });
    } else if (item === null && url !== null) {
      const evidence_item = { description: newDescription(part, all, url), category: 'url', url };
      requests.push({
        request: { method: 'POST', path, body: { evidence_item }, effect: 'write' },
        fields: pair,
      });
    }
  }
  return requests;
}

interface Pair {
  readonly part: EvidencePart;
  readonly pair: readonly [FieldChange, ...FieldChange[]];
}

function pairsOf(fields: readonly FieldChange[]): readonly Pair[] {
  const pairs = new Map<number, Pair>();
  for (const field of fields) {
    const part = evidencePartOf(field.attribute);
    if (part === null) continue;
    const [first, ...rest] = pairs.get(part.number)?.pair ?? []; // none yet: this is the first
    pairs.set(part.number, { part, pair: first === undefined ? [field] : [first, ...rest, field] });
  }
  return [...pairs.values()];
}

function textOf(value: Value): string {
  return typeof value === 'string' ? value : '';
}

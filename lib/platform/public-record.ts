import type { AttributeId } from '../credential/attribute';
import type { Value } from '../credential/value';
import { failed, ok, type Result } from '../result';
import { z } from '../zod';
import { askFor, type PublicClient } from './client';
import type { PlatformProblem } from './platform-problem';
import type { SoughtCredential } from './read-credential';
import { wireCustom, customTexts } from './wire-custom';
import { wireDay, wireId, wireText } from './wire-values';

/** A credential as everybody sees it (docs/platform.md, Public record). */
export interface PublicRecord {
  /** The attributes that the answer has; one that it does not have is missing, null is none. */
  readonly values: ReadonlyMap<AttributeId, Value>;
  readonly isRevoked: boolean;
}

/** A field that the answer has, or undefined: missing says nothing, null says "none". */
const shown = <T>(field: z.ZodType<T>) =>
  z
    .unknown()
    .optional()
    .transform((raw, context): T | undefined => {
      if (raw === undefined) return undefined;
      const read = field.safeParse(raw);
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: 'a field that cannot be read' });
      return z.NEVER;
    });

const publicCredential = z.object({
  id: wireId.nullish(),
  uuid: wireText,
  encoded_id: wireText,
  url: wireText,
  revoked_at: wireText,
  name: shown(wireText),
  description: shown(wireText),
  grade: shown(wireText),
  issued_on: shown(wireDay),
  expired_on: shown(wireDay),
  custom_attributes: shown(wireCustom),
  recipient: z.object({ name: shown(wireText) }).nullish(),
});
const publicAnswer = z.object({ credential: publicCredential });
type Wire = z.output<typeof publicCredential>;

/**
 * Reads the public record of a credential by the platform's number, as nobody: neither cookie nor
 * key goes along. `not-found`: nobody sees it. An answer that does not prove to be about this very
 * credential is `unexpected-answer`: with own ids, a number can be that of another one.
 */
export async function readPublicRecord(
  client: PublicClient,
  sought: SoughtCredential,
  signal?: AbortSignal,
): Promise<Result<PublicRecord, PlatformProblem>> {
  const path = `/v1/credential-net/credentials/${encodeURIComponent(sought.id)}`;
  const read = await askFor(client, { method: 'GET', path, effect: 'read' }, publicAnswer, signal);
  if (!read.ok) return read;
  const { credential } = read.value;
  return isAbout(credential, sought)
    ? ok(recordOf(credential))
    : failed({ code: 'unexpected-answer', where: `GET ${path}: another credential` });
}

/**
 * Whether the answer is about the credential that was asked for: by the name of its public page
 * where both have one, else by the number.
 */
function isAbout({ id, uuid, encoded_id, url }: Wire, sought: SoughtCredential): boolean {
  const inUrl = url === null ? null : url.slice(url.lastIndexOf('/') + 1);
  const names = [uuid, encoded_id, inUrl].filter((name) => name !== null);
  if (sought.reference !== null && names.includes(sought.reference)) return true;
  return id === sought.id;
}

function recordOf(wire: Wire): PublicRecord {
  const fields: readonly (readonly [AttributeId, Value | undefined])[] = [
    ['recipient-name', wire.recipient?.name],
    ['credential-name', wire.name],
    ['description', wire.description],
    ['grade', wire.grade],
    ['issue-date', wire.issued_on],
    ['expiry-date', wire.expired_on],
  ];
  const values = new Map<AttributeId, Value>();
  for (const [attribute, value] of fields) if (value !== undefined) values.set(attribute, value);
  const custom = wire.custom_attributes === undefined ? {} : customTexts(wire.custom_attributes);
  for (const [name, text] of Object.entries(custom)) values.set(`custom:${name}`, text);
  return { values, isRevoked: wire.revoked_at !== null };
}

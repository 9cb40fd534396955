import type { Credential } from '../credential/credential';
import type { Change } from '../credential/change';
import type { CredentialId } from '../credential/ids';
import { failed, ok, type Result } from '../result';
import { z } from '../zod';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { isReference } from './reference';
import { viewedCredential, type FreshCredential } from './wire-credential';

export const credentialAnswer = z.object({ credential: viewedCredential });

/**
 * The path of one credential. `reference`: the platform's number or, to look one up, an id of
 * another kind. Throws for any other text: callers check a text of a sheet by `isReference` first.
 */
export function credentialPath(reference: string): string {
  if (!isReference(reference)) throw new Error('a reference that is no part of a path');
  return `/v1/credentials/${encodeURIComponent(reference)}`;
}

/**
 * Whether the problem means that there is no such credential, or one of a department that the
 * account does not see.
 */
export function isNowhere({ code }: PlatformProblem): boolean {
  return code === 'not-found' || code === 'forbidden';
}

/**
 * A credential as the search gave it: the platform's number, and the name of its public page, which
 * may be null. A change has both.
 */
export interface SoughtCredential {
  readonly id: CredentialId;
  readonly reference: string | null;
}

export function soughtBy({ credential, reference }: Change): SoughtCredential {
  return { id: credential, reference };
}

/**
 * Whether an answer is about the credential that was asked for. The platform's number says so, and
 * where that is another one, the name of the public page: then the search has the issuer's own id
 * for a number. An own id alone does not: it can be the number of another credential.
 *
 * Examples, 7 asked for: number 7 -> yes. Own id "A-7", number 7 -> yes. Own id 7, number 9 -> no.
 */
export function isSought(
  { credential, references }: FreshCredential,
  { id, reference }: SoughtCredential,
): boolean {
  return credential.id === id || (reference !== null && references.includes(reference));
}

/**
 * Reads a credential by GET, which shows a write at once (the search may not). Gives it the id by
 * which it was asked for. An answer about another credential is `unexpected-answer`: the number can
 * be the issuer's own id of another one.
 */
export async function readCredential(
  client: Client,
  sought: SoughtCredential,
  signal?: AbortSignal,
): Promise<Result<FreshCredential, PlatformProblem>> {
  const { id } = sought;
  const path = credentialPath(id);
  const read = await askFor(client, { method: 'GET', path, effect: 'read' }, credentialAnswer, signal);
  if (!read.ok) return read;
  const { credential: fresh } = read.value;
  return isSought(fresh, sought)
    ? ok({ ...fresh, credential: { ...fresh.credential, id } })
    : failed({ code: 'unexpected-answer', where: `GET ${path}: another credential` });
}

export interface DetailsPart {
  readonly credentials: readonly Credential[];
  /** Credentials that were asked for and are deleted. */
  readonly gone: readonly CredentialId[];
  readonly loaded: number;
  readonly total: number;
}

/** Requests at the same time. The pace decides how many of them really are in flight. */
const AT_ONCE = 4;

/**
 * Reads credentials with their detail, in parts. One that was deleted meanwhile is in `gone`: the
 * review then says that its row matches nothing. `uuid`, `licenseId` and `updatedAt` may be null
 * here though the search answers them (docs/platform.md, Read a group): only `detail` is to be
 * taken from these. Fails at the first other problem.
 */
export async function readDetails(
  client: Client,
  ids: readonly CredentialId[],
  onPart: (part: DetailsPart) => void,
  signal?: AbortSignal,
): Promise<Result<{ readonly count: number }, PlatformProblem>> {
  let count = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((id) => readCredential(client, { id, reference: null }, signal)));
    const credentials: Credential[] = [];
    const gone: CredentialId[] = [];
    for (const [at, id] of some.entries()) {
      const result = read[at];
      if (result?.ok === true) credentials.push(result.value.credential);
      else if (result?.problem.code === 'not-found') gone.push(id);
      else if (result !== undefined) return result;
    }
    count += credentials.length;
    onPart({ credentials, gone, loaded: from + some.length, total: ids.length });
  }
  return ok({ count });
}

import type { Credential } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import { failed, ok, type Result } from '../result';
import { z } from '../zod';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { viewedCredential, type FreshCredential } from './wire-credential';

export const credentialAnswer = z.object({ credential: viewedCredential });

/**
 * The path of one credential. `reference`: the platform's number or, to look one up, an id of
 * another kind.
 */
export function credentialPath(reference: string): string {
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
 * Reads a credential by GET, which shows a write at once (the search may not). An answer about
 * another credential is `unexpected-answer`: the number can be the issuer's own id of another one.
 */
export async function readCredential(
  client: Client,
  id: CredentialId,
  signal?: AbortSignal,
): Promise<Result<FreshCredential, PlatformProblem>> {
  const path = credentialPath(id);
  const read = await askFor(client, { method: 'GET', path, effect: 'read' }, credentialAnswer, signal);
  if (!read.ok) return read;
  const { credential } = read.value;
  return credential.credential.id === id
    ? ok(credential)
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
    const read = await Promise.all(some.map((id) => readCredential(client, id, signal)));
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

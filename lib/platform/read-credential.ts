import type { Credential } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import { failed, ok, type Result } from '../result';
import { z } from '../zod';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { viewedCredential, type FreshCredential } from './wire-credential';

export const credentialAnswer = z.object({ credential: viewedCredential });

/** The path of one credential; the id is the platform's number or, to look one up, an id of another kind. */
export function credentialPath(reference: string): string {
  return `/v1/credentials/${encodeURIComponent(reference)}`;
}

/** Whether a look for a credential ended with: not there, or of a department that the asker does not see. */
export function isNowhere({ code }: PlatformProblem): boolean {
  return code === 'not-found' || code === 'forbidden';
}

/**
 * A credential as it is now, by GET, which sees a write at once (the search may not). An answer about another credential
 * is `unexpected-answer`: an id can also be somebody's own id of another one.
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

interface Progress {
  readonly credentials: readonly Credential[];
  /** Those of them that are there no more. */
  readonly gone: readonly CredentialId[];
  readonly loaded: number;
  readonly total: number;
}

/** Asked for together; the pace decides how many of them really are under way. */
const AT_ONCE = 4;

/**
 * The credentials with their detail, in parts. One that was deleted meanwhile is told as gone: the review then says that nothing
 * matches it. `uuid`, `licenseId` and `updatedAt` may be null here though the search told them (docs/platform.md): take
 * `detail` from these and the rest from there. Fails at the first other problem.
 */
export async function readDetails(
  client: Client,
  ids: readonly CredentialId[],
  onPart: (part: Progress) => void,
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

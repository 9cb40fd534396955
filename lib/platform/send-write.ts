import { ok, type Result } from '../result';
import { parseBody, type Client, type TooLate } from './client';
import type { PlatformProblem } from './platform-problem';
import { credentialAnswer, isSought, type SoughtCredential } from './read-credential';
import type { FreshCredential } from './wire-credential';
import type { WriteRequest } from './write-requests';

/** A write that was taken. */
export interface TakenWrite {
  /**
   * The credential as it is now, which saves reading it back; null where the answer has no usable
   * body (docs/platform.md, Write): then the caller reads.
   */
  readonly answer: FreshCredential | null;
  /**
   * Whether the answer shows that a path may mean another credential than it says: this one has an
   * own id, or it is another one.
   */
  readonly isAmbiguous: boolean;
}

/**
 * Sends one write, unless it `isTooLate` when its turn comes: the reading that it rests on is too
 * old by then. A success does not prove that the fields were taken: the caller compares.
 * `signed-out`, `forbidden`, `not-found`, `refused` and `throttled` prove that nothing was taken.
 * After `server-fault` and `unreachable` it is in doubt.
 */
export async function sendWrite(
  client: Client,
  write: WriteRequest,
  sought: SoughtCredential,
  isTooLate: () => boolean,
): Promise<Result<TakenWrite, PlatformProblem | TooLate>> {
  const sent = await client.sendUnless(isTooLate, write.request);
  if (!sent.ok) return sent;
  const body = parseBody(sent.value, credentialAnswer);
  if (body === null) return ok({ answer: null, isAmbiguous: false });
  const { credential } = body.value;
  const isIts = isSought(credential, sought);
  // A PUT's answer without the map or the evidence would read as "cleared": only a whole one
  // counts.
  return ok({
    answer: isIts && isWhole(sent.value) ? credential : null,
    isAmbiguous: credential.hasOwnId || !isIts,
  });
}

const WHOLE = [
  'name',
  'description',
  'approve',
  'grade',
  'issued_on',
  'expired_on',
  'custom_attributes',
  'private',
  'evidence_items',
  'recipient',
];

function isWhole(body: string): boolean {
  const { credential } = JSON.parse(body) as { readonly credential: Readonly<Record<string, unknown>> };
  return WHOLE.every((name) => Object.hasOwn(credential, name));
}

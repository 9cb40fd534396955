import { ok, type Result } from '../result';
import { parseBody, type Client, type TooLate } from './client';
import type { PlatformProblem } from './platform-problem';
import { credentialAnswer, isSought, type SoughtCredential } from './read-credential';
import type { FreshCredential } from './wire-credential';
import type { WriteRequest } from './write-requests';

/**
 * Sends one write, unless it `isTooLate` when its turn comes: the reading that it rests on is too
 * old by then. A success may come with the credential as it is now, which saves reading it back, or
 * with no usable body (docs/platform.md, Write): then the value is null and the caller reads. A
 * success does not prove that the fields were taken: the caller compares. `signed-out`,
 * `forbidden`, `not-found`, `refused` and `throttled` prove that nothing was taken. After
 * `server-fault` and `unreachable` it is in doubt.
 */
export async function sendWrite(
  client: Client,
  write: WriteRequest,
  sought: SoughtCredential,
  isTooLate: () => boolean,
): Promise<Result<FreshCredential | null, PlatformProblem | TooLate>> {
  const sent = await client.sendUnless(isTooLate, write.request);
  if (!sent.ok) return sent;
  const body = parseBody(sent.value, credentialAnswer);
  // A PUT's answer without the map or the evidence would read as "cleared": only a whole one
  // counts.
  const whole = body !== null && isSought(body.value.credential, sought) && isWhole(sent.value);
  return ok(whole ? body.value.credential : null);
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

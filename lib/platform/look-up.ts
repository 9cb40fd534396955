import type { KeyAttributeId } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import type { CredentialId, GroupId } from '../credential/ids';
import { failed, ok, type Result } from '../result';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { isReference } from './reference';
import { credentialAnswer, credentialPath, isNowhere } from './read-credential';
import { SEARCH_PATH } from './search';
import { searchAll } from './search-all';
import { BATCH, comparableKey, keyOf, queryFor, waysToAsk, type SearchKey } from './search-keys';

/** The values of a key by which credentials of a group are to be found. */
export interface LookUp {
  readonly key: KeyAttributeId;
  readonly values: readonly string[];
  /**
   * A value whose credential is known, asked with the first batch as a control; null: none is
   * known. A search that does not find it is not trusted: whether the search ignores case, and
   * whether it takes a list at all, is not known.
   */
  readonly control: { readonly value: string; readonly credential: CredentialId } | null;
}

export interface LookUpPart {
  readonly credentials: readonly Credential[];
  /** Counts the values that were asked for by now, of `total`. */
  readonly loaded: number;
  readonly total: number;
}

/**
 * One address can be that of half the group. To find fifty credentials among those, reading all
 * costs less.
 */
const MOST_SEARCHED = 1_000;
/** Requests at the same time. The pace decides how many of them really are in flight. */
const AT_ONCE = 4;

/**
 * Finds all credentials of the group that have one of the values, and hands them on in parts. A
 * search that answers anything else than was asked, or does not find the control, is
 * `unexpected-answer`: then the whole group has to be read. Rejects with the signal's reason when
 * aborted.
 */
export async function lookUp(
  client: Client,
  group: GroupId,
  { key, values, control }: LookUp,
  onPart: (part: LookUpPart) => void,
  signal?: AbortSignal,
): Promise<Result<{ readonly requests: number }, PlatformProblem>> {
  const { searched, read } = waysToAsk(key, values);
  let requests = 0;
  let asked = values.length - searched.length - read.length;
  const handOn = (credentials: readonly Credential[], count: number) => {
    asked += count;
    onPart({ credentials, loaded: asked, total: values.length });
  };

  if (key !== 'credential-id') {
    for (let from = 0; from < searched.length; from += BATCH) {
      const lot = searched.slice(from, from + BATCH);
      const known = from === 0 ? control : null;
      const all = known === null ? lot : [...lot, known.value];
      const found = await search(client, group, key, all, signal);
      if (!found.ok) return found;
      requests += found.value.requests;
      if (known !== null && !found.value.credentials.some(({ id }) => id === known.credential))
        return failed({
          code: 'unexpected-answer',
          where: `POST ${SEARCH_PATH}: one that is there is missing`,
        });
      handOn(found.value.credentials, lot.length);
    }
  }
  for (let from = 0; from < read.length; from += BATCH) {
    const lot = read.slice(from, from + BATCH);
    const found = await readEach(
      client,
      group,
      lot.map(({ reference }) => reference),
      signal,
    );
    if (!found.ok) return found;
    const merged = await withSearched(client, group, found.value, signal);
    if (!merged.ok) return merged;
    requests += lot.length + merged.value.requests;
    handOn(merged.value.credentials, lot.length);
  }
  return ok({ requests });
}

interface Found {
  readonly credentials: readonly Credential[];
  readonly requests: number;
}

async function search(
  client: Client,
  group: GroupId,
  key: SearchKey,
  values: readonly string[],
  signal: AbortSignal | undefined,
  most = Infinity,
): Promise<Result<Found, PlatformProblem>> {
  const asked = new Set(values.map((value) => comparableKey(key, value)));
  const isAsked = (credential: Credential) => {
    const own = keyOf(key, credential);
    return own !== null && asked.has(comparableKey(key, own));
  };
  const credentials: Credential[] = [];
  const read = await searchAll(
    client,
    { 'group.id': group, ...queryFor(key, values) },
    {
      onPart: (part) => credentials.push(...part.credentials),
      // A few more than were asked do no harm. A page of others only means that the list was
      // ignored.
      isAnswer: (page) =>
        page.every(({ groupId }) => groupId === group) && (page.length === 0 || page.some(isAsked)),
      most,
    },
    signal,
  );
  if (!read.ok) return read;
  const { isWhole, total, requests } = read.value;
  if (isWhole) return ok({ credentials, requests });
  return failed({
    code: 'unexpected-answer',
    where: `POST ${SEARCH_PATH}: ${total} with ${values.length} values`,
  });
}

/** Reads credentials one by one and keeps those of the group. They have their detail. */
async function readEach(
  client: Client,
  group: GroupId,
  references: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Result<readonly Credential[], PlatformProblem>> {
  const found: Credential[] = [];
  const asked = references.filter(isReference);
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const lot = asked.slice(from, from + AT_ONCE);
    const answers = await Promise.all(
      lot.map((reference) =>
        askFor(
          client,
          { method: 'GET', path: credentialPath(reference), effect: 'read' },
          credentialAnswer,
          signal,
        ),
      ),
    );
    for (const answer of answers) {
      if (answer.ok) found.push(answer.value.credential.credential);
      else if (!isNowhere(answer.problem)) return answer;
    }
  }
  return ok(found.filter(({ groupId }) => groupId === group));
}

/**
 * Adds what only the search answers (docs/platform.md, Read a group): UUID, own id, time of the
 * last update, and that a recipient has no id. Fails when so many credentials share their addresses
 * that the search does not help.
 */
async function withSearched(
  client: Client,
  group: GroupId,
  read: readonly Credential[],
  signal: AbortSignal | undefined,
): Promise<Result<Found, PlatformProblem>> {
  const emails = read.flatMap(({ recipientEmail }) => recipientEmail ?? []);
  if (emails.length === 0) return ok({ credentials: read, requests: 0 });
  const found = await search(client, group, 'recipient-email', emails, signal, MOST_SEARCHED);
  if (!found.ok) return found;
  const searchedById = new Map(found.value.credentials.map((credential) => [credential.id, credential]));
  const credentials = read.map((credential): Credential => {
    const searched = searchedById.get(credential.id);
    if (searched === undefined) return credential; // the search is behind
    const { uuid, encodedId, licenseId, recipientId, updatedAt } = searched;
    return { ...credential, uuid, encodedId, licenseId, recipientId, updatedAt };
  });
  return ok({ credentials, requests: found.value.requests });
}

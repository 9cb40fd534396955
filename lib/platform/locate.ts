import type { KeyAttributeId } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import type { CredentialId, GroupId } from '../credential/ids';
import { ok, type Result } from '../result';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { credentialAnswer, credentialPath } from './read-credential';
import { searchPage } from './search';

/** A credential found outside this group (also of the contract, rpc/background-contract.ts). */
export interface FoundElsewhere {
  readonly value: string;
  readonly credential: CredentialId;
  readonly groupId: string;
  readonly groupName: string | null;
}

/** More unknown keys than this is a sheet of another account, which nobody needs told row by row. */
const MOST_VALUES = 300;
const BATCH = 50;

const SEARCH_KEYS: Readonly<Record<Exclude<KeyAttributeId, 'credential-id'>, string>> = {
  uuid: 'uuid[in]',
  'license-id': 'license_id[in]',
  'recipient-id': 'recipient_id[in]',
  'recipient-email': 'recipient_email[in]',
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** What can stand in the path of a credential. Anything else ("..", a sentence) is nobody's id and is not asked. */
const REFERENCE = /^[\w-]{1,64}$/;

/**
 * Which credentials of groups other than `group` have these keys, as far as the platform tells. Values that nobody has are
 * not in the answer, nor any beyond the first 300, nor a credential of `group` itself: the platform takes 007 for 7, and
 * "it is in another group" would be said of this one. UUIDs, own ids and e-mails are searched in lots of 50; a number, an encoded id or
 * a public link has no search and costs one request each.
 */
export async function locate(
  client: Client,
  group: GroupId,
  key: KeyAttributeId,
  values: readonly string[],
  signal?: AbortSignal,
): Promise<Result<readonly FoundElsewhere[], PlatformProblem>> {
  const some = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))].slice(
    0,
    MOST_VALUES,
  );
  const bySearch =
    key === 'credential-id' ? [] : some.filter((value) => key !== 'uuid' || UUID.test(lastSegment(value)));
  const searched = new Set(bySearch);
  const byId = some.filter((value) => !searched.has(value));
  const found: FoundElsewhere[] = [];

  if (key !== 'credential-id') {
    for (let from = 0; from < bySearch.length; from += BATCH) {
      const read = await search(client, key, bySearch.slice(from, from + BATCH), signal);
      if (!read.ok) return read;
      found.push(...read.value);
    }
  }
  for (const value of byId) {
    const reference = lastSegment(value);
    if (!REFERENCE.test(reference)) continue;
    const request = { method: 'GET', path: credentialPath(reference), effect: 'read' } as const;
    const read = await askFor(client, request, credentialAnswer, signal);
    if (read.ok) found.push(foundElsewhere(value, read.value.credential.credential));
    // Not there, or of a department that the asker does not see: nowhere, for all that can be told.
    else if (read.problem.code !== 'not-found' && read.problem.code !== 'forbidden') return read;
  }
  return ok(found.filter(({ groupId }) => groupId !== group));
}

async function search(
  client: Client,
  key: Exclude<KeyAttributeId, 'credential-id'>,
  values: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Result<readonly FoundElsewhere[], PlatformProblem>> {
  const asked = new Map(values.map((value) => [comparable(key, value), value]));
  // E-mails are stored in lower case by clients (platform.md), and the search may be exact.
  const query = { [SEARCH_KEYS[key]]: [...asked.keys()] };
  const page = await searchPage(client, query, { size: 2 * BATCH, from: 0 }, signal);
  if (!page.ok) return page;
  return ok(
    page.value.credentials.flatMap((credential) => {
      const own = keyOf(key, credential);
      const value = own === null ? undefined : asked.get(comparable(key, own));
      return value === undefined ? [] : [foundElsewhere(value, credential)];
    }),
  );
}

function keyOf(key: Exclude<KeyAttributeId, 'credential-id'>, credential: Credential): string | null {
  if (key === 'uuid') return credential.uuid;
  if (key === 'license-id') return credential.licenseId;
  return key === 'recipient-id' ? credential.recipientId : credential.recipientEmail;
}

function comparable(key: KeyAttributeId, value: string): string {
  if (key === 'uuid') return lastSegment(value).toLowerCase();
  return key === 'recipient-email' ? value.toLowerCase() : value;
}

/** The id in a public link, or the value itself. */
function lastSegment(value: string): string {
  if (!/^https?:\/\//i.test(value)) return value;
  const [path = ''] = value.split(/[?#]/);
  return path.replace(/\/+$/, '').replace(/^.*\//, '');
}

function foundElsewhere(value: string, credential: Credential): FoundElsewhere {
  return {
    value,
    credential: credential.id,
    groupId: credential.groupId,
    groupName: credential.groupName || null,
  };
}

import type { KeyAttributeId } from '../credential/attribute';
import { mayBeKey } from '../assign/read/key-shape';
import type { Credential } from '../credential/credential';
import type { CredentialId, GroupId } from '../credential/ids';
import { ok, type Result } from '../result';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { isReference } from './reference';
import { credentialAnswer, credentialPath, isNowhere } from './read-credential';
import { searchFirst } from './search';
import { BATCH, comparableKey, keyOf, queryFor, waysToAsk, type SearchKey } from './search-keys';

/** A credential found in another group. */
export interface FoundElsewhere {
  readonly value: string;
  readonly credential: CredentialId;
  readonly groupId: string;
  readonly groupName: string | null;
}

/**
 * With more unknown keys than this, the sheet is of another account, which need not be said row by
 * row.
 */
const MOST_VALUES = 300;

/**
 * Finds the credentials of groups other than `group` that have these keys, as far as the platform
 * says. Values that no credential has are not in the answer, nor any after the first 300. Values
 * with a search are asked in batches of 50, the others one by one. Credentials of `group` itself
 * are excluded: the platform takes 007 for 7, and "it is in another group" would be said of this
 * one.
 */
export async function locate(
  client: Client,
  group: GroupId,
  key: KeyAttributeId,
  values: readonly string[],
  signal?: AbortSignal,
): Promise<Result<readonly FoundElsewhere[], PlatformProblem>> {
  const own = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
  const some = own.filter((value) => mayBeKey(key, value)).slice(0, MOST_VALUES);
  const { searched, read } = waysToAsk(key, some);
  const found: FoundElsewhere[] = [];
  if (key !== 'credential-id') {
    for (let from = 0; from < searched.length; from += BATCH) {
      const batch = await search(client, key, searched.slice(from, from + BATCH), signal);
      if (!batch.ok) return batch;
      found.push(...batch.value);
    }
  }
  for (const { value, reference } of read) {
    if (!isReference(reference)) continue;
    const request = { method: 'GET', path: credentialPath(reference), effect: 'read' } as const;
    const answer = await askFor(client, request, credentialAnswer, signal);
    if (answer.ok) found.push(foundElsewhere(value, answer.value.credential.credential));
    else if (!isNowhere(answer.problem)) return answer;
  }
  return ok(found.filter(({ groupId }) => groupId !== group));
}

async function search(
  client: Client,
  key: SearchKey,
  values: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Result<readonly FoundElsewhere[], PlatformProblem>> {
  const asked = new Map(values.map((value) => [comparableKey(key, value), value]));
  const page = await searchFirst(client, queryFor(key, values), 2 * BATCH, signal);
  if (!page.ok) return page;
  return ok(
    page.value.credentials.flatMap((credential) => {
      const own = keyOf(key, credential);
      const value = own === null ? undefined : asked.get(comparableKey(key, own));
      return value === undefined ? [] : [foundElsewhere(value, credential)];
    }),
  );
}

function foundElsewhere(value: string, credential: Credential): FoundElsewhere {
  return {
    value,
    credential: credential.id,
    groupId: credential.groupId,
    groupName: credential.groupName || null,
  };
}

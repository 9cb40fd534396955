import { sees } from '../access/caller';
import { updateCredential } from '../rules/credential-update';
import { isFields } from '../rules/field-reader';
import type { Credential } from '../state/schema';
import { empty, json, type Answer } from './answer';
import type { ApiContext } from './context';
import { isRevoked, noSuchCredential, notJson, parameterMissing, type Json } from './errors';
import { searchShape, v1Shape } from './wire-shape';

/**
 * The credential that a path names, when there is one and the caller sees its group's department.
 */
export function seenCredential(
  reference: string,
  { store, caller, switches }: ApiContext,
): Credential | undefined {
  const credential = store.find(reference, switches['own-id-path']);
  const department = credential && store.group(credential.group_id)?.department_id;
  return department !== undefined && sees(caller, department) ? credential : undefined;
}

/** Whether the credential is revoked and takes no writes, by the switch `revoked-writes`. */
export function refusesWrites(credential: Credential, { switches }: ApiContext): boolean {
  return credential.revoked_at !== null && switches['revoked-writes'] === 'refused';
}

function shown(credential: Credential, { store, switches, publicHost }: ApiContext): Json {
  const group = store.group(credential.group_id);
  // The state is checked when it is read and a PUT moves to groups that exist, so this is a bug and
  // not an answer.
  if (group === undefined) throw new Error(`Credential ${credential.id} is in no group.`);
  return v1Shape(credential, group, store.issuer(), switches, publicHost);
}

/** GET /v1/credentials/{id}; by uuid, encoded id or own id as well. */
export function viewCredential(reference: string, context: ApiContext): Answer {
  const credential = seenCredential(reference, context);
  return credential === undefined ? noSuchCredential : json({ credential: shown(credential, context) });
}

/**
 * PUT /v1/credentials/{id} with `{"credential":{...}}`; `body` is undefined when it was no JSON.
 */
export function putCredential(reference: string, body: unknown, context: ApiContext): Answer {
  const { store, switches, now } = context;
  const before = seenCredential(reference, context);
  if (before === undefined) return noSuchCredential;
  if (!isFields(body)) return notJson;
  const { credential: sent } = body;
  if (!isFields(sent) || Object.keys(sent).length === 0) return parameterMissing('credential');

  if (refusesWrites(before, context)) return isRevoked;
  const update = updateCredential(before, sent, context);
  if (update.kind === 'refusal') return update;
  store.takeCredits(update.credits);
  store.save(update.credential, now, switches);
  return switches['put-answer'] === 'empty' ? empty : json({ credential: shown(update.credential, context) });
}

/** POST /v2/credentials/search. */
export function searchCredentials(body: unknown, context: ApiContext): Answer {
  const { store, search, switches, caller, now } = context;
  const issuer = store.issuer();
  const found = search(body, {
    view: store.searchView(now),
    switches,
    groupOf: (id) => store.group(id),
    scope: `${caller.departmentId} ${switches['revoked-search']}`,
    sees: ({ group_id, revoked_at: revokedAt }) => {
      if (revokedAt !== null && switches['revoked-search'] === 'hidden') return false;
      const group = store.group(group_id);
      return group !== undefined && sees(caller, group.department_id);
    },
  });
  if (found.kind === 'refusal') return found;
  const credentials = found.credentials.flatMap((credential) => {
    const group = store.group(credential.group_id);
    return group === undefined ? [] : [searchShape(credential, group, issuer, switches)];
  });
  return json({ credentials, meta: found.meta });
}

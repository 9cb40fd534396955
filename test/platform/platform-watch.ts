import assert from 'node:assert/strict';
import type { LoggedRequest } from './request-log';
import type { StandIn } from './stand-in';
import type { ShownCredential, ShownState } from './state/shown-state';

/*
 * What a test looks at on the platform's side; the extension is not asked. For both runners, so it
 * has the assertions of neither.
 */

export type { StandIn } from './stand-in';

/** The body of a PUT as it arrived, with the credential it was for. */
export interface Put {
  readonly id: string;
  readonly body: unknown;
  readonly request: LoggedRequest;
}

const CREDENTIAL = /^\/v1\/credentials\/([^/?]+)$/;

/** API requests from position `from` of the log on. */
export function apiRequests(standIn: StandIn, from = 0): readonly LoggedRequest[] {
  return standIn.log.slice(from).filter(({ part }) => part === 'api');
}

/** All PUTs of credentials, in the order in which they arrived. */
export function putsOf(standIn: StandIn, from = 0): readonly Put[] {
  return apiRequests(standIn, from).flatMap((request): Put[] => {
    const id = CREDENTIAL.exec(request.path)?.[1];
    return request.method === 'PUT' && id !== undefined ? [{ id, body: request.body, request }] : [];
  });
}

/**
 * Everything that would change the platform: any PUT or DELETE, and the POSTs that are not
 * searches.
 */
export function writesOf(standIn: StandIn, from = 0): readonly LoggedRequest[] {
  return apiRequests(standIn, from).filter(
    ({ method, path }) => method !== 'GET' && !(method === 'POST' && path.endsWith('/search')),
  );
}

/** The credentials of a group, as the platform has them now. */
export function groupOf(state: ShownState, group: number): readonly ShownCredential[] {
  return state.credentials.filter(({ group_id }) => group_id === group);
}

/** The credential at a place of a list; a test that asks for one that is not there is wrong. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no element ${index} of ${list.length}`);
  return found;
}

/**
 * Expected fields of a credential, as the state writes them, the recipient's merged into theirs.
 */
export type WantedFields = Partial<Omit<ShownCredential, 'recipient'>> & {
  readonly recipient?: Partial<ShownCredential['recipient']>;
};

/** The same by the credential's id. */
export type Wanted = ReadonlyMap<number, WantedFields>;

/**
 * The platform's state is the old one plus exactly these changes: each other credential is what it
 * was to the letter, each changed one as well but for its fields and a later `updated_at`, and so
 * many credits are gone.
 */
export function expectState(now: ShownState, before: ShownState, wanted: Wanted, credits: number): void {
  const expected = before.credentials.map((credential) => {
    const change = wanted.get(credential.id);
    if (change === undefined) return credential;
    return { ...credential, ...change, recipient: { ...credential.recipient, ...change.recipient } };
  });
  const withoutTime = (list: readonly ShownCredential[]) =>
    list.map((credential) => (wanted.has(credential.id) ? { ...credential, updated_at: '' } : credential));
  assert.deepEqual(withoutTime(now.credentials), withoutTime(expected));
  for (const [index, { id, updated_at }] of now.credentials.entries()) {
    const isLater = !wanted.has(id) || updated_at > at(before.credentials, index).updated_at;
    assert.ok(isLater, `credential ${id} was changed and has no later updated_at`);
  }
  assert.deepEqual(now.groups, before.groups);
  assert.deepEqual(now.attribute_keys, before.attribute_keys);
  const left = before.issuer.certificate_left - credits;
  assert.deepEqual(now.issuer, { ...before.issuer, certificate_left: left });
}

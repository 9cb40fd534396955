import type { AttributeKey, Credential, Group, Issuer, StandInState } from './schema';
import type { Switches } from '../switches';
import { createSearchIndex, type SearchView } from './search-index';

/** How far the copies run behind a write, by the switches. */
export type Lags = Pick<Switches, 'search-lag' | 'search-order' | 'public-lag' | 'public-stale'>;

/** The records of the stand-in. They are replaced, never changed in place. */
export interface Store {
  readonly issuer: () => Issuer;
  readonly groups: readonly Group[];
  readonly attributeKeys: readonly AttributeKey[];
  group(id: number): Group | undefined;
  credentials(): readonly Credential[];
  /**
   * By id, else uuid, encoded id or license id: GET takes "an integer or string" (D). The license
   * id may come first.
   */
  find(reference: string, order?: 'after-numbers' | 'before-numbers'): Credential | undefined;
  /** Ids of the group's credentials with this e-mail (in lower case). */
  withEmail(groupId: number, email: string): readonly number[];
  /**
   * Puts a changed credential in place of the one with its id; search and the public record see it
   * so many ms after `now`.
   */
  save(credential: Credential, now: number, lag: Lags): void;
  takeCredits(count: number): void;
  searchView(now: number): SearchView;
  publicView(now: number): SearchView;
  nextEvidenceId(): number;
}

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id;
const emailKey = (groupId: number, email: string): string => `${groupId} ${email}`;

/**
 * A part of the index that is ahead of the rest: by number, so that writes of one stay in order.
 */
const isAhead = ({ id }: Credential): boolean => Math.imul(id, 0x9e3779b1) >>> 30 === 0;

function searchLagOf(credential: Credential, lag: Lags): number {
  return lag['search-order'] === 'mixed' && isAhead(credential) ? 0 : lag['search-lag'];
}

export function createStore(state: StandInState): Store {
  let issuer = state.issuer;
  const ordered = [...state.credentials].sort(byId);
  const groups = new Map(state.groups.map((group) => [group.id, group]));
  const credentials = new Map<number, Credential>();
  const references = new Map<string, number>();
  const licenses = new Map<string, number>();
  const emails = new Map<string, Set<number>>();
  const search = createSearchIndex(ordered);
  const shown = createSearchIndex(ordered);
  let evidenceId = 1000;

  function enter(credential: Credential): void {
    credentials.set(credential.id, credential);
    references.set(credential.uuid, credential.id);
    references.set(credential.encoded_id, credential.id);
    if (credential.license_id !== null) licenses.set(credential.license_id, credential.id);
    const key = emailKey(credential.group_id, credential.recipient.email);
    const holders = emails.get(key) ?? new Set();
    emails.set(key, holders.add(credential.id));
    for (const item of [...credential.evidence_items, ...credential.references]) {
      evidenceId = Math.max(evidenceId, item.id);
    }
  }

  function leave(credential: Credential): void {
    emails.get(emailKey(credential.group_id, credential.recipient.email))?.delete(credential.id);
    if (credential.license_id !== null && licenses.get(credential.license_id) === credential.id) {
      licenses.delete(credential.license_id);
    }
  }

  ordered.forEach(enter);

  return {
    issuer: () => issuer,
    groups: [...groups.values()].sort(byId),
    attributeKeys: [...state.attribute_keys].sort(byId),
    group: (id) => groups.get(id),
    credentials: () => [...credentials.values()],
    find(reference, order = 'after-numbers') {
      const number = /^\d+$/.test(reference) ? Number(reference) : undefined;
      const own = licenses.get(reference);
      const first = order === 'before-numbers' && own !== undefined ? own : number;
      return (
        credentials.get(first ?? Number.NaN) ??
        credentials.get(references.get(reference) ?? own ?? Number.NaN)
      );
    },
    withEmail: (groupId, email) => [...(emails.get(emailKey(groupId, email)) ?? [])],
    save(credential, now, lag) {
      const before = credentials.get(credential.id);
      if (before !== undefined) leave(before);
      enter(credential);
      search.record(credential, now + searchLagOf(credential, lag));
      const stale = lag['public-stale'];
      if (stale === 0 || credential.id % stale !== 0) shown.record(credential, now + lag['public-lag']);
    },
    takeCredits(count) {
      issuer = { ...issuer, certificate_left: issuer.certificate_left - count };
    },
    searchView: (now) => search.view(now),
    publicView: (now) => shown.view(now),
    nextEvidenceId: () => (evidenceId += 1),
  };
}

import type { Assignment } from '../lib/assign/choice/assignment';
import type { Attribute, KeyAttributeId } from '../lib/credential/attribute';
import type { Credential } from '../lib/credential/credential';
import type { CredentialId } from '../lib/credential/ids';
import type { LookUp } from '../lib/platform/look-up';
import { comparableKey, keyOf, requestsToLookUp } from '../lib/platform/search-keys';
import { IN_PART, WHOLE, type Coverage } from '../lib/review/group/coverage';
import type { createGroup, Group } from '../lib/review/group/group';
import type { toLookUp } from '../lib/review/match/to-look-up';
import type { LookUpNeed, ToLookUp } from '../lib/rpc/contract/sheet-contract';
import type { Table } from '../lib/sheet/table/table';

/** The parts of the late script that it needs. */
interface GroupParts {
  readonly createGroup: typeof createGroup;
  readonly toLookUp: typeof toLookUp;
}

/**
 * The credentials of the group that the worker has: all of them, or those of its first page and
 * what was looked up.
 */
export interface HeldGroup {
  /**
   * The group as it is known now. What was found out about its credentials is kept as long as they
   * are the same.
   */
  now(): Group;
  readonly size: number;
  get(id: CredentialId): Credential | undefined;
  add(part: readonly Credential[]): void;
  /** Puts credentials in the place of those that are here. Their detail has to be read again. */
  replace(part: readonly Credential[]): void;
  /** `gone`: deleted since they were found; nothing matches them any more. */
  addDetails(part: readonly Credential[], gone: readonly CredentialId[]): void;
  /**
   * Forgets all; what comes then is the whole group unless `inPart` says otherwise, until `whole`
   * does.
   */
  forget(): void;
  inPart(): void;
  whole(): void;
  readonly isWhole: boolean;
  /**
   * Whether it was read, and is whole: before that nothing that is counted among its credentials is
   * about it.
   */
  readonly isReadWhole: boolean;
  /**
   * Marks values as looked up: a credential with one of them that is not here is not in the group.
   */
  lookedUp(key: KeyAttributeId, values: readonly string[]): void;
  /** Those of these values that were not looked up. */
  notLookedUp(key: KeyAttributeId, values: readonly string[]): readonly string[];
  /**
   * Says what is to be looked up next for a sheet, as values and requests; null when nothing is,
   * and in a whole group. `among`: the group that the sheet is compared with, which knows no more
   * than it did when other credentials took its place.
   */
  toLookUp(
    table: Table,
    assignment: Assignment,
    attributes: readonly Attribute[],
    among?: Group,
  ): ToLookUp | null;
  /** The next of it that is to be asked; "whole" when that cannot be looked up. */
  nextLookUp(table: Table, assignment: Assignment, attributes: readonly Attribute[]): LookUpNeed;
}

/** `parts`: comes with the review's script, so it is asked for when a sheet is open. */
export function createHeldGroup(parts: () => GroupParts): HeldGroup {
  let credentials = new Map<CredentialId, Credential>();
  /** Null while the credentials are not the ones that it was made of. */
  let group: Group | null = null;
  let coverage = WHOLE;
  let isBegun = false;
  const now = () => (group ??= parts().createGroup([...credentials.values()], coverage));
  const cover = (next: Coverage) => {
    coverage = next;
    group = group?.covering(next) ?? null; // made when it is asked for
  };
  const missing = (
    table: Table,
    assignment: Assignment,
    attributes: readonly Attribute[],
    among = now(),
  ): ReturnType<GroupParts['toLookUp']> => {
    // As long as the credentials are the same, what was looked up since counts too.
    const known = among.all === group?.all ? group : among;
    return known.isWhole ? [] : parts().toLookUp(table, assignment, attributes, known);
  };

  return {
    now,
    get size() {
      return credentials.size;
    },
    get: (id) => credentials.get(id),
    add(part) {
      if (part.length === 0) return; // the list stays as it is
      group = null;
      for (const credential of part) {
        // The detail, which only reading a credential gives, is kept when the credential is found
        // again.
        const detail = credential.detail ?? credentials.get(credential.id)?.detail ?? null;
        credentials.set(credential.id, detail === credential.detail ? credential : { ...credential, detail });
      }
    },
    replace(part) {
      group = null;
      for (const credential of part) credentials.set(credential.id, credential);
    },
    addDetails(part, gone) {
      group = null;
      for (const id of gone) credentials.delete(id);
      // Only the detail: the rest of a credential that is read whole says less than the search did
      // (docs/platform.md).
      for (const { id, detail } of part) {
        const before = credentials.get(id);
        if (before !== undefined) credentials.set(id, { ...before, detail });
      }
    },
    forget() {
      group = null;
      credentials = new Map();
      coverage = WHOLE;
      isBegun = true;
    },
    inPart() {
      cover(IN_PART);
    },
    whole() {
      cover(WHOLE);
    },
    get isWhole() {
      return coverage.isWhole;
    },
    get isReadWhole() {
      return isBegun && coverage.isWhole;
    },
    lookedUp(key, values) {
      const texts = new Set([...(coverage.asked.get(key) ?? []), ...values]);
      cover({ ...coverage, asked: new Map(coverage.asked).set(key, texts) });
    },
    notLookedUp(key, values) {
      const asked = coverage.asked.get(key);
      return values.filter((value) => asked?.has(value) !== true);
    },
    toLookUp(...sheet) {
      const needs = missing(...sheet);
      if (needs === 'whole') return { kind: 'whole' };
      const [first] = needs;
      if (first === undefined) return null;
      const { key, values } = first;
      return { kind: 'look-up', key, values: values.length, requests: requestsToLookUp(key, values) };
    },
    nextLookUp(...sheet) {
      const needs = missing(...sheet);
      if (needs === 'whole') return { kind: 'whole' };
      const [first] = needs;
      if (first === undefined) return { kind: 'nothing' };
      return { kind: 'look-up', lookUp: { ...first, control: controlOf(first.key, now().all) } };
    },
  };
}

/**
 * A credential that a search by this key must find: one of few with that value, as the search finds
 * all who have it, and an office's address can be that of thousands. Among those, one with capitals
 * in its e-mail tells the most.
 */
function controlOf(key: KeyAttributeId, credentials: readonly Credential[]): LookUp['control'] {
  if (key === 'credential-id') return null;
  const owners = new Map<
    string,
    { readonly own: string; readonly id: CredentialId; readonly count: number }
  >();
  for (const credential of credentials) {
    const own = keyOf(key, credential);
    if (own === null) continue;
    const value = comparableKey(key, own);
    owners.set(value, { own, id: credential.id, count: (owners.get(value)?.count ?? 0) + 1 }); // none before
  }
  let control: LookUp['control'] = null;
  let rank = Infinity;
  for (const [value, { own, id, count }] of owners) {
    const itsRank = 2 * count - (own === value ? 0 : 1);
    if (itsRank < rank) [control, rank] = [{ value, credential: id }, itsRank];
  }
  return control;
}

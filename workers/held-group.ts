import type { Assignment } from '../lib/assign/assignment';
import type { Attribute, KeyAttributeId } from '../lib/credential/attribute';
import type { Credential } from '../lib/credential/credential';
import type { CredentialId } from '../lib/credential/ids';
import type { LookUp } from '../lib/platform/look-up';
import { keyOf, requestsToLookUp } from '../lib/platform/search-keys';
import type { toLookUp } from '../lib/review/to-look-up';
import type { LookUpNeed, ToLookUp } from '../lib/rpc/sheet-contract';
import type { Table } from '../lib/sheet/table';

/** The credentials of the group that the worker has: all of them, or those of its first page and what was looked up. */
export interface HeldGroup {
  /** The same list as long as the credentials are: what was found out about it is kept with it. */
  all(): readonly Credential[];
  readonly size: number;
  get(id: CredentialId): Credential | undefined;
  add(part: readonly Credential[]): void;
  addDetails(part: readonly Credential[]): void;
  /** Forgets all; what comes then is the whole group unless `inPart` says otherwise. */
  forget(): void;
  inPart(): void;
  readonly isWhole: boolean;
  /** These values were looked up: whoever is not here with one of them is not in the group. */
  lookedUp(key: KeyAttributeId, values: readonly string[]): void;
  /** What is still to be looked up for a sheet, as values and requests; null when nothing is, and in a whole group. */
  toLookUp(table: Table, assignment: Assignment, attributes: readonly Attribute[]): ToLookUp | null;
  /** The next of it that is to be asked; "whole" when that cannot be looked up. */
  nextLookUp(table: Table, assignment: Assignment, attributes: readonly Attribute[]): LookUpNeed;
}

/** `find`: what a sheet needs, which comes with the review's script. */
export function createHeldGroup(find: () => typeof toLookUp): HeldGroup {
  let credentials = new Map<CredentialId, Credential>();
  let list: readonly Credential[] | null = null;
  let asked = new Map<KeyAttributeId, Set<string>>();
  let isWhole = true;
  const all = () => (list ??= [...credentials.values()]);
  const askedOf = (key: KeyAttributeId) => {
    const texts = asked.get(key) ?? new Set<string>();
    asked.set(key, texts);
    return texts;
  };
  const missing = (table: Table, assignment: Assignment, attributes: readonly Attribute[]) =>
    isWhole ? [] : find()(table, assignment, attributes, { credentials: all(), asked: askedOf });

  return {
    all,
    get size() {
      return credentials.size;
    },
    get: (id) => credentials.get(id),
    add(part) {
      for (const credential of part) {
        // What only reading a credential tells is not forgotten when it is found once more.
        const detail = credential.detail ?? credentials.get(credential.id)?.detail ?? null;
        credentials.set(credential.id, detail === credential.detail ? credential : { ...credential, detail });
      }
      list = null;
    },
    addDetails(part) {
      // Only the detail: the rest of a credential that is read whole says less than the search did (platform.md).
      for (const { id, detail } of part) {
        const known = credentials.get(id);
        if (known !== undefined) credentials.set(id, { ...known, detail });
      }
      list = null;
    },
    forget() {
      credentials = new Map();
      list = null;
      asked = new Map();
      isWhole = true;
    },
    inPart() {
      isWhole = false;
    },
    get isWhole() {
      return isWhole;
    },
    lookedUp(key, values) {
      const texts = askedOf(key);
      for (const value of values) texts.add(value);
    },
    toLookUp(...sheet) {
      const needs = missing(...sheet);
      if (needs === 'whole') return { kind: 'whole' };
      if (needs.length === 0) return null;
      return {
        kind: 'look-up',
        values: needs.reduce((sum, { values }) => sum + values.length, 0),
        requests: needs.reduce((sum, { key, values }) => sum + requestsToLookUp(key, values), 0),
      };
    },
    nextLookUp(...sheet) {
      const needs = missing(...sheet);
      if (needs === 'whole') return { kind: 'whole' };
      const [first] = needs;
      if (first === undefined) return { kind: 'nothing' };
      return { kind: 'look-up', lookUp: { ...first, control: controlOf(first.key, all()) } };
    },
  };
}

/** A credential that a search by this key must find; one with capitals in its e-mail tells the most. */
function controlOf(key: KeyAttributeId, credentials: readonly Credential[]): LookUp['control'] {
  if (key === 'credential-id') return null;
  let control: LookUp['control'] = null;
  for (const credential of credentials) {
    const value = keyOf(key, credential);
    if (value === null) continue;
    control ??= { value, credential: credential.id };
    if (key !== 'recipient-email') break;
    if (value !== value.toLowerCase()) return { value: value.toLowerCase(), credential: credential.id };
  }
  return control;
}

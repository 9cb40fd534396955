import { idTextsOf } from '../../assign/read/key-text';
import type { Recoding } from '../../assign/damage/recoding';
import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import { otherIdentity, type IdentityAttribute } from '../identity/identity-hash';
import { namesakesIn } from '../identity/exact-names';
import { createIdentityHolders, type IdentityHolders } from '../identity/identity-holders';
import { whichIsRecoded } from '../identity/recoded-names';
import { PresentHashes } from '../identity/present-hashes';
import { presentSharesOf, type PresentShares } from '../identity/present-shares';
import { sharedFirstWords } from '../identity/shared-first-words';
import { nearTexts } from '../similarity/near-texts';
import { trustedDomainsOf } from '../similarity/trusted-domains';
import { WHOLE, type Coverage } from './coverage';
import { foldedKeysOf } from './folded-keys';
import { indexCredentials, isUniqueKey, nameOfKey, type CredentialIndex } from './credential-index';

/**
 * The credentials of a group that a sheet is compared with, and what can be found out about them.
 * Immutable: new credentials make a new group. Everything beyond the list is made at
 * the first call and kept, because a review asks again at each edit, and an index of 100,000
 * credentials takes a tenth of a second.
 *
 * A *position* is the place of a credential in `all`.
 */
export interface Group extends Coverage {
  readonly all: readonly Credential[];
  /** The credentials by a key of one or two attributes. */
  readonly indexBy: (key: readonly Attribute[]) => CredentialIndex;
  /** The position of a credential; undefined when the group does not have it. */
  readonly positionOf: (id: CredentialId) => number | undefined;
  /** Whether no two credentials have the same key, and some have one. */
  readonly isUnique: (key: readonly Attribute[]) => boolean;
  /** The identity hash of each credential's name (or e-mail). */
  readonly presentHashes: (attribute: IdentityAttribute) => PresentHashes;
  /** Persons by their name (or e-mail) now. */
  readonly holders: (attribute: IdentityAttribute) => IdentityHolders;
  /**
   * Whether somebody else than the credential at a position has exactly this name, accents and
   * order too.
   */
  readonly hasNamesake: (name: string, position: number) => boolean;
  /**
   * The one key of an attribute that is written otherwise than a text; null for none, and where two
   * would fit.
   */
  readonly meantKey: (attribute: Attribute, text: string) => string | null;
  /**
   * Mail domains that are no typing error: well-known ones, and those that the group has several
   * of.
   */
  readonly trustedDomains: () => ReadonlySet<string>;
  /** Words that many names begin with, which tell nobody apart. */
  readonly sharedFirstWords: () => ReadonlySet<string>;
  /** Whether most grades are written with a percent sign. */
  readonly hasPercentGrades: () => boolean;
  /**
   * Whether a recoding damaged the names of the sheet or those of the group; null: the names do not
   * show it.
   */
  readonly whichIsRecoded: (recoding: Recoding) => 'sheet' | 'group' | null;
  /** Positions of the credentials whose e-mail is one letter away from this one. */
  readonly withEmailNear: (email: string) => readonly number[];
  /** The same credentials, of which more (or less) is known: nothing is found out again. */
  readonly covering: (coverage: Coverage) => Group;
}

/** A group of these credentials, in their order. */
export function createGroup(all: readonly Credential[], coverage = WHOLE): Group {
  return withCoverage(createFacts(all), coverage);
}

/** Facts that follow from the list of credentials alone. */
type Facts = Omit<Group, 'covering' | keyof Coverage>;

function withCoverage(facts: Facts, coverage: Coverage): Group {
  return { ...facts, ...coverage, covering: (other) => withCoverage(facts, other) };
}

function createFacts(all: readonly Credential[]): Facts {
  const presentHashes = memo((attribute: IdentityAttribute) => new PresentHashes(all, attribute));
  const presentShares = memo((attribute: IdentityAttribute): PresentShares =>
    presentSharesOf(presentHashes(attribute).all()),
  );
  const emailsNear = memo(() => nearTexts(all.map((one) => idTextsOf(one, 'recipient-email')[0] ?? null))); // none
  const trustedDomains = memo(() => trustedDomainsOf(all));
  const firstWords = memo(() => sharedFirstWords(all));
  const percentGrades = memo(() => {
    const grades = all.flatMap(({ grade }) => grade ?? []); // none
    return grades.filter((grade) => grade.endsWith('%')).length * 2 > grades.length;
  });
  const holders = memo((attribute: IdentityAttribute) =>
    createIdentityHolders(presentHashes(attribute).all(), presentShares(attribute), () =>
      presentShares(otherIdentity(attribute)),
    ),
  );
  const meantKeys = memo(
    (attribute: Attribute) => foldedKeysOf(attribute, all),
    (attribute) => nameOfKey([attribute]),
  );
  const positions = memo(() => new Map(all.map(({ id }, position) => [id, position])));
  const namesakes = memo(() => namesakesIn(all, holders('recipient-name')));
  return {
    all,
    indexBy: memo((key) => indexCredentials(key, all), nameOfKey),
    positionOf: (id) => positions(null).get(id),
    isUnique: memo((key) => isUniqueKey(key, all), nameOfKey),
    presentHashes,
    holders,
    meantKey: (attribute, text) => meantKeys(attribute)(text),
    hasNamesake: (name, position) => namesakes(null)(name, position),
    trustedDomains: () => trustedDomains(null),
    sharedFirstWords: () => firstWords(null),
    hasPercentGrades: () => percentGrades(null),
    whichIsRecoded: memo(
      (recoding: Recoding) => whichIsRecoded(all, recoding),
      ({ was, read }) => `${was}/${read}`,
    ),
    withEmailNear: (email) => emailsNear(null)(email),
  };
}

/**
 * A function that makes the value of each argument once. `nameOf`: a text for arguments that are
 * not equal by themselves.
 */
function memo<A, V>(make: (argument: A) => V, nameOf: (argument: A) => unknown = (argument) => argument) {
  const made = new Map<unknown, { readonly value: V }>();
  return (argument: A): V => {
    const name = nameOf(argument);
    const known = made.get(name) ?? { value: make(argument) };
    made.set(name, known);
    return known.value;
  };
}

import type { Condition } from '../../assign/choice/value-rule';
import { idTextsOf, lookUpText } from '../../assign/read/key-text';
import { cellOfValue, holds } from '../../assign/value-rule/condition';
import type { AttributeId, KeyAttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { valueReader } from '../../credential/value-of';

/** Choice of the credentials that a download has. */
export type DownloadChoice =
  | { readonly kind: 'all' }
  /** Those that have one of these keys, which are ids of one kind or e-mails. */
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  /** Those of which a condition on a present value is true. */
  | { readonly kind: 'where'; readonly condition: Condition<AttributeId> };

export interface ChosenCredentials {
  /** In the order of the group. */
  readonly credentials: readonly Credential[];
  /** Keys that no credential has, in the order of the list. */
  readonly missing: readonly string[];
  /** How many credentials were left out because nobody can tell whether the condition is true. */
  readonly unreadable: number;
}

/** Result of a choice, for the admin. */
export interface DownloadCount {
  readonly count: number;
  /** How many keys of a list no credential has, and the first of them. */
  readonly missing: number;
  readonly named: readonly string[];
  /** See `ChosenCredentials`. */
  readonly unreadable: number;
}

const ID_KEYS: readonly KeyAttributeId[] = ['credential-id', 'uuid', 'license-id', 'recipient-id'];

/**
 * The credentials that a download is to have (docs/product.md 3). A list of ids is about one kind
 * of id, the one that finds most of them: 7 can be the id of a credential and the licence of
 * another one. An e-mail is the key of every credential that has it.
 */
export function chosenCredentials(
  credentials: readonly Credential[],
  choice: DownloadChoice,
): ChosenCredentials {
  switch (choice.kind) {
    case 'all':
      return { credentials, missing: [], unreadable: 0 };
    case 'keys':
      return withKeys(credentials, choice.keys);
    case 'where':
      return withValue(credentials, choice.condition);
  }
}

function withKeys(credentials: readonly Credential[], keys: readonly string[]): ChosenCredentials {
  const isOfEmails = keys.every((key) => key.includes('@'));
  const tried = (isOfEmails ? (['recipient-email'] as const) : ID_KEYS).map((key) =>
    withKey(credentials, keys, key),
  );
  return tried.reduce((best, one) => (one.missing.length < best.missing.length ? one : best));
}

function withKey(
  credentials: readonly Credential[],
  keys: readonly string[],
  key: KeyAttributeId,
): ChosenCredentials {
  const wanted = new Set(keys.map((text) => lookUpText(text, key)));
  const found = new Set<string>();
  const chosen = credentials.filter((credential) => {
    const texts = idTextsOf(credential, key).filter((text) => wanted.has(text));
    for (const text of texts) found.add(text);
    return texts.length > 0;
  });
  const missing = keys.filter((text) => !found.has(lookUpText(text, key)));
  return { credentials: chosen, missing, unreadable: 0 };
}

function withValue(credentials: readonly Credential[], condition: Condition<AttributeId>): ChosenCredentials {
  const read = valueReader(condition.of);
  let unreadable = 0;
  const chosen = credentials.filter((credential) => {
    const verdict = holds(condition, cellOfValue(read(credential)));
    if (verdict === 'unreadable') unreadable += 1;
    return verdict === 'holds';
  });
  return { credentials: chosen, missing: [], unreadable };
}

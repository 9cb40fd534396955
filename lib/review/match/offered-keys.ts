import { isAssigned } from '../../assign/edit/default-key';
import type { Assignment } from '../../assign/choice/assignment';
import { keyTexts } from '../../assign/read/row-key';
import type { Attribute } from '../../credential/attribute';
import { isKeyAttribute, KEY_ORDER, mayBeKey } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { nameOfKey } from './match';

/** More pairs than this are not looked through, and not more than so many offered: a list that is read, not searched. */
const MOST_TRIED = 15;
const MOST_PAIRS = 4;

/**
 * What a sheet's rows could be matched by, the best first: the ids and the e-mail, then attributes of which every
 * credential of the group has another value, then pairs of which neither half is such and both together are. The key
 * that is chosen is always among them. Nothing but ids and e-mail as long as the group is not read: nobody knows yet.
 */
export function offeredKeys(
  assignment: Assignment,
  attributes: readonly Attribute[],
  credentials: readonly Credential[],
): readonly (readonly Attribute[])[] {
  const assigned = attributes.filter(({ id }) => isAssigned(assignment.columns, id)).filter(mayBeKey);
  const ids = KEY_ORDER.flatMap((id) => assigned.filter((attribute) => attribute.id === id));
  const others = assigned.filter(({ id }) => !isKeyAttribute(id));
  const isUnique = (...key: readonly Attribute[]) => tellsApart(key, credentials);
  const unique = others.filter((attribute) => isUnique(attribute));
  const weak = [...ids, ...others].filter((attribute) => !isUnique(attribute));
  const offered: (readonly Attribute[])[] = [...ids, ...unique].map((attribute) => [attribute]);
  let tried = 0;
  let pairs = 0;
  for (const [at, first] of weak.entries()) {
    // A pair has something in it that is about the recipient: a grade and a date are the same by chance.
    if (!isKeyAttribute(first.id) && first.custom === null && first.kind !== 'name') continue;
    for (const second of weak.filter((other, index) => index !== at && !isBefore(weak, other, at))) {
      if (tried >= MOST_TRIED || pairs >= MOST_PAIRS) break;
      tried += 1;
      if (!isUnique(first, second)) continue;
      pairs += 1;
      offered.push([first, second]);
    }
  }
  const chosen = [assignment.key, assignment.alsoBy].flatMap((id) => assigned.filter((of) => of.id === id));
  const isThere = offered.some((key) => nameOfKey(key) === nameOfKey(chosen));
  return isThere || chosen.length === 0 ? offered : [...offered, chosen];
}

/** Whether the pair was tried the other way round already. */
function isBefore(weak: readonly Attribute[], other: Attribute, at: number): boolean {
  const place = weak.indexOf(other);
  return place < at && (isKeyAttribute(other.id) || other.custom !== null || other.kind === 'name');
}

const known = new WeakMap<readonly Credential[], Map<string, boolean>>();

/** Whether no two credentials have the same key, and some have one. Found out once for each list of credentials. */
function tellsApart(key: readonly Attribute[], credentials: readonly Credential[]): boolean {
  const answers = known.get(credentials) ?? new Map<string, boolean>();
  known.set(credentials, answers);
  const name = nameOfKey(key);
  const before = answers.get(name);
  if (before !== undefined) return before;
  const answer = areDistinct(key, credentials);
  answers.set(name, answer);
  return answer;
}

function areDistinct(key: readonly Attribute[], credentials: readonly Credential[]): boolean {
  const seen = new Set<string>();
  for (const credential of credentials)
    for (const text of new Set(keyTexts(credential, key))) {
      if (seen.has(text)) return false;
      seen.add(text);
    }
  return seen.size > 0;
}

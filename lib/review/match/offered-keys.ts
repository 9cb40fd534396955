import { isAssigned } from '../../assign/edit/default-key';
import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute } from '../../credential/attribute';
import { isKeyAttribute, KEY_ORDER, mayBeKey } from '../../credential/attributes';
import { nameOfKey } from '../group/credential-index';
import type { Group } from '../group/group';

/**
 * More pairs than this are not looked through, and not more than so many offered: a list that is
 * read, not searched.
 */
const MOST_TRIED = 15;
const MOST_PAIRS = 4;

/**
 * Lists the keys by which the rows of a sheet could be matched, the best first: ids and e-mail,
 * then attributes of which each credential of the group has another value, then pairs of attributes
 * that are so only together. The chosen key is always among them. Without a group (`null`) there
 * are only ids and e-mail, because the values of the others are not known yet.
 */
export function offeredKeys(
  assignment: Assignment,
  attributes: readonly Attribute[],
  group: Pick<Group, 'isUnique'> | null,
): readonly (readonly Attribute[])[] {
  const assigned = attributes.filter(({ id }) => isAssigned(assignment.columns, id)).filter(mayBeKey);
  const ids = KEY_ORDER.flatMap((id) => assigned.filter((attribute) => attribute.id === id));
  const others = assigned.filter(({ id }) => !isKeyAttribute(id));
  const isUnique = (...key: readonly Attribute[]) => group?.isUnique(key) === true;
  const unique = others.filter((attribute) => isUnique(attribute));
  const weak = [...ids, ...others].filter((attribute) => !isUnique(attribute));
  const offered: (readonly Attribute[])[] = [...ids, ...unique].map((attribute) => [attribute]);
  let tried = 0;
  let pairs = 0;
  for (const [at, first] of weak.entries()) {
    // A pair has something in it that is about the recipient: a grade and a date are the same by
    // chance.
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

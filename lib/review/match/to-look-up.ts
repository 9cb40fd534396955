import type { Assignment, ColumnChoice } from '../../assign/choice/assignment';
import { rulesOf } from '../../assign/edit/assigned-rules';
import { readRowKey, rowKeyOf, type KeyPart } from '../../assign/read/row-key';
import type { Attribute, KeyAttributeId } from '../../credential/attribute';
import { valuesOfKey } from '../../assign/read/key-shape';
import { isKeyAttribute } from '../../credential/attributes';
import type { Group } from '../group/group';
import type { Table } from '../../sheet/table/table';
import { changedEmails } from './changed-emails';

/*
 * A sheet of fifty rows does not need all of a group of 100,000. It needs every credential that one
 * of its keys may find, and every one that has an e-mail which the sheet newly gives to somebody.
 * With these, matching, comparing and the rules give the same verdicts as with the whole group. The
 * rules that ask who else is there only become more careful: a mail domain that few of the known
 * credentials have is not trusted yet, and a name is not known to be common yet.
 */

/** Keys by what they cost: of two together the cheaper one is asked for. */
const CHEAPEST_FIRST: readonly KeyAttributeId[] = [
  'present-email',
  'recipient-email',
  'license-id',
  'recipient-id',
  'uuid',
  'credential-id',
];

/** Values to ask the platform for, of one key. */
export interface ValuesToLookUp {
  readonly key: KeyAttributeId;
  readonly values: readonly string[];
}

/**
 * Finds the values that are still to be looked up before the sheet can be compared; empty when none
 * is. First come the keys that rows are matched by. Once their credentials are known, the e-mails
 * that would change somebody's follow, and no others.
 *
 * `whole`: the group has to be read. Either the key cannot be looked up, or the column does not
 * look like that key: it may have been chosen by mistake, and then nothing of it is to leave.
 */
export function toLookUp(
  table: Table,
  assignment: Assignment,
  attributes: readonly Attribute[],
  group: Group,
): readonly ValuesToLookUp[] | 'whole' {
  const key = rowKeyOf(assignment, attributes);
  if (key !== null && !key.some(({ attribute }) => isKeyAttribute(attribute.id))) return 'whole';
  // No value of the sheet tells which e-mails a rule gives, and who has them.
  if (rulesOf(assignment).some(({ attribute }) => attribute === 'recipient-email')) return 'whole';
  if (key === null) return [];
  // One of two together is enough: it finds all that the other may distinguish.
  const [matchedBy] = byCost(key.filter(({ attribute }) => isKeyAttribute(attribute.id)));
  if (matchedBy === undefined) return 'whole';
  const found = valuesToAsk(matchedBy.attribute.id, textsOf(table, matchedBy), group);
  if (found === 'whole' || found.length > 0) return found;
  const email = emailToGive(assignment, attributes);
  if (email === null || matchedBy.attribute.id === 'recipient-email') return [];
  return valuesToAsk('recipient-email', changedEmails(table, key, email, group), group);
}

/** The look-up texts of a column, each once. */
function textsOf(table: Table, part: KeyPart): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const row of table.rows) {
    const text = readRowKey(table, row, [part]);
    if (typeof text === 'string') texts.add(text);
  }
  return texts;
}

function valuesToAsk(
  id: Attribute['id'],
  texts: ReadonlySet<string>,
  group: Group,
): readonly ValuesToLookUp[] | 'whole' {
  if (!isKeyAttribute(id)) return [];
  const known = knownTexts(id, group);
  const all = [...texts];
  if (all.every((text) => known.has(text))) return [];
  const values = valuesOfKey(id, all)?.filter((text) => !known.has(text));
  if (values === undefined) return 'whole';
  return values.length === 0 ? [] : [{ key: id, values }];
}

function byCost(parts: readonly KeyPart[]): readonly KeyPart[] {
  return CHEAPEST_FIRST.flatMap((id) => parts.filter(({ attribute }) => attribute.id === id));
}

/** The column of which the e-mails are written: whether somebody has one already must be known. */
function emailToGive({ columns }: Assignment, attributes: readonly Attribute[]): KeyPart | null {
  const isEmail = ({ target, write }: ColumnChoice) =>
    target.kind === 'attribute' && target.id === 'recipient-email' && write !== 'never';
  const choice = columns.find(isEmail);
  const attribute = attributes.find(({ id }) => id === 'recipient-email');
  return choice && attribute ? { attribute, column: choice.column, choice } : null;
}

/**
 * Texts that need not be asked for (again). An id belongs to one credential: when that is here,
 * there is no other.
 */
function knownTexts(key: KeyAttributeId, { all, asked }: Group): ReadonlySet<string> {
  const before = asked.get(key) ?? []; // nothing was
  if (key === 'credential-id') return new Set([...before, ...all.map(({ id }) => id)]);
  if (key !== 'uuid') return new Set(before);
  const ids = all.flatMap(({ uuid, encodedId }) => [uuid?.toLowerCase() ?? '', encodedId ?? '']);
  return new Set([...before, ...ids]);
}

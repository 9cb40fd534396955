import type { Assignment, ColumnChoice } from '../../assign/choice/assignment';
import { rulesOf } from '../../assign/edit/assigned-rules';
import { readRowKey, rowKeyOf, type KeyPart } from '../../assign/read/row-key';
import type { Attribute, KeyAttributeId } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { Group } from '../group/group';
import type { Table } from '../../sheet/table/table';

/*
 * A sheet of fifty rows needs not all of a group of 100,000. What it needs is every credential that
 * one of its keys may find, and every one that has an e-mail address which the sheet gives to
 * somebody: matching, the difference and all rules say then what they say of the whole group,
 * except where they ask who else is there. Those that do only become more careful: a mail domain
 * that few of the known credentials have is not yet trusted, and a name is not yet known to be
 * common.
 */

/**
 * Keys in the order in which they are asked for: those that cost the least find the ids that need
 * not be read then.
 */
const CHEAPEST_FIRST: readonly KeyAttributeId[] = [
  'present-email',
  'recipient-email',
  'license-id',
  'recipient-id',
  'uuid',
  'credential-id',
];

/** No id and no address is longer; what is, is nobody's key and is not asked. */
export const LONGEST_KEY = 320;

/** Values to ask the platform for, of one key. */
export interface ValuesToLookUp {
  readonly key: KeyAttributeId;
  readonly values: readonly string[];
}

/**
 * What is still to be looked up before the sheet can be compared; empty when nothing is. Only the
 * keys that rows are matched by, and the e-mails that they would get. `whole`: what they are
 * matched by cannot be looked up at all.
 */
export function toLookUp(
  table: Table,
  assignment: Assignment,
  attributes: readonly Attribute[],
  group: Group,
): readonly ValuesToLookUp[] | 'whole' {
  const key = rowKeyOf(assignment, attributes);
  const keyParts = (key ?? []).filter(({ attribute }) => isKeyAttribute(attribute.id)); // nothing chosen yet
  if (key !== null && keyParts.length === 0) return 'whole';
  // No value of the sheet tells which e-mails a rule gives, and who has them.
  if (rulesOf(assignment).some(({ attribute }) => attribute === 'recipient-email')) return 'whole';
  const email = emailToGive(assignment, attributes);
  // One of two together is enough: it finds all that the other may distinguish.
  const matchedBy = byCost(keyParts).slice(0, 1);
  const isMatchedBy = matchedBy.some(({ attribute }) => attribute.id === 'recipient-email');
  const asked = email === null || isMatchedBy ? matchedBy : [email, ...matchedBy];
  return asked.flatMap((of): readonly ValuesToLookUp[] => {
    const id = of.attribute.id;
    if (!isKeyAttribute(id)) return [];
    const known = knownTexts(id, group);
    const isMeant = (text: string) => text.length <= LONGEST_KEY && (of !== email || text.includes('@'));
    const values = new Set<string>();
    for (const row of table.rows) {
      const text = readRowKey(table, row, [of]);
      if (typeof text === 'string' && !known.has(text) && isMeant(text)) values.add(text);
    }
    return values.size === 0 ? [] : [{ key: id, values: [...values] }];
  });
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

import { idTextsOf, lookUpText } from '../../assign/read/key-text';
import { readCell } from '../../assign/read/read-cell';
import type { KeyAttributeId } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { valueOf } from '../../credential/value-of';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import type { Group } from '../group/group';
import { isAnothersKey } from '../match/anothers-key';
import type { Disagreement, UnreadableCell } from '../terms/row-diff';
import type { AssignedColumn, SheetColumns } from '../match/sheet-columns';

/**
 * Finds the fault of a cell that is not written and only has to agree; null for none. A key that
 * the credential does not have disagrees only where somebody else of the group has it: then the row
 * is about two people.
 */
export function checkCell(
  cell: Cell,
  { attribute, choice }: AssignedColumn,
  credential: Credential,
  group: Group,
): UnreadableCell | Disagreement | null {
  const reading = readCell(cell, attribute, choice);
  if (reading.kind === 'unreadable')
    return { attribute: attribute.id, code: reading.code, text: reading.text };
  if (reading.kind !== 'value') return null;
  const text = String(reading.value);
  if (!isKeyAttribute(attribute.id))
    return text === valueOf(credential, attribute.id) ? null : { attribute: attribute.id, text };
  const present = ownIdsOf(credential, attribute.id);
  const wanted = lookUpText(text, attribute.id);
  const disagrees =
    present.length === 0 ? isAnothersKey(wanted, attribute, credential, group) : !present.includes(wanted);
  return disagrees ? { attribute: attribute.id, text: textOf(cell) } : null;
}

/** A recipient id that is the credential's UUID says that the recipient has none of their own. */
function ownIdsOf(credential: Credential, key: KeyAttributeId): readonly string[] {
  const ids = idTextsOf(credential, key);
  if (key !== 'recipient-id') return ids;
  return ids.filter((id) => id !== credential.uuid && id !== credential.encodedId);
}

/**
 * Whether a present e-mail that disagrees is only the old one: the credential has the new e-mail of
 * the row already, and nobody else of the group has the old one. So it is in results of ours that
 * are dropped again.
 *
 * Example: ada@old.org, new ada@new.org, and the credential has ada@new.org -> it was changed.
 */
export function isOldAddress(
  { attribute, text }: Disagreement,
  table: Table,
  row: number,
  { fields, checks }: Pick<SheetColumns, 'fields' | 'checks'>,
  credential: Credential,
  group: Group,
): boolean {
  const column = fields.find((of) => of.attribute.id === 'recipient-email');
  const old = checks.find((of) => of.attribute.id === attribute);
  if (attribute !== 'present-email' || column === undefined || old === undefined) return false;
  const wanted = lookUpText(textOf(table.cell(row, column.column)), 'recipient-email');
  const isThere = idTextsOf(credential, 'recipient-email').includes(wanted);
  return isThere && !isAnothersKey(lookUpText(text, attribute), old.attribute, credential, group);
}

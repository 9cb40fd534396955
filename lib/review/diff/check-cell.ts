import { idTextsOf, lookUpText } from '../../assign/read/key-text';
import { readCell } from '../../assign/read/read-cell';
import { isKeyAttribute } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { valueOf } from '../../credential/value-of';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Group } from '../group/group';
import { isAnothersKey } from '../match/anothers-key';
import type { Disagreement, UnreadableCell } from '../terms/row-diff';
import type { AssignedColumn } from '../match/sheet-columns';

/**
 * What is wrong with a cell that only has to agree. A key that the credential does not have
 * disagrees only where somebody else of the group has it: then the row is about two people.
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
  const present = idTextsOf(credential, attribute.id);
  const wanted = lookUpText(text, attribute.id);
  const disagrees =
    present.length === 0 ? isAnothersKey(wanted, attribute, credential, group) : !present.includes(wanted);
  return disagrees ? { attribute: attribute.id, text: textOf(cell) } : null;
}

import type { AttributeId, KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { ColumnChoice } from '../choice/assignment';

/** The key that credentials are matched by when the admin does not choose: the best one assigned, null when none is. */
export function defaultKey(columns: readonly ColumnChoice[]): KeyAttributeId | null {
  return KEY_ORDER.find((key) => isAssigned(columns, key)) ?? null;
}

/** Whether a column is assigned to the attribute. */
export function isAssigned(columns: readonly ColumnChoice[], key: AttributeId): boolean {
  return columns.some(({ target }) => target.kind === 'attribute' && target.id === key);
}

import type { AttributeId, KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { ColumnChoice } from '../choice/assignment';

/** Key that credentials are matched by unless the admin chooses: the best assigned one, or null. */
export function defaultKey(columns: readonly ColumnChoice[]): KeyAttributeId | null {
  return KEY_ORDER.find((key) => isAssigned(columns, key)) ?? null;
}

/** Tells whether a column is assigned to the attribute. */
export function isAssigned(columns: readonly ColumnChoice[], key: AttributeId): boolean {
  return columns.some(({ target }) => target.kind === 'attribute' && target.id === key);
}

import type { ColumnChoice, Target } from '../../lib/assign/choice/assignment';
import type { Attribute } from '../../lib/credential/attribute';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { attributeLabel } from '../parts/attribute-label';
import { formatDay, formatPercent, named, t } from '../text';

/** Whether rows are matched by an attribute, alone or with another. */
export function isPartOfKey({ id }: Attribute, { assignment }: AssignState): boolean {
  return id === assignment.key || id === assignment.alsoBy;
}

/** Why a column was guessed. Null once the admin has chosen otherwise. */
export function reasonText(
  state: AssignState,
  choice: ColumnChoice,
  attribute: Attribute | undefined,
): string | null {
  if (attribute !== undefined && isOnlyChecked(attribute, state)) return t('onlyChecked');
  if (attribute !== undefined && attribute.role !== 'key' && isPartOfKey(attribute, state))
    return t('keyIsNotWritten');
  const guess = state.guesses.find(({ column }) => column === choice.column);
  if (guess === undefined || guess.reason === null || !sameTarget(guess.target, choice.target)) return null;
  const { reason } = guess;
  if ('day' in reason) return t(named('guess', reason.kind), formatDay(reason.day));
  const percent = 'percent' in reason ? reason.percent : 0;
  const label = attribute === undefined ? '' : attributeLabel(attribute.id, state.attributes);
  return t(named('guess', reason.kind), formatPercent(percent / 100), label);
}

function isOnlyChecked(attribute: Attribute, state: AssignState): boolean {
  return attribute.role === 'check' || (attribute.role === 'key' && !isPartOfKey(attribute, state));
}

function sameTarget(one: Target, other: Target): boolean {
  if (one.kind !== 'attribute' || other.kind !== 'attribute') return one.kind === other.kind;
  return one.id === other.id;
}

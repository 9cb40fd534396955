import type { ColumnChoice } from '../../lib/assign/choice/assignment';
import { nameParts } from '../../lib/assign/guess/name-parts';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { t } from '../text';

/** Offers to join the two halves of a name, as long as no column is the whole of it. */
export function JoinNames(props: { session: Session; state: AssignState; choice: ColumnChoice }) {
  const { session, state, choice } = props;
  const { columns } = state.table;
  const parts = state.joins.length === 0 ? nameParts(columns) : null;
  const family = columns.find(({ column }) => column === parts?.family);
  if (parts === null || family === undefined || parts.given !== choice.column) return null;
  const isName = ({ target }: ColumnChoice) => target.kind === 'attribute' && target.id === 'recipient-name';
  if (state.assignment.columns.some(isName)) return null;
  return (
    <button
      type="button"
      class="button small"
      onClick={() => void session.assign.join(parts.given, parts.family)}
    >
      {t('joinWith', family.header)}
    </button>
  );
}

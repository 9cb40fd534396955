import type { ColumnChoice } from '../../lib/assign/choice/assignment';
import type { ColumnFacts } from '../../lib/assign/facts/describe-columns';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { t } from '../text';
import { AttributeSelect } from './attribute-select';
import { reasonText } from './reason';

/** A column with its choice. */
export interface ShownColumn {
  readonly choice: ColumnChoice;
  readonly facts: ColumnFacts;
}

/**
 * The skipped columns as chips. Its button takes a column back to be decided, its list says at once
 * what it is for.
 */
export function SkippedColumns(props: {
  session: Session;
  state: AssignState;
  columns: readonly ShownColumn[];
  onChosen: (column: number) => void;
}) {
  const { session, state, onChosen } = props;
  // The halves of a joined column come last: they are read, together.
  const columns = props.columns.toSorted(
    (one, other) => Number(isHalf(state, one.facts.column)) - Number(isHalf(state, other.facts.column)),
  );
  return (
    <ul class="skipped">
      {columns.map(({ choice, facts }) => (
        <li key={facts.column} class="chip" data-half={isHalf(state, facts.column)}>
          <button
            type="button"
            aria-label={t('decideColumn', facts.header)}
            title={[reasonText(state, choice, undefined), ...facts.samples.slice(0, 3)]
              .filter((line) => line !== null)
              .join('\n')}
            onClick={() => {
              session.assign.setTarget(facts.column, { kind: 'undecided' });
              onChosen(facts.column);
            }}
          >
            {facts.header} <span aria-hidden="true">+</span>
          </button>
          <AttributeSelect
            session={session}
            state={state}
            choice={choice}
            header={facts.header}
            isChip
            onChosen={onChosen}
          />
        </li>
      ))}
    </ul>
  );
}

/** Whether a column is read together with another. */
export function isHalf({ joins }: AssignState, column: number): boolean {
  return joins.some(({ first, second }) => first === column || second === column);
}

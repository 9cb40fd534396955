import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import type { PanelActions } from '../panel-actions';
import { t, tn } from '../text';
import { AssignSentence, REVIEW_CHANGES } from './assign-sentence';
import { AssignmentMemory } from './assignment-memory';
import { ColumnRow } from './column-row';

/** The second step: every column gets an attribute or is skipped (docs/product.md 2.3). */
export function Assign({ session, actions }: { session: Session; actions: PanelActions }) {
  const state = session.assign.state.value;
  if (state === null) return <main class="step" aria-busy="true" />;
  return <AssignTable session={session} state={state} actions={actions} />;
}

function AssignTable(props: { session: Session; state: AssignState; actions: PanelActions }) {
  const { session, state, actions } = props;
  const problems = session.assign.problems.value;
  const first = problems[0];
  return (
    <main class="step assign">
      <AssignSentence session={session} state={state} />
      <div class="scroll">
        <table class="columns">
          <thead>
            <tr class="small quiet">
              <th scope="col">{t('assignColumnHeader')}</th>
              <th scope="col">{t('assignSamplesHeader')}</th>
              <th scope="col">{t('assignAttributeHeader')}</th>
              <th scope="col">{t('assignHowHeader')}</th>
            </tr>
          </thead>
          <tbody>
            {inReadingOrder(state).map(({ column }) => (
              <ColumnRow key={column} session={session} state={state} column={column} />
            ))}
          </tbody>
        </table>
        <AssignmentMemory session={session} state={state} actions={actions} />
      </div>
      <footer class="foot">
        <button type="button" class="button" onClick={() => session.goTo('upload')}>
          {t('backToUpload')}
        </button>
        <div class="end">
          {first !== undefined && <span class="quiet">{problemText(first)}</span>}
          <button
            type="button"
            id={REVIEW_CHANGES}
            class="button primary"
            disabled={problems.length > 0}
            onClick={() => session.goTo('review')}
          >
            {t('reviewChanges')}
          </button>
        </div>
      </footer>
    </main>
  );
}

/** The columns as they stand in the sheet, a joined one below the later of its two. */
function inReadingOrder({ assignment, joins }: AssignState): AssignState['assignment']['columns'] {
  const placeOf = (column: number) => {
    const join = joins.find((of) => of.column === column);
    return join === undefined ? column : Math.max(join.first, join.second) + 0.5;
  };
  return assignment.columns.toSorted((one, other) => placeOf(one.column) - placeOf(other.column));
}

/** Says beside the button what still keeps Review shut. */
function problemText(problem: Session['assign']['problems']['value'][number]): string {
  switch (problem.code) {
    case 'columns-undecided':
      return tn('columnsToDecide', problem.columns.length);
    case 'no-key':
      return t('noKey');
    case 'date-format-open':
      return tn('dateFormatOpen', problem.columns.length);
    case 'evidence-without-url':
      return t('evidenceWithoutUrl');
    case 'nothing-to-update':
      return t('nothingToUpdate');
  }
}

import { KEY_ORDER } from '../../lib/credential/attributes';
import type { SessionShape } from '../../lib/session';
import type { AssignState } from '../../lib/session/assign-shape';
import { attributeLabel } from '../parts/attribute-label';
import { platformProblemText } from '../parts/problem-text';
import { t, tn } from '../text';

/** The state of the whole in one line: what is left to decide, and what rows are matched by. */
export function AssignSentence({ session, state }: { session: SessionShape; state: AssignState }) {
  const { assignment } = state;
  const undecided = assignment.columns.filter(({ target }) => target.kind === 'undecided').length;
  const keys = KEY_ORDER.filter((key) =>
    assignment.columns.some(({ target }) => target.kind === 'attribute' && target.id === key),
  );
  const report = session.assign.report.value?.keys.find(({ key }) => key === assignment.key);
  const others = session.assign.report.value?.keys.filter(({ key }) => key !== assignment.key) ?? [];
  const load = session.credentials.phase.value;
  return (
    <div class="state">
      <p class="sentence" role="status">
        {stateText(session, undecided)}
      </p>
      {assignment.key !== null && (
        <label class="match-by">
          {t('matchBy')}
          <select
            class="select"
            value={assignment.key}
            onChange={(event) => {
              const chosen = keys.find((key) => key === event.currentTarget.value);
              if (chosen !== undefined) session.assign.setKey(chosen);
            }}
          >
            {keys.map((key) => (
              <option key={key} value={key}>
                {attributeLabel(key, state.attributes)}
              </option>
            ))}
          </select>
        </label>
      )}
      {load.kind === 'loaded' && report !== undefined && (
        <>
          <span>{t('matchedRows', report.matched, report.rows)}</span>
          {others.map(({ key, matched }) => (
            <span key={key} class="small quiet">
              {t('otherKeyMatches', attributeLabel(key, state.attributes), matched)}
            </span>
          ))}
          {report.matched === 0 && <span class="caution">{t('matchedNone')}</span>}
        </>
      )}
      {load.kind === 'loading' && (
        <span class="quiet">
          {load.total === 0 ? t('readingGroupStart') : t('readingGroup', load.loaded, load.total)}
        </span>
      )}
      {load.kind === 'failed' && (
        <span class="error" role="alert">
          {platformProblemText(load.problem)}{' '}
          <button type="button" class="link" onClick={() => void session.readGroup()}>
            {t('tryAgain')}
          </button>
        </span>
      )}
      <button
        type="button"
        class="button end"
        disabled={undecided === 0}
        onClick={() => session.assign.skipTheRest()}
      >
        {t('skipTheRest')}
      </button>
    </div>
  );
}

/** How far the decisions are; an open date format is one of them, although its column has an attribute. */
function stateText(session: SessionShape, undecided: number): string {
  if (undecided > 0) return tn('columnsToDecide', undecided);
  const open = session.assign.problems.value.find(({ code }) => code === 'date-format-open');
  return open?.code === 'date-format-open' ? tn('dateFormatOpen', open.columns.length) : t('allDecided');
}

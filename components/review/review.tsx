import { useMemo } from 'preact/hooks';
import type { ReviewFilter, ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import type { ReviewPhase } from '../../lib/session/review/review-model';
import type { PanelActions } from '../panel-actions';
import { namesFirst } from '../grid/column-order';
import { Grid } from '../grid/grid';
import { platformProblemText } from '../parts/problem-text';
import { t } from '../text';
import { BeforeYouUpdate } from './before-you-update';
import { ConfirmDialog } from './confirm-dialog';
import { ChooseCredential } from './choose-credential';
import { Filters } from './filters';
import { useRadar } from './radar';
import { ReviewFoot } from './review-foot';
import { RowTools } from './row-tools';
import { Summary } from './summary';
import { useSettling } from './use-settling';

/**
 * The third step: every change, old and new, and what stands between the admin and the button
 * (docs/product.md 2.4).
 */
export function Review({ session, actions }: { session: Session; actions: PanelActions }) {
  const phase = session.review.phase.value;
  const assigned = session.assign.state.value;
  if (phase.kind !== 'ready' || assigned === null) return <NotReady session={session} phase={phase} />;
  return <Ready session={session} actions={actions} phase={phase} assigned={assigned} />;
}

function Ready(props: {
  session: Session;
  actions: PanelActions;
  phase: Extract<ReviewPhase, { kind: 'ready' }>;
  assigned: AssignState;
}) {
  const { session, actions, phase, assigned } = props;
  const { state } = phase;
  const summary = useMemo(
    () => ({ ...state.summary, attributes: namesFirst(state.summary.attributes) }),
    [state],
  );
  const settling = useSettling(session, state);
  const radar = useRadar(session);
  const moved = radar?.moved.value; // its script comes late
  const run = session.run.phase.value;
  const choosing = session.review.choosing.value;
  const { kind: filter } = session.review.filter.value;
  // The grid draws its rows again when this is another one.
  const shown = useMemo(() => withKeptColumns(summary, filter), [summary, filter]);
  return (
    <main class="step review">
      <div class="state">
        <Summary session={session} summary={summary} />
        <div class="filters">
          <Filters session={session} summary={summary} attributes={assigned.attributes} />
          <RowTools session={session} state={state} summary={summary} attributes={assigned.attributes} />
        </div>
      </div>
      <div class="review-body">
        <Grid session={session} summary={shown} attributes={assigned.attributes} moved={moved} />
        <BeforeYouUpdate
          session={session}
          actions={actions}
          state={state}
          locating={phase.locating}
          attributes={assigned.attributes}
          settling={settling}
          radar={radar}
        />
      </div>
      <ReviewFoot session={session} state={state} settling={settling} />
      {choosing !== null && (
        <ChooseCredential
          session={session}
          row={choosing.row}
          among={choosing.among}
          attributes={assigned.attributes}
        />
      )}
      {run.kind === 'confirming' && (
        <ConfirmDialog
          session={session}
          actions={actions}
          facts={run.facts}
          attributes={assigned.attributes}
        />
      )}
    </main>
  );
}

/** A kept value may lie in a column without any change: then that column is shown as well. */
function withKeptColumns(summary: ReviewSummary, filter: ReviewFilter['kind']): ReviewSummary {
  if (filter !== 'kept' && filter !== 'moved') return summary;
  const changing = summary.attributes.map(({ attribute }) => attribute);
  const kept = summary[filter].attributes
    .filter((attribute) => !changing.includes(attribute))
    .map((attribute) => ({ attribute, changed: 0, cleared: 0, excluded: 0, isExcluded: false, shown: 0 }));
  return { ...summary, attributes: namesFirst([...kept, ...summary.attributes]) };
}

/** Reading, comparing, or why there is nothing to review. */
function NotReady({ session, phase }: { session: Session; phase: ReviewPhase }) {
  if (phase.kind === 'failed' || phase.kind === 'none') {
    return (
      <main class="step">
        <div class="centred">
          {phase.kind === 'failed' && (
            <p role="alert">
              {phase.problem.code === 'reader-ended'
                ? t('problem_reader_ended')
                : platformProblemText(phase.problem)}
            </p>
          )}
          <p class="row">
            <button type="button" class="button primary" onClick={() => session.goTo('review')}>
              {phase.kind === 'failed' ? t('tryAgain') : t('reviewChanges')}
            </button>
            <button type="button" class="button" onClick={() => session.goTo('assign')}>
              {t('backToAssign')}
            </button>
          </p>
        </div>
      </main>
    );
  }
  const { text, part } = waiting(session, phase);
  return (
    <main class="step">
      <div class="centred waiting">
        <p role="status">{text}</p>
        <div class="bar" aria-hidden="true">
          <span style={{ width: `${Math.round(part * 100)}%` }} />
        </div>
      </div>
    </main>
  );
}

function waiting(session: Session, phase: ReviewPhase): { text: string; part: number } {
  if (phase.kind === 'reading-details') {
    const { loaded, total } = phase;
    return { text: t('readingDetails', loaded, total), part: total === 0 ? 0 : loaded / total };
  }
  const load = session.credentials.phase.value;
  if (phase.kind === 'reading-group' && load.kind === 'loading' && load.total > 0) {
    return { text: t('readingGroup', load.loaded, load.total), part: load.loaded / load.total };
  }
  if (phase.kind === 'reading-group' && load.kind === 'looking-up')
    return { text: t('lookingUp', load.loaded, load.total), part: load.loaded / load.total };
  return phase.kind === 'comparing'
    ? { text: t('comparing'), part: 1 }
    : { text: t('readingGroupStart'), part: 0 };
}

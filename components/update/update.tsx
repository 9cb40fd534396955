import type { SessionShape } from '../../lib/session';
import type { RunPhase } from '../../lib/session/run-model';
import type { PanelActions } from '../panel-actions';
import { runProblemText } from '../parts/problem-text';
import { t } from '../text';
import { Finished } from './finished';
import { Running } from './running';

/** The fourth step: watch the run, steer it, see what became of it (product.md 2.5, 2.6). */
export function Update({ session, actions }: { session: SessionShape; actions: PanelActions }) {
  const phase = session.run.phase.value;
  switch (phase.kind) {
    case 'watching':
      return <Running session={session} phase={phase} />;
    case 'over':
      return <Finished session={session} phase={phase} actions={actions} />;
    case 'none':
    case 'confirming':
    case 'preparing':
    case 'not-begun':
      return <NotYet session={session} phase={phase} />;
  }
}

function NotYet({ session, phase }: { session: SessionShape; phase: RunPhase }) {
  return (
    <main class="step">
      <div class="centred waiting">
        {phase.kind === 'preparing' && <p role="status">{t('preparing', phase.written, phase.total)}</p>}
        {phase.kind === 'not-begun' && (
          <>
            <h2>{t('notBegun')}</h2>
            <p role="alert">{runProblemText(phase.problem)}</p>
          </>
        )}
        {phase.kind !== 'preparing' && (
          <p>
            <button type="button" class="button" onClick={() => session.goTo('review')}>
              {t('backToReview')}
            </button>
          </p>
        )}
      </div>
    </main>
  );
}

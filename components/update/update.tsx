import type { Session } from '../../lib/session/session';
import type { RunPhase } from '../../lib/session/run/run-model';
import type { PanelActions } from '../panel-actions';
import { runProblemText } from '../parts/problem-text';
import { t } from '../text';
import { Finished } from './finished';
import { Forgotten } from './forgotten';
import { NotSentNotice } from './not-sent-notice';
import { Running } from './running';

/** The fourth step: watch the run, steer it, see its outcome (docs/product.md 2.5, 2.6). */
export function Update({ session, actions }: { session: Session; actions: PanelActions }) {
  const phase = session.run.phase.value;
  switch (phase.kind) {
    case 'watching':
      return <Running session={session} phase={phase} />;
    case 'over':
      return phase.isForgotten === true ? (
        <Forgotten session={session} phase={phase} actions={actions} />
      ) : (
        <Finished session={session} phase={phase} actions={actions} />
      );
    case 'none':
    case 'confirming':
    case 'preparing':
    case 'not-begun':
      return <NotYet session={session} phase={phase} />;
  }
}

const SIGN_IN_HELPS: ReadonlySet<string> = new Set(['signed-out', 'other-account', 'forbidden']);

function NotYet({ session, phase }: { session: Session; phase: RunPhase }) {
  return (
    <main class="step">
      <div class="centred waiting">
        {phase.kind === 'preparing' && (
          <>
            <p role="status">{t('preparing', phase.written, phase.total)}</p>
            <NotSentNotice session={session} fileName={phase.fileName} />
          </>
        )}
        {phase.kind === 'not-begun' && (
          <>
            <h2>{t('notBegun')}</h2>
            <p role="alert">{runProblemText(phase.problem)}</p>
          </>
        )}
        {phase.kind === 'not-begun' && SIGN_IN_HELPS.has(phase.problem.code) && (
          <p>
            <button type="button" class="button primary" onClick={() => void session.signInAgain()}>
              {t('signIn')}
            </button>
          </p>
        )}
        {phase.kind === 'not-begun' && phase.problem.code === 'run-in-progress' && (
          <p>
            <button type="button" class="button primary" onClick={() => void session.lookAround()}>
              {t('popupSee')}
            </button>
          </p>
        )}
        {phase.kind !== 'preparing' && <Back session={session} />}
      </div>
    </main>
  );
}

/** Back to what was reviewed here, or to the beginning when it was another panel's. */
function Back({ session }: { session: Session }) {
  const hasSheet = session.assign.state.value !== null;
  return (
    <p>
      <button type="button" class="button" onClick={() => session.goTo(hasSheet ? 'review' : 'upload')}>
        {t(hasSheet ? 'backToReview' : 'updateAnother')}
      </button>
    </p>
  );
}

import { totalOf } from '../../lib/journal/entry-counts';
import type { Session } from '../../lib/session/session';
import type { RunPhase } from '../../lib/session/run/run-model';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { finishedLine } from './finished-head';
import { NotSentNotice } from './not-sent-notice';
import { Counts } from './running';
import { WhereNext } from './where-next';

type Over = Extract<RunPhase, { kind: 'over' }>;

/**
 * A finished run whose values were deleted since: its counts, and nothing that would rest on them.
 */
export function Forgotten(props: { session: Session; phase: Over; actions: PanelActions }) {
  const { session, phase, actions } = props;
  const { counts, partly, creditsSpent, run } = phase.progress;
  return (
    <main class="step update">
      <div class="state">
        <h2 class="sentence">{t('finished')}</h2>
        <p class="sentence">
          {finishedLine(counts.applied, partly, totalOf(counts) - counts.applied - partly, creditsSpent)}
        </p>
      </div>
      <div class="scroll">
        <div class="run">
          <NotSentNotice session={session} fileName={run.fileName} />
          <p class="notice calm" role="status">
            {t(run.valuesLostAt === undefined ? 'forgotten' : 'valuesLost')}
          </p>
          <Counts progress={phase.progress} />
        </div>
      </div>
      <footer class="foot">
        <WhereNext session={session} actions={actions} />
      </footer>
    </main>
  );
}

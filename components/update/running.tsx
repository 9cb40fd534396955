import type { EntryState, RunProgress } from '../../lib/journal/entry';
import type { Session } from '../../lib/session/session';
import type { RunPhase } from '../../lib/session/run/run-model';
import { runProblemText } from '../parts/problem-text';
import { formatClock, formatNumber, named, t, tn } from '../text';
import { attributesHere } from './attributes-here';
import { Conflicts } from './conflicts';
import { NotSentNotice } from './not-sent-notice';
import { pauseText } from './pause-text';
import { SaidProgress } from './said-progress';
import { isAfterTrial } from '../../lib/session/run/trial-model';
import { AfterTrial } from './after-trial';
import { Steering } from './steering';
import { Tried } from './tried';

/**
 * A run on its way, or paused and why. It belongs to the background; closing the panel changes
 * nothing.
 */
export function Running(props: { session: Session; phase: Extract<RunPhase, { kind: 'watching' }> }) {
  const { session, phase } = props;
  const { progress } = phase;
  const { run } = progress;
  const settled = settledCount(progress);
  const paused = run.state.kind === 'paused' ? run.state.reason : null;
  // Requests under way are waited for; until then this is shown, and not the end.
  const isCancelled = run.state.kind === 'cancelled';
  const fault = run.state.kind === 'running' ? progress.fault : undefined;
  const goesOn = paused === null && !isCancelled && fault === undefined;
  const percent = run.entries === 0 ? 0 : Math.floor((settled / run.entries) * 100);
  return (
    <main class="step update">
      <div class="state">
        <div role="status">
          <h2 class="sentence">
            {goesOn
              ? t('runTitle_running', run.group.name)
              : t(isCancelled ? 'runTitle_cancelled' : 'runTitle_paused')}
          </h2>
        </div>
      </div>
      <div class="scroll">
        <div class="run">
          <NotSentNotice session={session} fileName={run.fileName} />
          <div
            role="progressbar"
            aria-label={t('progress')}
            aria-valuemin={0}
            aria-valuemax={run.entries}
            aria-valuenow={settled}
            aria-valuetext={t('runSettled', settled, run.entries)}
            class="bar large"
          >
            <span style={{ width: `${percent}%` }} />
          </div>
          {goesOn && <SaidProgress key={run.id} settled={settled} total={run.entries} />}
          <p class="figures">
            <strong>{t('runSettled', settled, run.entries)}</strong>
            {progress.perMinute !== null && goesOn && (
              <>
                <span class="quiet">{t('runRate', Math.round(progress.perMinute))}</span>
                <span class="quiet">{timeLeft(progress, settled)}</span>
              </>
            )}
          </p>
          {run.restoredAt !== undefined && <p class="notice calm">{t('runRestored')}</p>}
          {paused !== null && (
            <p class={CALM.has(paused.kind) ? 'notice calm' : 'notice'} role="alert">
              {pauseText(paused, run.account.name)}
            </p>
          )}
          {isCancelled && <p class="notice calm">{t('runCancelling')}</p>}
          {fault !== undefined && (
            <p class="notice" role="alert">
              {t(fault === 'QuotaExceededError' ? 'runFault_full' : 'runFault_other')}
            </p>
          )}
          {/* "Resume" met what it is paused for already: that is said once. */}
          {phase.problem !== null && phase.problem.code !== paused?.kind && (
            <p class="notice" role="alert">
              {runProblemText(phase.problem)}
            </p>
          )}
          <Counts progress={progress} />
          {isAfterTrial(phase) && <Tried session={session} progress={progress} />}
          <Conflicts session={session} attributes={attributesHere(session)} fileName={run.fileName} />
          {goesOn && progress.heldUntil !== undefined && (
            <p class="notice calm">{t('runHeld', formatClock(progress.heldUntil))}</p>
          )}
          {goesOn && <p class="quiet small">{t('runGoesOn')}</p>}
        </div>
      </div>
      {isAfterTrial(phase) ? (
        <AfterTrial session={session} progress={progress} />
      ) : (
        !isCancelled && <Steering run={session.run} isPaused={paused !== null || fault !== undefined} />
      )}
    </main>
  );
}

/** Pauses that the admin wanted. */
const CALM: ReadonlySet<string> = new Set(['asked', 'trial']);

const SETTLED = ['applied', 'not-applied', 'rejected', 'conflict', 'cancelled', 'not-known'] as const;
const SHOWN: readonly EntryState['kind'][] = [...SETTLED, 'in-doubt', 'sent', 'planned'];

/** How many entries of a run have come to their end. */
export function settledCount(progress: RunProgress): number {
  return SETTLED.reduce((sum, kind) => sum + progress.counts[kind], 0);
}

/**
 * Counts of entries, kind by kind, which together are all of them; kinds without any are not there.
 */
export function Counts({ progress }: { progress: Pick<RunProgress, 'counts'> }) {
  return (
    <dl class="counts">
      {SHOWN.filter((kind) => progress.counts[kind] > 0).map((kind) => (
        <div key={kind} data-kind={kind}>
          <dt>{t(named('count', kind))}</dt>
          <dd>{formatNumber(progress.counts[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function timeLeft(progress: RunProgress, settled: number): string {
  if (progress.perMinute === null || progress.perMinute <= 0) return '';
  const minutes = Math.max(1, Math.ceil((progress.run.entries - settled) / progress.perMinute));
  return t('runLeft', tn('minutes', minutes));
}

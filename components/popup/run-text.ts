import type { RunProgress } from '../../lib/journal/entry';
import { openEntriesOf } from '../../lib/journal/entry-counts';
import { isUnsettled } from '../../lib/journal/transitions';
import { pauseText } from '../update/pause-text';
import { settledCount } from '../update/running';
import { formatClock, t, tn } from '../text';

/** A run in words: how far it is, and in sentences what it does or waits for. */
export interface RunText {
  readonly title: string;
  readonly sentences: readonly string[];
  /** It ended: there is a result to be seen. */
  readonly isOver: boolean;
}

/** Puts each state of a run into words, for the popup (docs/product.md 1). */
export function runText(progress: RunProgress): RunText {
  const { run, counts } = progress;
  const { name } = run.group;
  const restored = run.restoredAt === undefined ? [] : [run.restoredAt];
  switch (run.state.kind) {
    case 'preparing':
      return { title: t('popupPreparing', name), sentences: [t('popupNothingSent')], isOver: false };
    case 'running':
      return {
        title: t('popupRun', name, counts.applied, run.entries),
        sentences: [...restored.map(() => t('runRestored')), runningText(progress)],
        isOver: false,
      };
    case 'paused':
      return {
        title: t('popupRunPaused', name, settledCount(progress), run.entries),
        sentences: [
          ...(run.state.reason.kind === 'restored' ? [t('runRestored')] : []),
          pauseText(run.state.reason, run.account.name),
        ],
        isOver: false,
      };
    case 'finished':
    case 'cancelled':
      return {
        title: t('popupRunEnded', name, counts.applied, run.entries),
        sentences: [...restored.map(() => t('runWasRestored')), endText(progress)],
        isOver: true,
      };
  }
}

/** Sentence about a run that is not paused: it works, or waits for something by itself. */
function runningText({ fault, heldUntil }: RunProgress): string {
  if (fault !== undefined) return t(fault === 'QuotaExceededError' ? 'runFault_full' : 'runFault_other');
  return heldUntil === undefined ? t('popupGoesOn') : t('runHeld', formatClock(heldUntil));
}

function endText({ run, counts }: RunProgress): string {
  if (isUnsettled({ record: run, counts })) return t('popupUnsettled');
  if (run.valuesLostAt !== undefined) return t('valuesLost');
  const rest = run.entries - counts.applied - openEntriesOf(counts);
  if (rest === 0) return t('popupAllUpdated');
  return run.state.kind === 'cancelled' ? tn('popupCancelled', rest) : tn('popupNotUpdated', rest);
}

import type { HistoryRun } from '../../lib/report/history';
import { whyNot, type Here, type RunAction, type Unavailable } from '../../lib/report/run-actions';
import type { Session } from '../../lib/session/session';
import { guarded } from '../guard/guard';
import { named, t, tn } from '../text';
import { UndoButton } from '../parts/undo-button';
import { madeName } from '../update/made-name';

/** A run as it is seen from here: what stands in the way of each action. */
export function hereOf(session: Session): Here {
  const connection = session.connection.phase.value;
  return {
    page: session.page.value,
    account: connection.kind === 'connected' ? connection.connection.account.id : null,
    isBusy: session.run.isBusy.value,
  };
}

/**
 * Buttons to send the failed changes of an earlier run again, and to undo the run: the same as on
 * the page on which it ended.
 */
export function RunAgain({ session, run }: { session: Session; run: HistoryRun }) {
  const here = hereOf(session);
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={whyNot('retry', run, here) !== null}
        onClick={guarded(() => void session.actOn(run, { kind: 'retry' }))}
      >
        {t('retryFailed')}
      </button>
      <UndoButton
        session={session}
        disabled={whyNot('undo', run, here) !== null}
        undo={() => session.actOn(run, { kind: 'undo', name: madeName('undoName', run.fileName) })}
      />
    </>
  );
}

const ACTIONS: readonly RunAction[] = ['failed-rows', 'retry', 'undo'];

/** Why some of it cannot be done, each reason once. */
export function WhyNot({ session, run }: { session: Session; run: HistoryRun }) {
  const here = hereOf(session);
  const reasons = new Set(ACTIONS.flatMap((action) => whyNot(action, run, here) ?? [])); // null: it can
  const skipped = run.rest?.errors ?? 0; // null: not recorded
  if (reasons.size === 0 && skipped === 0) return null;
  return (
    <ul class="small quiet why-not">
      {[...reasons].map((reason) => (
        <li key={reason}>{whyNotText(reason, run)}</li>
      ))}
      {skipped > 0 && <li>{tn('skippedNotStored', skipped)}</li>}
    </ul>
  );
}

function whyNotText(reason: Unavailable, run: HistoryRun): string {
  switch (reason) {
    case 'other-group':
      return t('whyNot_other_group', run.group.name, t(named('environment', run.environment)));
    case 'other-account':
      return t('whyNot_other_account', run.account.name);
    default:
      return t(named('whyNot', reason));
  }
}

import { keptDaysOf, undoableUntil } from '../../lib/run/afterwards/kept-values';
import type { FinishedRun } from '../../lib/run/afterwards/retry';
import { writtenFields } from '../../lib/journal/written-fields';
import type { Session } from '../../lib/session/session';
import { UndoButton } from '../parts/undo-button';
import { formatDate, t, tn } from '../text';
import { madeName } from './made-name';

/** Offers the undo of a run, and says until when and what it does not bring back. */
export function ChangedMind({ session, run }: { session: Session; run: FinishedRun }) {
  const { progress, entries } = run;
  const { finishedAt, fileName } = progress.run;
  const kept = session.history.keptDays.value;
  const days = kept === null ? null : keptDaysOf(progress.run, kept);
  const isWritten = entries.some(({ change, state }) => writtenFields(change, state).length > 0);
  return (
    <section class="card" aria-labelledby="undo-title">
      <h3 id="undo-title">{t('changedMind')}</h3>
      <p class="quiet">
        {!isWritten && t('whyNot_nothing_written')}
        {isWritten && days === 0 && t('undoWhileOpen')}
        {isWritten &&
          days !== null &&
          days > 0 &&
          finishedAt !== null &&
          t('undoUntil', formatDate(undoableUntil(finishedAt, days)))}
        {isWritten && progress.creditsSpent > 0 && ` ${tn('undoCredits', progress.creditsSpent)}`}
      </p>
      <p class="row">
        <UndoButton
          session={session}
          disabled={!isWritten}
          undo={() => session.undo(madeName('undoName', fileName))}
        />
      </p>
    </section>
  );
}

import type { TakenOverCounts } from '../../lib/review/corrections/taken-over';
import type { SessionShape } from '../../lib/session/session';
import { t, tn } from '../text';

/** What was decided in an earlier version of the sheet and still stands: it must not change anything unseen. */
export function TakenOver({ session, counts }: { session: SessionShape; counts: TakenOverCounts | null }) {
  if (counts === null) return null;
  const parts = [
    counts.cells > 0 && tn('takenOver_cells', counts.cells),
    counts.rowsOut > 0 && tn('takenOver_rowsOut', counts.rowsOut),
    counts.cellsOut > 0 && tn('takenOver_cellsOut', counts.cellsOut),
    counts.columnsOut > 0 && tn('takenOver_columnsOut', counts.columnsOut),
    counts.chosen > 0 && tn('takenOver_chosen', counts.chosen),
  ].filter((part) => part !== false);
  return (
    <section class="obstacle" role="group" aria-label={t('takenOver')}>
      <strong>{t('takenOver')}</strong>
      <p class="small">{parts.join(' · ')}</p>
      <p class="actions">
        <button
          type="button"
          class="link small"
          onClick={() => void session.review.decide({ kind: 'discard-taken-over' })}
        >
          {t('takenOverDiscard')}
        </button>
      </p>
    </section>
  );
}

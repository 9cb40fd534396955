import type { CarriedOverCounts } from '../../lib/review/corrections/carried-over';
import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';

/**
 * Decisions carried over from an earlier version of the sheet: they must not change anything
 * unseen.
 */
export function EarlierDecisions({
  session,
  counts,
}: {
  session: Session;
  counts: CarriedOverCounts | null;
}) {
  if (counts === null) return null;
  const parts = [
    counts.cells > 0 && tn('takenOver_cells', counts.cells),
    counts.excludedRows > 0 && tn('takenOver_rowsOut', counts.excludedRows),
    counts.excludedCells > 0 && tn('takenOver_cellsOut', counts.excludedCells),
    counts.excludedColumns > 0 && tn('takenOver_columnsOut', counts.excludedColumns),
    counts.chosen > 0 && tn('takenOver_chosen', counts.chosen),
  ].filter((part) => part !== false);
  return (
    <section class="notes" role="group" aria-label={t('takenOver')}>
      <strong>{t('takenOver')}</strong>
      <p class="small">{parts.join(' · ')}</p>
      <p class="actions">
        <button
          type="button"
          class="link small"
          onClick={() => void session.review.decide({ kind: 'discard-carried-over' })}
        >
          {t('takenOverDiscard')}
        </button>
      </p>
    </section>
  );
}

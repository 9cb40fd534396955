import type { Session } from '../../lib/session/session';
import { guarded } from '../guard/guard';
import { t, tn } from '../text';

/** Counts what a run has left to do. */
export interface Left {
  /**
   * Changes that were updated in part, those that were not, and how many of these can be sent
   * again. Conflicts are in neither.
   */
  readonly partly: number;
  readonly failed: number;
  readonly again: number;
  readonly conflicts: number;
  /** Credentials with surplus evidence that could not be removed. */
  readonly doubled: number;
  /** Rows that were skipped because of errors. */
  readonly skipped: number;
  /** Changes of which nobody knows any more. */
  readonly unreadable: number;
}

/** Says what is left to do after a run, and leads to it. */
export function LeftToDo(props: {
  session: Session;
  left: Left;
  fileName: string;
  onDownload: () => void;
  onShow: () => void;
  onShowDoubled: () => void;
}) {
  const { session, left, fileName, onDownload, onShow, onShowDoubled } = props;
  const { partly, failed, again, conflicts, skipped, unreadable, doubled } = left;
  // A row that was not confirmed is stored nowhere: it can be had as long as the sheet is here.
  const isHere = session.run.isOfThisPlan();
  const count = partly + failed + conflicts + skipped + unreadable + doubled;
  return (
    <section class="card" data-open={count > 0} aria-labelledby="left-title">
      <h3 id="left-title">{count === 0 ? t('leftNone') : tn('left', count)}</h3>
      {count === 0 && <p class="quiet">{t('failedNone', fileName)}</p>}
      {skipped > 0 && <p>{isHere ? tn('leftSkipped', skipped) : tn('skippedNotStored', skipped)}</p>}
      {partly > 0 && <p>{tn('leftPart', partly)}</p>}
      {partly + failed > 0 && (
        <p>
          {failed > 0 && `${tn('leftFailed', failed)} `}
          <button type="button" class="link" onClick={onShow}>
            {t('leftShow')}
          </button>
        </p>
      )}
      {doubled > 0 && (
        <p>
          {tn('leftDoubled', doubled)}{' '}
          <button type="button" class="link" onClick={onShowDoubled}>
            {t('leftShow')}
          </button>
        </p>
      )}
      {conflicts > 0 && (
        <p>
          <a href="#conflicts-title">{tn('leftConflicts', conflicts)}</a>
        </p>
      )}
      <p class="row">
        {isHere && skipped + partly + failed > 0 && (
          <button type="button" class="button primary" onClick={() => session.fixRest()}>
            {t('leftFix')}
          </button>
        )}
        {again > 0 && (
          <button type="button" class="button" onClick={guarded(() => void session.run.retry())}>
            {t('retryFailed')}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={partly + failed + conflicts + (isHere ? skipped : 0) === 0}
          onClick={onDownload}
        >
          {t('downloadFailed')}
        </button>
      </p>
    </section>
  );
}

import type { RunProgress } from '../../lib/journal/entry';
import { openEntriesOf } from '../../lib/journal/entry-counts';
import type { Session } from '../../lib/session/session';
import { guarded } from '../guard/guard';
import { t, tn } from '../text';
import { madeName } from './made-name';

/** Buttons for what can be done after a trial: go on with the rest, or undo what was tried. */
export function AfterTrial({ session, progress }: { session: Session; progress: RunProgress }) {
  const { run, counts } = progress;
  const rest = openEntriesOf(counts);
  const written = counts.applied + progress.partly;
  return (
    <footer class="foot">
      {written > 0 && (
        <button
          type="button"
          class="button"
          onClick={guarded(() => void session.undoTrial(madeName('undoName', run.fileName)))}
        >
          {tn('tryUndo', written)}
        </button>
      )}
      <div class="end">
        <button type="button" class="button" onClick={guarded(() => void session.run.cancel())}>
          {t('cancel')}
        </button>
        <button type="button" class="button primary" onClick={guarded(() => void session.run.goOn())}>
          {tn('tryGoOn', rest)}
        </button>
      </div>
    </footer>
  );
}

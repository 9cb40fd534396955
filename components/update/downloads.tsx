import { useSignal } from '@preact/signals';
import type { Attribute } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import { retryChanges } from '../../lib/run/afterwards/retry';
import { writtenFields } from '../../lib/run/afterwards/undo';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { UndoButton } from '../parts/undo-button';
import { t, tn } from '../text';
import { resultWords, rowResult } from './entry-text';
import { FileFormat } from './file-format';

/** Actions of a finished run: download its results, retry, undo. */
export function Downloads(props: {
  session: Session;
  entries: readonly Entry[];
  attributes: readonly Attribute[];
  failed: number;
  /** How many entries more there were that cannot be read. */
  unreadable: number;
  /** Rows that were skipped because of errors. */
  skipped: number;
  actions: PanelActions;
  fileName: string;
}) {
  const { session, entries, attributes, failed, unreadable, skipped, actions, fileName } = props;
  const { environment } = session.page.value;
  const said = useSignal<'sheet' | 'journal' | 'nothing'>('sheet');
  const applied = entries.some(({ change, state }) => writtenFields(change, state).length > 0);
  // Nothing of a row that was not confirmed is stored: they are to be had as long as the sheet is
  // here.
  const isHere = session.run.isOfThisPlan();
  const skippedHere = isHere ? skipped : 0;
  const again = retryChanges(entries).length;
  const download = async (only: 'all' | 'failed') => {
    const results = entries.map((entry) => rowResult(entry, attributes, environment));
    const format = session.resultFormat.peek();
    const file = await session.resultFile(
      results,
      (rows) => resultWords(environment, rows, unreadable),
      only,
    );
    said.value = file === null ? 'nothing' : file.from;
    const base = fileName.replace(/\.[^.]+$/, '');
    if (file !== null)
      actions.save(file.bytes, t(only === 'all' ? 'resultFile' : 'failedFile', base, format));
  };
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={entries.length === 0}
        onClick={() => void download('all')}
      >
        {t('downloadResults')}
      </button>
      <button
        type="button"
        class="button"
        disabled={failed + skippedHere === 0}
        onClick={() => void download('failed')}
      >
        {t('downloadFailed')}
      </button>
      <FileFormat session={session} />
      {again > 0 && (
        <button type="button" class="button" onClick={() => void session.run.retry()}>
          {t('retryFailed')}
        </button>
      )}
      <UndoButton session={session} disabled={!applied} undo={() => session.undo(t('undoName', fileName))} />
      {skipped > skippedHere && <span class="small quiet">{tn('skippedNotStored', skipped)}</span>}
      {said.value !== 'sheet' && (
        <span role="alert" class="caution">
          {t(said.value === 'journal' ? 'resultOfJournal' : 'resultFailed')}
        </span>
      )}
    </>
  );
}

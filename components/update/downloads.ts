import { useSignal } from '@preact/signals';
import type { Attribute } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import { sightFinder } from '../../lib/run/public-check/shown-sights';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { resultWords, rowResult } from './entry-text';

/**
 * Saves the results of a finished run as files. `unreadable`: how many entries more there were that
 * cannot be read. `said`: why the last file is not what was asked for; null where it is.
 */
export function useResultFiles(of: {
  readonly session: Session;
  readonly actions: PanelActions;
  readonly entries: readonly Entry[];
  readonly attributes: readonly Attribute[];
  readonly unreadable: number;
  readonly fileName: string;
}) {
  const { session, actions, entries, attributes, unreadable, fileName } = of;
  const from = useSignal<'sheet' | 'journal' | 'nothing'>('sheet');
  return {
    said: from.value === 'sheet' ? null : t(from.value === 'journal' ? 'resultOfJournal' : 'resultFailed'),
    async save(only: 'all' | 'failed') {
      const { environment } = session.page.peek();
      const sightOf = sightFinder(session.publicSight.checks.peek());
      const results = entries.map((entry) => rowResult(entry, attributes, environment, sightOf(entry)));
      const format = session.resultFormat.peek();
      const words = (rows: Parameters<typeof resultWords>[1]) => resultWords(environment, rows, unreadable);
      const file = await session.resultFile(results, words, only);
      from.value = file === null ? 'nothing' : file.from;
      const base = fileName.replace(/\.[^.]+$/, '');
      if (file !== null)
        actions.save(file.bytes, t(only === 'all' ? 'resultFile' : 'failedFile', base, format));
    },
  };
}

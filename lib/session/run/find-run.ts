import type { RunId } from '../../journal/entry';
import { isEnded } from '../../journal/transitions';
import type { GroupPage } from '../../platform/environment';
import { isPartOf } from '../state/work';
import { readEntries } from './read-entries';
import type { RunModel } from './run-model';
import { firstOf, type RunParts, type ShownRun, type Watcher } from './watch-run';

/** The same run, which goes on with no other one any more. */
function withoutFirst(shown: ShownRun): ShownRun {
  if (shown.kind === 'watching')
    return { kind: 'watching', progress: shown.progress, problem: shown.problem };
  if (shown.kind !== 'preparing') return shown;
  const { written, total, fileName } = shown;
  return { kind: 'preparing', written, total, fileName };
}

/**
 * Finds runs of the journal that were begun earlier or elsewhere, and follows what is seen and
 * deleted of them.
 */
export function createFinding(
  { background, work, shown }: RunParts,
  watcher: Watcher,
  page: GroupPage,
): Pick<RunModel, 'find' | 'see' | 'forget' | 'lookForValues'> {
  /** Runs whose end was said to be seen. */
  const seen = new Set<RunId>();

  const forget = (run?: RunId): boolean => {
    work.send({ kind: 'forgotten', ...(run !== undefined && { run }) });
    const now = shown.peek();
    const first = firstOf(now);
    if (first !== null && (run === undefined || isPartOf(run, first))) shown.value = withoutFirst(now);
    if (now.kind !== 'over' || (run !== undefined && !isPartOf(run, now))) return false;
    // Nothing is made of its rows any more.
    shown.value = { kind: 'over', progress: now.progress, entries: [], isForgotten: true };
    return true;
  };
  return {
    async find(account, isWanted = () => false) {
      const before = shown.peek();
      const command = { kind: 'find-run', page, ...(account !== undefined && { account }) } as const;
      const found = await background.call(command);
      // A run that was begun here meanwhile is watched here already.
      if (!found.ok || found.value === null || shown.peek() !== before) return false;
      const { run } = found.value;
      if (!isEnded({ record: run, counts: found.value.counts })) {
        work.send({ kind: 'dismissed' });
        void watcher.watch(run.id, found.value);
        return true;
      }
      if (!isWanted()) return false;
      if (run.valuesLostAt !== undefined) {
        shown.value = { kind: 'over', progress: found.value, entries: [], isForgotten: true };
        return true;
      }
      const entries = await readEntries(background, run.id, run.entries);
      if (!entries.ok || shown.peek() !== before || !isWanted()) return false;
      shown.value = { kind: 'over', progress: found.value, entries: entries.value };
      return true;
    },
    async see() {
      const over = shown.peek();
      if (over.kind !== 'over' || seen.has(over.progress.run.id)) return;
      const { id } = over.progress.run;
      seen.add(id);
      const said = await background.call({ kind: 'see-run', run: id });
      // It was not noted: the end is said to be seen again at the next look.
      if (!said.ok) seen.delete(id);
    },
    forget,
    async lookForValues() {
      const over = shown.peek();
      if (over.kind !== 'over') return false;
      if (over.isForgotten === true) return true;
      const { id } = over.progress.run;
      const first = { kind: 'list-entries', run: id, from: 0, count: 1 } as const;
      const found = await background.call(first);
      // Values that are kept for 0 days are deleted at the end, and the end still shows them. The
      // run itself is deleted on request only.
      if (found.ok || found.problem.code !== 'no-such-run') return false;
      return forget();
    },
  };
}

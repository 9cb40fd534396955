import { withRunBackups } from '../../lib/journal/backed-up-journal';
import type { RunId } from '../../lib/journal/entry';
import type { Journal } from '../../lib/journal/journal';
import type { RunBackups } from '../../lib/journal/run-backups';
import { createMemoryJournal } from './memory-journal';
import { prepared } from './prepared-run';
import { memoryBackups } from './run-backups';

/** The time of every restoration here. */
export const RESTORED_AT = 99;

/**
 * Journals with one place for backups. Each one that is opened belongs to another background, by
 * default with a lost journal.
 */
export function backedUpWorld() {
  const { copies, directory } = memoryBackups();
  const faults: unknown[] = [];
  const open = (journal: Journal = createMemoryJournal(), kept: RunBackups = copies) =>
    withRunBackups(journal, kept, { now: () => RESTORED_AT, onFault: (error) => faults.push(error) });
  return { copies, directory, faults, open };
}

/** Begins a run in this journal. */
export async function begun(journal: Journal, name = 'a'): Promise<RunId> {
  const run = await prepared(journal, name);
  await journal.transitionRun(run, { kind: 'running' }, 2);
  return run;
}

import type { RunId } from '../journal/entry';
import { JournalFault, type Journal } from '../journal/journal';

/** By what name the journal broke under each run when it was last worked on in this context. */
export interface RunFaults {
  of(run: RunId): string | undefined;
  /** Notes what ended the work on a run, if it was the journal. */
  note(run: RunId, error: unknown): void;
  /** The journal takes what is written of the run. */
  end(run: RunId): void;
  /** The journal as a run is worked on: what it takes of an entry ends the fault. */
  endedBy(journal: Journal, run: RunId): Journal;
}

export function createRunFaults(): RunFaults {
  const faults = new Map<RunId, string>();
  const end = (run: RunId) => void faults.delete(run);
  return {
    of: (run) => faults.get(run),
    note(run, error) {
      if (error instanceof JournalFault) faults.set(run, error.detail);
    },
    end,
    endedBy: (journal, run) => ({
      ...journal,
      async moveEntry(...move) {
        const moved = await journal.moveEntry(...move);
        end(run);
        return moved;
      },
    }),
  };
}

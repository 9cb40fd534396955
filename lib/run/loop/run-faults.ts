import type { RunId } from '../../journal/entry';
import { JournalFault } from '../../journal/journal';

/** By what name the journal broke under each run when it was last worked on in this context. */
export interface RunFaults {
  of(run: RunId): string | undefined;
  /** Notes what ended the work on a run, if it was the journal. */
  note(run: RunId, error: unknown): void;
  /** The journal takes what is written of the run. */
  end(run: RunId): void;
}

export function createRunFaults(): RunFaults {
  const faults = new Map<RunId, string>();
  return {
    of: (run) => faults.get(run),
    note(run, error) {
      if (error instanceof JournalFault) faults.set(run, error.detail);
    },
    end: (run) => void faults.delete(run),
  };
}

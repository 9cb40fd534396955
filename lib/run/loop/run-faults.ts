import type { RunId } from '../../journal/entry';
import { JournalFault } from '../../journal/journal';

/** The faults of the journal that ended the work on runs in this context. */
export interface RunFaults {
  /** The browser's name of the error; undefined when there is none. */
  of(run: RunId): string | undefined;
  /** Notes the error that ended the work on a run, if it is the journal's. */
  note(run: RunId, error: unknown): void;
  /** Notes that the journal can be written again. */
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

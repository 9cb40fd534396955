import type { RunId } from '../../journal/entry';

/** The panels that are filling runs at this moment. */
export interface Writers {
  /**
   * Notes that a part of the run came. `writer`: the name of the panel, which only the first part
   * carries.
   */
  note(run: RunId, writer?: string): void;
  /** Whether a part came within the time that a panel may be silent. */
  isWriting(run: RunId): boolean;
  /** Whether this panel fills the run. */
  isBy(run: RunId, writer: string | undefined): boolean;
  forget(run: RunId): void;
}

/** After this time without a part, the panel was closed. One in a background tab may be slow. */
export const WRITER_SILENT_MS = 30_000;

/**
 * Keeps them in memory only. A background that was stopped hears from a panel at its next part. At
 * worst a run is not filled whole, and then it is not begun.
 */
export function createWriters(ticks: () => number): Writers {
  const heard = new Map<RunId, { readonly writer: string | undefined; readonly at: number }>();
  return {
    note(run, writer) {
      heard.set(run, { writer: writer ?? heard.get(run)?.writer, at: ticks() });
    },
    /** Whether a part came within the time that a panel may be silent. */
    isWriting(run) {
      const last = heard.get(run);
      return last !== undefined && ticks() - last.at < WRITER_SILENT_MS;
    },
    isBy(run, writer) {
      return writer !== undefined && heard.get(run)?.writer === writer;
    },
    forget: (run) => void heard.delete(run),
  };
}

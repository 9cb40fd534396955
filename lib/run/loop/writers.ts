import type { RunId } from '../../journal/entry';

/** Who writes runs down in this moment. A run of which nothing was heard for so long was left by its panel. */
export interface Writers {
  /** Notes a sign of life. `writer`: the panel's own name of its writing. */
  note(run: RunId, writer?: string): void;
  isWriting(run: RunId): boolean;
  /** Whether it is this one that writes the run. */
  isBy(run: RunId, writer: string | undefined): boolean;
  forget(run: RunId): void;
}

/** From one part of a run to the next it takes a moment; a panel in a tab that is not in front may be slow. */
export const WRITER_SILENT_MS = 30_000;

/**
 * In memory only: a background that was stopped has no panel that is writing, or it hears of it at once. Then the worst is a
 * run that was not written down whole, and is not begun.
 */
export function createWriters(ticks: () => number): Writers {
  const heard = new Map<RunId, { readonly writer: string | undefined; readonly at: number }>();
  return {
    note(run, writer) {
      heard.set(run, { writer: writer ?? heard.get(run)?.writer, at: ticks() }); // not said again: the same
    },
    isWriting(run) {
      const last = heard.get(run);
      return last !== undefined && ticks() - last.at < WRITER_SILENT_MS;
    },
    isBy(run, writer) {
      return writer !== undefined && heard.get(run)?.writer === writer; // never heard of: nobody's
    },
    forget: (run) => void heard.delete(run),
  };
}

import type { Entry, RunId } from './entry';

/** The runs that the entries belong to, each once. */
export function runsOf(entries: readonly Entry[]): readonly RunId[] {
  return [...new Set(entries.map(({ run }) => run))];
}

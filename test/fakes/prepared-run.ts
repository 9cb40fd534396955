import type { RunId } from '../../lib/journal/entry';
import type { Journal, JournalRun } from '../../lib/journal/journal';
import { changeOf, headerOf } from './background-world';

/** Five renewals. */
export const PREPARED = [1, 2, 3, 4, 5].map((n) =>
  changeOf(n, [['expiry-date', '2026-01-01', '2028-01-01']], { credits: 1, renews: true }),
);

/** Fills a run with them. */
export async function prepared(journal: Journal, name = 'a', createdAt = 1): Promise<RunId> {
  const run = name as RunId;
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...headerOf(PREPARED), id: run, createdAt, finishedAt: null, state });
  await journal.addChanges(run, 0, PREPARED);
  return run;
}

export const idsOf = (runs: readonly JournalRun[]) => runs.map(({ record }) => record.id);

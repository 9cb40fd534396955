import type { Worker } from '@playwright/test';

/**
 * A run as an older version wrote it down: without its source, finished on a day of November 2026.
 */
function oldRun(n: number, group: { readonly id: string; readonly name: string }) {
  const createdAt = Date.UTC(2026, 10, 1) + n * 60_000;
  const id = `old-${n}`;
  return {
    id,
    record: {
      id,
      environment: 'production',
      account: { id: '9', name: 'Northfield Institute' },
      group,
      fileName: `old-${n}.csv`,
      sheetName: 'Sheet1',
      entries: 4,
      creditsAtMost: 0,
      confirmedWarnings: [],
      createdAt,
      finishedAt: createdAt + 30_000,
      state: { kind: 'finished' },
    },
    counts: {
      planned: 0,
      sent: 0,
      'in-doubt': 0,
      applied: 3,
      'not-applied': 0,
      rejected: 1,
      conflict: 0,
      cancelled: 0,
    },
    creditsSpent: 0,
    forgotten: true,
  };
}

/** Puts so many runs of an older version into the journal, the first half of another group. */
export function addOldRuns(background: Worker, many: number): Promise<void> {
  return addToJournal(
    background,
    Array.from({ length: many }, (_, n) =>
      oldRun(n, n < many / 2 ? { id: '556', name: 'Others' } : { id: '555', name: 'Advanced Welding 2026' }),
    ),
  );
}

/** Puts records of runs into the journal as they are. */
export async function addToJournal(background: Worker, runs: readonly object[]): Promise<void> {
  await background.evaluate(async (records) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('update-credentials');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('the journal cannot be opened'));
    });
    const transaction = database.transaction('runs', 'readwrite');
    for (const record of records) transaction.objectStore('runs').add(record);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error ?? new Error('they cannot be added'));
    });
    database.close();
  }, runs);
}

import type { Journal } from '../../lib/journal/journal';

/** The journal as a background that may be dead sees it: what it asks for after its death is never carried out. */
export function mortal(journal: Journal, isDead: () => boolean): Journal {
  const call =
    <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (isDead()) return never();
      const result = await method(...args);
      return isDead() ? never() : result;
    };
  return {
    createRun: call((...args: Parameters<Journal['createRun']>) => journal.createRun(...args)),
    removeRun: call((...args: Parameters<Journal['removeRun']>) => journal.removeRun(...args)),
    forgetEntries: call((...args: Parameters<Journal['forgetEntries']>) => journal.forgetEntries(...args)),
    removeAll: call(() => journal.removeAll()),
    addChanges: call((...args: Parameters<Journal['addChanges']>) => journal.addChanges(...args)),
    readRun: call((...args: Parameters<Journal['readRun']>) => journal.readRun(...args)),
    listRuns: call((...args: Parameters<Journal['listRuns']>) => journal.listRuns(...args)),
    moveRun: call((...args: Parameters<Journal['moveRun']>) => journal.moveRun(...args)),
    moveEntry: call((...args: Parameters<Journal['moveEntry']>) => journal.moveEntry(...args)),
    openEntries: call((...args: Parameters<Journal['openEntries']>) => journal.openEntries(...args)),
    listEntries: call((...args: Parameters<Journal['listEntries']>) => journal.listEntries(...args)),
    cancelPlanned: call((...args: Parameters<Journal['cancelPlanned']>) => journal.cancelPlanned(...args)),
  };
}

/** What the dead answer. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}

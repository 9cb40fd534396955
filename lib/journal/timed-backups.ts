import type { Sleep } from '../platform/sleep';
import type { HistoryCopies } from './history-copies';
import { JournalFault } from './journal';
import type { RunBackups } from './run-backups';

/**
 * For a state, which is small: an admin who has pressed Pause or Cancel waits for it, and requests
 * continue until then.
 */
const STATE_MS = 2_000;
const SMALL_MS = 10_000;
/** For the changes of a run, up to 100,000. */
const WHOLE_MS = 30_000;

/**
 * Wraps backups so that nobody waits long: a file system may be slow or never answer, and the
 * journal works without it. A call that takes too long rejects with a JournalFault, and so does
 * every later call until that one has ended. Calls are carried out one after the other: of two
 * states at the same time the first could be written last, and Chromium does not delete a file that
 * is being written.
 */
export function withTimeouts(copies: RunBackups, sleep: Sleep): RunBackups {
  const within = inTurn(sleep);
  return {
    save: (record, changes) => within(WHOLE_MS, () => copies.save(record, changes)),
    read: (run) => within(WHOLE_MS, () => copies.read(run)),
    saveState: (record) => within(STATE_MS, () => copies.saveState(record)),
    list: () => within(SMALL_MS, () => copies.list()),
    removeLeftovers: () => within(WHOLE_MS, () => copies.removeLeftovers()),
    remove: (run) => within(SMALL_MS, () => copies.remove(run)),
    clear: () => within(SMALL_MS, () => copies.clear()),
  };
}

/** The same for the copies of the history. */
export function withHistoryTimeouts(copies: HistoryCopies, sleep: Sleep): HistoryCopies {
  const within = inTurn(sleep);
  return {
    save: (run, entries) => within(WHOLE_MS, () => copies.save(run, entries)),
    read: (run) => within(WHOLE_MS, () => copies.read(run)),
    list: () => within(SMALL_MS, () => copies.list()),
    clear: () => within(SMALL_MS, () => copies.clear()),
  };
}

/** Carries out one piece of work after the other, each within its time. */
function inTurn(sleep: Sleep): <T>(milliseconds: number, work: () => Promise<T>) => Promise<T> {
  let last: Promise<void> = Promise.resolve();
  let isLate = false;

  return async <T>(milliseconds: number, work: () => Promise<T>): Promise<T> => {
    if (isLate) throw tooLate();
    const done = last.then(work);
    const ended = () => {
      isLate = false;
    };
    last = done.then(ended, ended);
    const waiting = new AbortController();
    const late = async (): Promise<never> => {
      await sleep(milliseconds, waiting.signal);
      isLate = true;
      throw tooLate();
    };
    try {
      return await Promise.race([done, late()]);
    } finally {
      waiting.abort();
    }
  };
}

const tooLate = () => new JournalFault('TimeoutError');

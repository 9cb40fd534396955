import type { Sleep } from '../platform/sleep';
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
  let last: Promise<void> = Promise.resolve();
  let isLate = false;

  async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
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
  }

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

const tooLate = () => new JournalFault('TimeoutError');

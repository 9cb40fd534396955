import type { SheetContract } from '../contract/sheet-contract';

/** The worker ended under a call, by a bug, for want of memory, or because it was stopped. */
export class SheetWorkerEnded extends Error {
  override readonly name = 'SheetWorkerEnded';
}

/**
 * Waits for work that nobody misses when the worker ends under it: that it ended is told by the file, whose rows are gone
 * with it. Any other fault rejects as ever.
 */
export async function ignoreWorkerEnd(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof SheetWorkerEnded)) throw error;
  }
}

/** The panel's side of the sheet contract. */
export interface SheetClient {
  /**
   * Calls a method in the worker. Rejects with `SheetWorkerEnded` when the worker ends before it answers; what the worker
   * held (rows, credentials) is gone then, and the next call starts a new one. An end that came while nobody waited is told
   * to the next call in the same way.
   */
  call<K extends keyof SheetContract>(
    method: K,
    ...args: Parameters<SheetContract[K]>
  ): Promise<Awaited<ReturnType<SheetContract[K]>>>;
  /** Ends the worker at once, whatever it is doing, and frees its memory. */
  stop(): void;
}

/** The same client, which runs `onEnded` before a call rejects because the worker ended under it. */
export function withEndListener(sheet: SheetClient, onEnded: () => void): SheetClient {
  return {
    call(method, ...args) {
      const answer = sheet.call(method, ...args);
      answer.catch((reason: unknown) => {
        if (reason instanceof SheetWorkerEnded) onEnded();
      });
      return answer;
    },
    stop: () => sheet.stop(),
  };
}

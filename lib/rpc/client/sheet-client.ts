import type { SheetContract } from '../contract/sheet-contract';

/** The worker ended during a call: by a bug, for lack of memory, or because it was stopped. */
export class SheetWorkerEnded extends Error {
  override readonly name = 'SheetWorkerEnded';
  /** Seconds after which its owner gave a call up; null for every other end. */
  readonly gaveUpAfter: number | null;
  constructor(message: string, gaveUpAfter: number | null = null) {
    super(message);
    this.gaveUpAfter = gaveUpAfter;
  }
}

/**
 * Waits for work that needs no message of its own when the worker ends during it: the file, whose
 * rows are lost with the worker, shows that. Rejects with any other error.
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
   * Calls a method in the worker. Rejects with `SheetWorkerEnded` when the worker ends before it
   * answers: its rows and credentials are lost, and the next call starts a new worker. When the
   * worker ended between two calls, the second one rejects in the same way.
   */
  call<K extends keyof SheetContract>(
    method: K,
    ...args: Parameters<SheetContract[K]>
  ): Promise<Awaited<ReturnType<SheetContract[K]>>>;
  /** Ends the worker at once, whatever it is doing, and frees its memory. */
  stop(): void;
}

/** Wraps a client so that `onEnded` runs before a call rejects because the worker ended. */
export function withEndListener(sheet: SheetClient, onEnded: (end: SheetWorkerEnded) => void): SheetClient {
  return {
    call(method, ...args) {
      const answer = sheet.call(method, ...args);
      answer.catch((reason: unknown) => {
        if (reason instanceof SheetWorkerEnded) onEnded(reason);
      });
      return answer;
    },
    stop: () => sheet.stop(),
  };
}

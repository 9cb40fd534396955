import { transferred, releaseSheet, wrapSheet } from '../lib/rpc/client/comlink';
import { SheetWorkerEnded, type SheetClient } from '../lib/rpc/client/sheet-client';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';

type Remote = ReturnType<typeof wrapSheet>;

/** One life of the worker: `ended` rejects when it dies, is stopped or is given up. */
interface Life {
  readonly remote: Remote;
  readonly ended: Promise<never>;
  end(reason: string, gaveUpAfter?: number): void;
}

/** The calls that do what a foreign file asks for. */
const READING: ReadonlySet<keyof SheetContract> = new Set(['look', 'open', 'chooseTable']);
/** Least seconds for reading a file. */
const READING_SECONDS = 60;
/** Seconds for each megabyte of a large one: SheetJS takes up to 1.4 s of CPU for one of ODS. */
const SECONDS_PER_MB = 3;
/** Seconds for any other call. A review of 100,000 rows takes some seconds. */
const WORKING_SECONDS = 300;

/**
 * Owns the sheet worker's life: starts it at the first call, races every call against its death,
 * and stops it. `spawn` makes the worker (its script is an unlisted entrypoint, so only an
 * entrypoint knows the address).
 *
 * A call that takes longer than its time ends the worker, whatever a file makes a library do: it
 * never ends, or it fills the memory of the worker, which then neither answers nor fails (Chromium
 * 156, at 4 GB). The panel stays usable.
 */
export function openSheet(spawn: () => Worker): SheetClient {
  let life: Life | null = null;
  let waiting = 0;
  /** Size of the file that was handed over last, in bytes. */
  let fileBytes = 0;
  /** It failed while nobody waited for it: the next call learns that what it held is gone. */
  let hasUnseenEnd = false;

  const begin = (): Life => {
    const worker = spawn();
    const remote = wrapSheet(worker);
    let reject: (reason: Error) => void;
    const ended = new Promise<never>((_, fail) => {
      reject = fail;
    });
    // Nobody may be waiting when it ends; that is no unhandled fault.
    ended.catch((reason: unknown) => reason);
    const begun: Life = {
      remote,
      ended,
      end(reason, gaveUpAfter) {
        // It ends once: an error may come after it was stopped, and Comlink throws at a second
        // release.
        if (life !== begun) return;
        life = null;
        reject(new SheetWorkerEnded(reason, gaveUpAfter));
        releaseSheet(remote);
        worker.terminate();
      },
    };
    const fail = (reason: string) => {
      if (life === begun) hasUnseenEnd = waiting === 0;
      begun.end(reason);
    };
    worker.addEventListener('error', () => fail('the sheet worker failed'));
    worker.addEventListener('messageerror', () => fail('the sheet worker sent what cannot be read'));
    life = begun;
    return begun;
  };

  const ask = async (method: keyof SheetContract, args: readonly unknown[]): Promise<unknown> => {
    if (hasUnseenEnd) {
      hasUnseenEnd = false;
      throw new SheetWorkerEnded('the sheet worker failed');
    }
    const asked = life ?? begin();
    const handed = args.map((argument) => {
      if (!(argument instanceof ArrayBuffer)) return argument;
      fileBytes = argument.byteLength;
      return transferred(argument);
    });
    const seconds = READING.has(method)
      ? Math.max(READING_SECONDS, Math.ceil((fileBytes / 1e6) * SECONDS_PER_MB))
      : WORKING_SECONDS;
    // Comlink types each method by itself; that the arguments fit this one is checked by our own
    // signature.
    const invoke = asked.remote[method] as unknown as (...handed: unknown[]) => Promise<unknown>;
    waiting += 1;
    const limit = setTimeout(() => asked.end('the sheet worker took too long', seconds), seconds * 1000);
    try {
      return await Promise.race([invoke(...handed), asked.ended]);
    } finally {
      clearTimeout(limit);
      waiting -= 1;
    }
  };

  return {
    call<K extends keyof SheetContract>(method: K, ...args: Parameters<SheetContract[K]>) {
      return ask(method, args) as Promise<Awaited<ReturnType<SheetContract[K]>>>;
    },
    stop() {
      hasUnseenEnd = false;
      if (life !== null) life.end('stopped');
    },
  };
}

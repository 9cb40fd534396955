import { exposeSheet } from '../../lib/rpc/client/comlink';
import type { SheetContract } from '../../lib/rpc/contract/sheet-contract';

/**
 * A worker that is no thread: the same messages over a MessageChannel, so that Comlink and
 * transfers are the real ones.
 */
export class ChannelWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  readonly #end: AbortController = new AbortController();
  terminated = 0;

  constructor(sheet: Partial<SheetContract>) {
    super();
    const { port1, port2 } = this.#channel;
    exposeSheet(sheet as SheetContract, port2);
    port1.addEventListener('message', (event) => {
      if (!this.#end.signal.aborted)
        this.dispatchEvent(new MessageEvent('message', { data: event.data as unknown }));
    });
    port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated += 1;
    this.#end.abort();
    this.#channel.port1.close();
  }

  /** As when the script throws, or the browser takes its memory away. */
  die(): void {
    this.dispatchEvent(new Event('error'));
  }
}

import type { BackgroundClient } from '../../lib/rpc/client/background-client';
import type {
  BackgroundCommand,
  CommandHandlers,
  CommandKind,
} from '../../lib/rpc/contract/background-contract';

/**
 * A background that does what the test says, with what it was told in order. As with the real client, a command that is
 * given up rejects with the reason, and nothing is heard of it any more; one without a handler is never answered.
 */
export function fakeBackground(handlers: Partial<CommandHandlers>): {
  readonly background: BackgroundClient;
  readonly said: BackgroundCommand[];
  /** The kinds that were said, in order. */
  readonly kinds: () => readonly CommandKind[];
} {
  const said: BackgroundCommand[] = [];
  const background: BackgroundClient = {
    call(command, { signal = new AbortController().signal, onPart } = {}) {
      said.push(command);
      return new Promise((resolve, reject) => {
        const refuse = () => reject(signal.reason as Error);
        if (signal.aborted) return refuse();
        signal.addEventListener('abort', refuse);
        const handler = handlers[command.kind] as ((...args: unknown[]) => Promise<never>) | undefined;
        if (handler === undefined) return;
        const part = (told: never) => {
          if (!signal.aborted) onPart?.(told);
        };
        handler(command, { signal, part }).then(resolve, reject);
      });
    },
  };
  return { background, said, kinds: () => said.map(({ kind }) => kind) };
}

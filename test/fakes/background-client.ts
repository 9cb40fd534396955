import type { BackgroundClient } from '../../lib/rpc/client/background-client';
import type {
  BackgroundCommand,
  CommandHandlers,
  CommandKind,
} from '../../lib/rpc/contract/background-contract';

/**
 * A background with the test's handlers, and the commands that it got, in order. Like the real
 * client, an aborted command rejects with the reason and gets no part any more. A command without a
 * handler is never answered.
 */
export function fakeBackground(handlers: Partial<CommandHandlers>): {
  readonly background: BackgroundClient;
  readonly said: BackgroundCommand[];
  /** The kinds of the commands, in order. */
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
        const part = (reported: never) => {
          if (!signal.aborted) onPart?.(reported);
        };
        handler(command, { signal, part }).then(resolve, reject);
      });
    },
  };
  return { background, said, kinds: () => said.map(({ kind }) => kind) };
}

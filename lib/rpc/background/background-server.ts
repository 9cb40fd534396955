import type { Result } from '../../result';
import type {
  BackgroundCommand,
  CommandHandlers,
  CommandKind,
  CommandOf,
} from '../contract/background-contract';
import type { Port, PortReply } from '../contract/port';

export interface ServeDeps {
  readonly handlers: CommandHandlers;
  /** Reads a raw message as a command, or says that it is none (`command-schema.ts`). */
  readonly parse: (raw: unknown) => Result<BackgroundCommand, unknown>;
  /** Called with bugs. */
  readonly onFault: (error: unknown) => void;
  /** Called with 1 when a command begins and -1 when it ends. */
  readonly onBusy: (by: 1 | -1) => void;
}

/**
 * Carries out the commands of one port until it closes, and aborts then what is under way for it. A
 * run is not aborted: it belongs to the journal. The caller checks who may open a port. A call
 * whose command is none is answered by a fault, so that nobody waits for it; a message that is no
 * call is ignored.
 */
export function serveBackground(port: Port, deps: ServeDeps): void {
  const { handlers, parse, onFault, onBusy } = deps;
  const running = new Map<number, AbortController>();
  let open = true;
  const reply = (message: PortReply) => {
    if (open) port.postMessage(message);
  };

  const carryOut = async <K extends CommandKind>(id: number, command: CommandOf<K>, kind: K) => {
    const controller = new AbortController();
    running.set(id, controller);
    onBusy(1);
    try {
      const answer = await handlers[kind](command, {
        signal: controller.signal,
        part: (part) => reply({ kind: 'part', id, part }),
      });
      reply({ kind: 'answer', id, answer });
    } catch (error) {
      // An abort is not an error, and nobody listens to its answer.
      if (controller.signal.aborted) return;
      onFault(error);
      reply({ kind: 'fault', id });
    } finally {
      running.delete(id);
      onBusy(-1);
    }
  };

  port.onMessage.addListener((message) => {
    if (!isRequest(message)) return;
    if (message.kind === 'abort') {
      // It may have ended already: then there is nothing to abort.
      running.get(message.id)?.abort();
      return;
    }
    const command = parse(message.command);
    if (!command.ok) {
      reply({ kind: 'fault', id: message.id });
      return;
    }
    void carryOut(message.id, command.value, command.value.kind);
  });
  port.onDisconnect.addListener(() => {
    open = false;
    for (const controller of running.values()) controller.abort();
  });
}

/** Checks the envelope only. The command inside is checked by its schema. */
function isRequest(
  message: unknown,
): message is { kind: 'call'; id: number; command: unknown } | { kind: 'abort'; id: number } {
  if (typeof message !== 'object' || message === null || !('kind' in message) || !('id' in message))
    return false;
  if (typeof message.id !== 'number') return false;
  return message.kind === 'abort' || (message.kind === 'call' && 'command' in message);
}

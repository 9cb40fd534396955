import type {
  AnswerOf,
  BackgroundCommand,
  CommandKind,
  CommandOf,
  PartOf,
} from '../contract/background-contract';
import type { Port, PortReply, PortRequest } from '../contract/port';

/** The panel's side of the background contract. */
export interface BackgroundClient {
  /**
   * Sends a command and waits for its answer, whose type follows from the command's kind. The
   * browser may stop the background at any time: then the command is sent again to the next one
   * (every command may be sent twice). Rejects with the signal's reason when aborted, and with an
   * Error when the background has a bug or cannot be reached.
   */
  call<K extends CommandKind>(
    command: CommandOf<K>,
    options?: { readonly signal?: AbortSignal; readonly onPart?: (part: PartOf<K>) => void },
  ): Promise<AnswerOf<K>>;
}

/** Sends without any part or answer in between, before a call is given up. */
const MOST_TRIES = 5;

interface Pending {
  readonly command: BackgroundCommand;
  readonly onPart: (part: unknown) => void;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
  tries: number;
}

/**
 * Creates the client. `connect` opens a new port; it is called again after the background was
 * stopped.
 */
export function createBackgroundClient(connect: () => Port): BackgroundClient {
  const pending = new Map<number, Pending>();
  let port: Port | null = null;
  let lastId = 0;

  const post = (request: PortRequest) => {
    if (port === null) {
      const opened = connect();
      opened.onMessage.addListener((message) => receive(message as PortReply));
      opened.onDisconnect.addListener(() => {
        if (port === opened) port = null;
        for (const [id, call] of [...pending]) resend(id, call);
      });
      port = opened;
    }
    port.postMessage(request);
  };
  const resend = (id: number, call: Pending) => {
    call.tries += 1;
    if (call.tries > MOST_TRIES) {
      pending.delete(id);
      call.reject(new Error('the background does not answer'));
      return;
    }
    send(id, call);
  };
  const send = (id: number, call: Pending) => {
    try {
      post({ kind: 'call', id, command: call.command });
    } catch (cause) {
      // No port can be opened: the extension was updated or switched off under the panel.
      pending.delete(id);
      call.reject(new Error('the background cannot be reached', { cause }));
    }
  };
  const receive = (reply: PortReply) => {
    const call = pending.get(reply.id);
    if (call === undefined) return;
    if (reply.kind === 'part') {
      call.tries = 0;
      call.onPart(reply.part);
      return;
    }
    pending.delete(reply.id);
    if (reply.kind === 'answer') call.resolve(reply.answer);
    else call.reject(new Error(`the background failed at ${call.command.kind}`));
  };

  return {
    call<K extends CommandKind>(
      command: CommandOf<K>,
      options: { readonly signal?: AbortSignal; readonly onPart?: (part: PartOf<K>) => void } = {},
    ) {
      const { signal, onPart } = options;
      return new Promise<AnswerOf<K>>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        lastId += 1;
        const id = lastId;
        const call: Pending = {
          command,
          // The contract types what travels; both ends are ours and of one version.
          onPart: (part) => onPart?.(part as PartOf<K>),
          resolve: (answer) => resolve(answer as AnswerOf<K>),
          reject,
          tries: 0,
        };
        pending.set(id, call);
        signal?.addEventListener('abort', () => {
          if (!pending.delete(id)) return;
          reject(signal.reason as Error);
          if (port !== null) port.postMessage({ kind: 'abort', id } satisfies PortRequest);
        });
        send(id, call);
      });
    },
  };
}

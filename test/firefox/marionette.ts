import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A reference to an element of a page, as the protocol writes it. */
export type Element = Readonly<Record<typeof ELEMENT, string>>;

/** The names under which references come: https://w3c.github.io/webdriver/#elements */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
export const SHADOW_ROOT = 'shadow-6066-11e4-a52e-4f735466cecf';

/** An open connection to the remote control of a Firefox. */
export interface Marionette {
  /**
   * Sends a command and gives its value. Throws where Firefox refuses it, with WebDriver's code in
   * front, such as "no such element".
   */
  send<T>(command: string, parameters?: object): Promise<T>;
  close(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Connects to Marionette, Firefox's own remote control: WebDriver's commands over TCP, each message
 * as `length:[type, id, ...]`. geckodriver speaks the same. It is used by itself because it needs
 * no other program, it reaches frames in closed shadow roots, and its clicks are trusted ones.
 * Source: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map<number, Waiting>();
  hear(socket, (message) => {
    // The first message is a greeting, and an object.
    if (!Array.isArray(message)) return;
    const [, id, error, value] = message as [1, number, { error: string; message: string } | null, unknown];
    const command = waiting.get(id);
    waiting.delete(id);
    if (error === null) command?.resolve(unwrapped(value));
    else command?.reject(new Error(`${error.error}: ${error.message}`));
  });
  const end = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection.'));
    waiting.clear();
  };
  socket.on('close', end);
  // An error is followed by `close`, which says all that has to be known.
  socket.on('error', end);
  let sent = 0;
  return {
    send<T>(command: string, parameters: object = {}) {
      const id = ++sent;
      const text = JSON.stringify([0, id, command, parameters]);
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve: (value) => resolve(value as T), reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => socket.destroy(),
  };
}

/** Calls back with each whole message: its length in bytes, a colon, and JSON. */
function hear(socket: Socket, onMessage: (message: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const colon = rest.indexOf(':');
      if (colon === -1) return;
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (rest.length < end) return;
      onMessage(JSON.parse(rest.toString('utf8', colon + 1, end)));
      rest = rest.subarray(end);
    }
  });
}

/** Most commands put their value into an object of one field. */
function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

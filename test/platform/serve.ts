import { once } from 'node:events';
import { createServer } from 'node:https';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { selfSignedCertificate } from './certificate';
import { ConnectionReset } from './faults/connection-reset';
import type { StandInOptions } from './stand-in-options';
import { createStandIn, type StandIn } from './stand-in';

/** A stand-in that can be reached by HTTPS. */
export interface RunningStandIn {
  readonly port: number;
  /**
   * Such as https://127.0.0.1:8443; the platform's own names need `--host-resolver-rules` or the
   * like.
   */
  readonly url: string;
  /** The present one; see `renew`. */
  readonly standIn: StandIn;
  /**
   * Puts a new stand-in in its place, behind the same port: nothing of the state, the sessions, the
   * switches or the log is left. A request that is under way is answered by the old one.
   */
  renew(options: StandInOptions): void;
  close(): Promise<void>;
}

/** Breaks the connection of a request, with or without the beginning of an answer. */
function breakConnection({ outgoing }: HttpBindings, resend: boolean): Response {
  const { socket } = outgoing;
  if (resend) socket?.destroy();
  // Half a head: a browser then knows that the request was received, and does not send it a second
  // time by itself.
  else socket?.write('HTTP/1.1 200 OK\r\nDate: ', () => socket.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** Answers a request of a client, which is its network address. */
type Answer = (request: Request, client: string) => Promise<Response>;

/**
 * Serves by HTTPS on a port of 127.0.0.1, 0 being any free one.
 * @throws Error with the system's code when the port is taken (EADDRINUSE).
 */
export async function listen(
  answer: Answer,
  wanted: number,
): Promise<Omit<RunningStandIn, 'standIn' | 'renew'>> {
  const server = createAdaptorServer({
    createServer,
    serverOptions: await selfSignedCertificate(),
    // The globals stay Node's own: tests run in this very process.
    overrideGlobalObjects: false,
    fetch: async (request, env) => {
      const bindings = env as HttpBindings;
      try {
        return await answer(request, bindings.incoming.socket.remoteAddress ?? 'unknown');
      } catch (error) {
        if (error instanceof ConnectionReset) return breakConnection(bindings, error.resend);
        throw error;
      }
    },
  });
  server.listen(wanted, '127.0.0.1');
  // Rejects when `error` comes first, which is how a taken port is reported.
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    url: `https://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      // Browsers keep connections open that would hold the server up for ever.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Starts a stand-in on a port of 127.0.0.1, 0 being any free one.
 * @throws Error with the system's code when the port is taken (EADDRINUSE).
 */
export async function startStandIn(
  options: StandInOptions & { readonly port?: number } = {},
): Promise<RunningStandIn> {
  let standIn = createStandIn(options);
  const server = await listen((request, client) => standIn.fetch(request, client), options.port ?? 0);
  return {
    ...server,
    get standIn() {
      return standIn;
    },
    renew(next) {
      standIn = createStandIn(next);
    },
  };
}

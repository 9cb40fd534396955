import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that somebody outside watches: all that arrives there, by TCP and by UDP. */
export interface Sink {
  readonly port: number;
  /** Arrivals in order, such as "request /c/fetch", "connection", "datagram of 20 bytes". */
  readonly arrivals: readonly string[];
  close(): Promise<void>;
}

/** Path of an ordinary page at a sink, which has no policy: every channel is open to it. */
export const ORDINARY_PAGE = '/page';

/** An icon of its own, so that the browser asks for none. */
const PAGE =
  '<!doctype html><title>sink</title><meta charset="utf-8"><link rel="icon" href="data:,"><body></body>';

/**
 * Starts a sink on one port of this machine, for TCP and UDP. Each channel has a sink of its own:
 * what arrives there came by this channel, also where it has no name (a connection, a datagram).
 * `hasPage`: its ordinary page is opened; neither the request for it nor connections count then.
 */
export async function startSink({ hasPage }: { readonly hasPage: boolean }): Promise<Sink> {
  const arrivals: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? ''; // a request has one
    if (!(hasPage && path === ORDINARY_PAGE)) arrivals.push(`request ${path}`);
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
    response.end(PAGE);
  });
  server.on('connection', (socket) => {
    if (!hasPage) arrivals.push('connection');
    socket.on('error', () => undefined); // the browser may go at any time
  });
  server.on('upgrade', (request, socket) => {
    arrivals.push(`upgrade ${request.url ?? ''}`); // a request has one
    socket.destroy();
  });
  const udp = createSocket('udp4');
  udp.on('message', (message) => arrivals.push(`datagram of ${message.length} bytes`));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => udp.bind(port, '127.0.0.1', done));
  return {
    port,
    arrivals,
    async close() {
      udp.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that somebody outside watches: all that arrives there, by TCP and by UDP. */
export interface Sink {
  readonly port: number;
  /** Names of the channels by which a request has come. */
  readonly heard: ReadonlySet<string>;
  /** Connections, requests and datagrams of any kind, named or not. */
  readonly arrivals: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

/**
 * Starts the sink on one port for TCP and UDP. A channel names itself by its path: `/c/fetch`.
 * `/page` is an ordinary page, from which every channel is open.
 */
export async function startSink(): Promise<Sink> {
  const heard = new Set<string>();
  const arrivals: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? ''; // a request has one
    const name = /^\/c\/([\w-]+)/.exec(path)?.[1]; // missing: it came by another way
    if (name !== undefined) heard.add(name);
    if (path !== '/page') arrivals.push(`request ${path}`);
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
    response.end('<!doctype html><title>sink</title><body></body>');
  });
  server.on('connection', (socket) => {
    arrivals.push('connection');
    // TURN over TCP is no HTTP: what comes first is shown by its length.
    socket.once('data', (bytes) => {
      if (!/^[A-Z]+ /.test(bytes.toString('latin1'))) heard.add('tcp').add(`bytes ${bytes.length}`);
    });
  });
  server.on('upgrade', (request, socket) => {
    heard.add(/^\/c\/([\w-]+)/.exec(request.url ?? '')?.[1] ?? 'upgrade'); // it names itself or not
    socket.destroy();
  });
  const udp = createSocket('udp4');
  udp.on('message', (message) => {
    arrivals.push(`datagram of ${message.length} bytes`);
    heard.add('udp');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => udp.bind(port, '127.0.0.1', done));
  return {
    port,
    heard,
    arrivals,
    forget() {
      heard.clear();
      arrivals.length = 0;
    },
    async close() {
      udp.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

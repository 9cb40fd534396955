import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';

/** The only way out of a browser that has it as its proxy. */
export interface HostGate {
  readonly port: number;
  /** Every host that the browser has asked for, with its port, such as `api.accredible.com:443`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const PLATFORM = /^(?:[a-z.]+\.)?(?:accredible\.com|credential\.net):443$/;

/**
 * Starts a proxy on 127.0.0.1 that leads the platform's hosts to the stand-in on `platformPort` and
 * refuses all others. Firefox has no `--host-resolver-rules`, and its connections pass here whoever
 * opens them: a page, the background, or the browser itself.
 */
export async function openHostGate(platformPort: number): Promise<HostGate> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(502).end();
  });
  server.on('connect', ({ url = '' }, socket, first) => {
    asked.push(url);
    if (!PLATFORM.test(url)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const platform = connect(platformPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      platform.write(first);
      platform.pipe(socket);
      socket.pipe(platform);
    });
    // One end that is closed or broken ends the other as well.
    platform.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('error', () => platform.destroy()).on('close', () => platform.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    asked,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

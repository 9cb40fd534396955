import { build, createServer, preview, type InlineConfig } from 'vite';

const CONFIG: InlineConfig = { configFile: `${import.meta.dirname}/vite.config.ts`, logLevel: 'warn' };

export interface GalleryServer {
  /** Address of its page, with the slash at the end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Builds the gallery's page and serves it on a free port: for tests, which load it once and want it
 * as it is shipped.
 */
export async function serveBuilt(): Promise<GalleryServer> {
  await build(CONFIG);
  const server = await preview({ ...CONFIG, preview: { port: 0, host: '127.0.0.1' } });
  return { address: addressOf(server.resolvedUrls?.local), close: () => server.close() };
}

/** Serves it from its sources: what is changed in a component or a style is seen at once. */
export async function serveSources(): Promise<GalleryServer> {
  const server = await createServer({ ...CONFIG, server: { port: 5174, host: '127.0.0.1' } });
  await server.listen();
  return { address: addressOf(server.resolvedUrls?.local), close: () => server.close() };
}

function addressOf(local: readonly string[] | undefined): string {
  const address = local?.[0]; // nothing: it listens nowhere
  if (address === undefined) throw new Error('the gallery has no address');
  return address;
}

import { serveBuilt } from './serve';

/**
 * Serves the gallery for all workers; they find it by the environment, which they inherit. Gives
 * what ends it.
 */
export default async function serveGallery(): Promise<() => Promise<void>> {
  const { address, close } = await serveBuilt();
  process.env['GALLERY_ADDRESS'] = address;
  return close;
}

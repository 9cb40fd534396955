import { createFileCopies } from '../../lib/journal/file-copies';
import { fakeDirectory } from './directory';

/** Second copies in a file system of their own, in memory. */
export function memoryCopies() {
  const directory = fakeDirectory();
  return { directory, copies: createFileCopies(() => Promise.resolve(directory)) };
}

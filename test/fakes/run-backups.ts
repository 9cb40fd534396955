import { createFileBackups } from '../../lib/journal/file-backups';
import { fakeDirectory } from './directory';

/** Backups in a file system of their own, in memory. */
export function memoryBackups() {
  const directory = fakeDirectory();
  return { directory, copies: createFileBackups(() => Promise.resolve(directory)) };
}

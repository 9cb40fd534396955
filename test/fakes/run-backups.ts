import type { Secrets } from '../../lib/secrets/secrets';
import { createFileBackups } from '../../lib/journal/file-backups';
import { fakeDirectory } from './directory';
import { openSecrets } from './secrets';

/** Backups in a file system of their own, in memory. */
export function memoryBackups(secrets: Secrets = openSecrets()) {
  const directory = fakeDirectory();
  return { directory, copies: createFileBackups(() => Promise.resolve(directory), secrets) };
}

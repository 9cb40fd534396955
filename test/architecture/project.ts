import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A file of the project: its path from the root, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The files below some folders whose names end in one way, in the order of their paths. */
export function filesIn(folders: readonly string[], ending: RegExp): readonly SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && ending.test(entry.name))
        .map((entry) => posix.normalize(`${entry.parentPath}/${entry.name}`.slice(ROOT.length + 1))),
    )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** The rooms of what is shipped (docs/architecture.md). */
export const ROOMS = ['entrypoints', 'components', 'workers', 'lib'] as const;

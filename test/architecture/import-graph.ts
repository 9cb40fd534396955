import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './project';

/**
 * One file naming another, or a package, by any kind of import: also `import type`, `import()` and
 * `export from`.
 */
export interface Edge {
  readonly from: string;
  /** A file of the project, or the specifier of a package as it is written. */
  readonly to: string;
}

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '.css', '.json', '/index.ts', '/index.tsx'];

/**
 * Every edge between the files, and from them to others. `known` are the paths that exist.
 * @throws Error for a relative import that leads nowhere.
 */
export function importGraph(files: readonly SourceFile[], known: ReadonlySet<string>): readonly Edge[] {
  return files.flatMap(({ path, text }) =>
    ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
      from: path,
      to: fileName.startsWith('.') ? resolved(path, fileName, known) : fileName,
    })),
  );
}

function resolved(from: string, specifier: string, known: ReadonlySet<string>): string {
  const base = posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
  const found = ENDINGS.map((ending) => base + ending).find((path) => known.has(path));
  if (found === undefined) throw new Error(`${from} imports ${specifier}, and there is no such file.`);
  return found;
}

/**
 * Circles of imports, each as the way round: `a -> b -> a`. Each file is in one circle at most,
 * which is enough to mend.
 */
export function importCycles(edges: readonly Edge[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) {
      cycles.push([...way.slice(at), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}

import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/** Scripts that a page of the build loads when it opens, as paths in the build's folder. */
export interface Loaded {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Reads a page of the build: its scripts, all that these import at once, and its style sheets. */
export function loadedBy(page: string, build: string): Loaded {
  const html = readFileSync(join(build, page), 'utf8');
  const attributes = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, path = '']) => inside(path));
  const scripts = new Set<string>();
  const follow = (script: string) => {
    if (scripts.has(script)) return;
    scripts.add(script);
    for (const specifier of importedAtOnce(readFileSync(join(build, script), 'utf8')))
      follow(
        specifier.startsWith('/')
          ? inside(specifier)
          : posix.normalize(posix.join(dirname(script), specifier)),
      );
  };
  attributes(/<script\b[^>]*\bsrc="([^"]+)"/g).forEach(follow);
  attributes(/<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g).forEach(follow);
  return {
    scripts: [...scripts],
    styles: attributes(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g),
  };
}

/** The modules that a script imports by statement; those of `import()` load later. */
export function importedAtOnce(script: string): readonly string[] {
  const { statements } = ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : [];
  });
}

function inside(path: string): string {
  return path.replace(/^\//, '');
}

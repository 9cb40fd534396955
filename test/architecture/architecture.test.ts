import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importCycles, importGraph } from './import-graph';
import { wrongWays } from './one-way';
import { wrongOwners } from './owners';
import { filesIn, ROOMS, ROOT, type SourceFile } from './project';

const sources = filesIn(ROOMS, /\.tsx?$/);
const known = new Set(filesIn([...ROOMS, 'public'], /./).map(({ path }) => path));
const edges = importGraph(sources, known);

describe('imports', () => {
  it('were found', () => {
    expect(edges.length).toBeGreaterThan(100);
  });
  it('go one way: entrypoints -> components, workers, lib, and from right to left in lib', () => {
    expect(wrongWays(edges)).toEqual([]);
  });
  // Types count as well: files that need each other's types are one idea in two places.
  it('make no circle', () => {
    expect(importCycles(edges)).toEqual([]);
  });
  it('of a package are made by its owner alone', () => {
    expect(wrongOwners(edges)).toEqual([]);
  });
});

describe('the browser', () => {
  it('is spoken to in entrypoints only', () => {
    const wrong = sources
      .filter((file) => !file.path.startsWith('entrypoints/') && speaksToBrowser(file))
      .map(({ path }) => `${path} uses browser.* or chrome.*: only entrypoints may.`);
    expect(wrong).toEqual([]);
  });
  it.each(['lib', 'workers'])(
    '%s is compiled without a page and without types of the surroundings',
    (room) => {
      const { options, fileNames } = compilation(`${room}/tsconfig.json`);
      // The third only says that the entries of a directory are iterated asynchronously.
      expect(options.lib).toEqual([
        'lib.es2023.d.ts',
        'lib.webworker.d.ts',
        'lib.webworker.asynciterable.d.ts',
      ]);
      expect(options.types).toEqual([]);
      const compiled = new Set(fileNames.map((name) => name.slice(ROOT.length + 1)));
      const missing = sources
        .filter(({ path }) => path.startsWith(`${room}/`) && !compiled.has(path))
        .map(({ path }) => `${path} is not compiled by ${room}/tsconfig.json.`);
      expect(missing).toEqual([]);
    },
  );
  it('and its compilers are as strict as docs/architecture.md asks', () => {
    expect(compilation('tsconfig.json').options).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      erasableSyntaxOnly: true,
    });
  });
});

/** Whether a file reaches into the objects that extensions have. */
function speaksToBrowser({ path, text }: SourceFile): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      ['browser', 'chrome'].includes(node.expression.text)) ||
    (ts.forEachChild(node, visit) ?? false); // undefined: no children
  return visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
}

function compilation(path: string): ts.ParsedCommandLine {
  const file = join(ROOT, path);
  const { config } = ts.readConfigFile(file, (name) => readFileSync(name, 'utf8')) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, join(file, '..'));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenCitations, citableOf } from './citations';
import { filesIn, ROOMS, ROOT, type SourceFile } from './project';

/** Folders whose files cite, or are cited. */
const FOLDERS = [...ROOMS, 'docs', 'public', 'test', '.ci', '.config', '.github', '.vscode'];
/** Files that are written by hand and have words in them. */
const WRITTEN = /\.(?:tsx?|mjs|js|css|html|md|py|sh|yml|json)$|^\.ci\/run$/;
/** Files that others have written, and those that cite what is not there on purpose. */
const NOT_OURS =
  /^test\/platform\/accredible-openapi\.json$|^test\/architecture\/(?:rules|papers)-bite\.test\.ts$/;
const top: readonly SourceFile[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
  .map(({ name }) => ({ path: name, text: readFileSync(join(ROOT, name), 'utf8') }));
const everything = [...top, ...filesIn(FOLDERS, /./)];
const citable = citableOf(
  everything.filter(({ path }) => path.endsWith('.md')),
  everything.map(({ path }) => path),
);

describe('the papers', () => {
  it('and files that are cited are there, with the sections that are named', () => {
    const citing = everything.filter(({ path }) => WRITTEN.test(path) && !NOT_OURS.test(path));
    expect(citing.flatMap((file) => brokenCitations(file, citable))).toEqual([]);
    // All comments of the project are read for it.
  }, 120_000);
  it('architecture.md names every room of lib, and every folder of test that is not the mirror of one', () => {
    const paper = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const folders = (folder: string) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rooms = folders('lib').flatMap(({ name }) => {
      const inner = folders(`lib/${name}`).map((entry) => `lib/${name}/${entry.name}`);
      return inner.length === 0 ? [`lib/${name}`] : inner;
    });
    const tests = folders('test').filter(({ name }) => !existsSync(join(ROOT, name)));
    expect(rooms.length + tests.length).toBeGreaterThan(40);
    expect(
      [...rooms, ...tests.map(({ name }) => name)].filter((name) => !paper.includes(`\`${name}\``)),
    ).toEqual([]);
  });
  it('README.md is at most 90 lines of at most 120 columns', () => {
    const lines = readFileSync(join(ROOT, 'README.md'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(90);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });
});

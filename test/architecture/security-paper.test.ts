import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './project';

/* docs/security.md: attack, test, result. A row without a test that exists is a promise. */

/**
 * A row of a table whose head has the columns "attack" or "what they try", a test, and a result.
 */
interface Row {
  readonly attack: string;
  readonly shownBy: string;
  readonly result: string;
}

/** Rows of all such tables, with "the same" replaced by what the row above says. */
function rowsOf(paper: string): readonly Row[] {
  const rows: Row[] = [];
  let head: readonly string[] | null = null;
  for (const line of paper.split('\n')) {
    if (!line.startsWith('|')) {
      head = null;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (head === null) head = cells;
    else if (!/^-+$/.test(cells[0] ?? '-')) {
      const cell = (...names: readonly string[]) =>
        cells[head?.findIndex((name) => names.includes(name)) ?? -1] ?? '';
      const said = cell('shown by', 'test');
      const shownBy = said === 'the same' ? (rows.at(-1)?.shownBy ?? '') : said;
      rows.push({ attack: cell('what they try', 'attack', 'honest case'), shownBy, result: cell('result') });
    }
  }
  return rows;
}

/**
 * What is wrong with a row; null: it names a test that is there, or says that it rests on others.
 */
function wrongWith({ attack, shownBy, result }: Row, isTest: (path: string) => boolean): string | null {
  if (attack === '' || result === '') return 'a cell is empty';
  const cited = [...shownBy.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
  if (cited.length === 0) return /^rests on/.test(result) ? null : 'no test, and it rests on nobody';
  const missing = cited.filter((path) => !path.startsWith('npm run ') && !isTest(path));
  return missing.length === 0 ? null : `no test: ${missing.join(', ')}`;
}

/** A file that has tests in it, a folder of them, or a program of `npm test`. */
function isTest(path: string): boolean {
  const whole = join(ROOT, path);
  if (!path.startsWith('test/') || !existsSync(whole)) return false;
  if (statSync(whole).isDirectory() || path.endsWith('.mjs')) return true;
  return /\b(?:test|it)(?:\.each)?[(<]/.test(readFileSync(whole, 'utf8'));
}

/** In two parts: the papers' own test would look for it. */
const GONE = ['test', 'e2e', 'gone.spec.ts'].join('/');

describe('docs/security.md', () => {
  const rows = rowsOf(readFileSync(join(ROOT, 'docs/security.md'), 'utf8'));

  it('names a test and a result for each attack', () => {
    expect(rows.length).toBeGreaterThan(35);
    const wrong = rows.flatMap((row) => wrongWith(row, isTest) ?? []);
    expect(wrong).toEqual([]);
  });

  it.each<[string, Row, string | null]>([
    ['a test that is there', { attack: 'a', shownBy: '`test/e2e/privacy.spec.ts`', result: 'holds' }, null],
    ['a command', { attack: 'a', shownBy: '`npm run compare`', result: 'holds' }, null],
    [
      'what rests on the browser',
      { attack: 'a', shownBy: 'not tested', result: 'rests on the browser' },
      null,
    ],
    ['a test that is not', { attack: 'a', shownBy: `\`${GONE}\``, result: 'holds' }, `no test: ${GONE}`],
    ['no test', { attack: 'a', shownBy: 'the manifest', result: 'holds' }, 'no test, and it rests on nobody'],
    [
      'a file without tests',
      { attack: 'a', shownBy: '`test/e2e/panel.ts`', result: 'holds' },
      'no test: test/e2e/panel.ts',
    ],
    ['no result', { attack: 'a', shownBy: '`test/e2e/privacy.spec.ts`', result: '' }, 'a cell is empty'],
  ])('tells of %s', (_, row, expected) => {
    expect(wrongWith(row, isTest)).toBe(expected);
  });
});

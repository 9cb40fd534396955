import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../run/root.mjs';
import { readWords } from './message-words';

/* docs/back-translation.md: the second pass over the messages that a wrong word makes dangerous. */

const paper = readFileSync(join(ROOT, 'docs/back-translation.md'), 'utf8');
const [table = ''] = paper.split('\n## ');
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const names = rows.map(([, name = '']) => name.replaceAll('`', ''));

test('each message of the table exists, stands there once, and was read back from four languages', () => {
  const english = readWords('en');
  expect(names.filter((name) => !Object.hasOwn(english, name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(rows.filter((row) => row.slice(2, 6).some((cell) => cell === '') || row.length !== 7)).toEqual([]);
});

test('the table has every alarm, and the titles that are confirmed by a click', () => {
  const wanted = Object.keys(readWords('en')).filter((name) => name.startsWith('alarm_'));
  expect(names).toEqual(
    expect.arrayContaining([...wanted, 'updateNow', 'undoRun', 'skipErrors', 'blankClear']),
  );
  expect(names.length).toBeGreaterThanOrEqual(60);
});

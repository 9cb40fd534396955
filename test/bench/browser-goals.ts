import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { goal, least, over, type Goal } from './goals';
import type { Measured } from './measure';

const WORKER = join(import.meta.dirname, '../../.output/chrome-mv3/sheet-worker.js');

/** Goals in Chromium, from the measurements there. */
export function browserGoals(measured: readonly Measured[], rows: number): readonly Goal[] {
  const times = (name: string, reader: string, count = rows) =>
    measured.find((one) => one.case === name && one.name === reader && one.rows === count)?.ms ?? null;
  const workbooks = ['xlsx-shared', 'xlsx-inline'].flatMap((name): Goal[] => [
    goal(
      `${name}: own worker against DecompressionStream alone`,
      over(times(name, 'own'), times(name, 'decompression-stream')),
      2.6,
    ),
    least(
      `${name}: SheetJS lean against own worker`,
      over(times(name, 'sheetjs-lean'), times(name, 'own')),
      9,
    ),
  ]);
  const previews = [1_000, 100_000].flatMap((count) =>
    ['csv', 'xlsx-shared'].map((name): Goal => ({
      ...goal(
        `first preview in the panel, ${name}, ${count.toLocaleString('en')} rows`,
        times(`preview-${name}`, 'own', count),
        150,
      ),
      unit: 'ms',
    })),
  );
  const script = gzipSync(readFileSync(WORKER)).byteLength / 1000;
  return [
    ...workbooks,
    ...previews,
    { ...goal('worker script without SheetJS, gzip', script, 40), unit: 'KB' },
  ];
}

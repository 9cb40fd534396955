import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { READERS, type ReaderName } from './readers';

/*
 * Process of its own for one reader and one file, so that nobody pays for another's memory:
 * measure-once.ts READER FILE RUNS prints { times, peakMB, rows } as JSON. The peak is that of the
 * first reading.
 */

const [, , name, path, runs] = process.argv;
if (name === undefined || path === undefined || !Object.hasOwn(READERS, name))
  throw new Error('no such reader');
const run = await READERS[name as ReaderName](new Uint8Array(readFileSync(path)));
const times: number[] = [];
let rows = 0;
let peakMB = 0;
for (let count = 0; count < Number(runs ?? 1); count += 1) {
  const start = performance.now();
  rows = await run();
  times.push(performance.now() - start);
  // Kilobytes on every current system.
  if (count === 0) peakMB = process.resourceUsage().maxRSS / 1000;
}
console.log(JSON.stringify({ times, peakMB, rows }));

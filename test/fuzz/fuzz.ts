import { parseArgs } from 'node:util';
import { runMutant } from './run-mutant';

/*
 * Reads many mutants of the sheets in fixtures/: npm run fuzz -- --runs N [--from FIRST]. Each must
 * end in a Table or a Problem within ten seconds. The number of one that does not is printed;
 * --runs 1 --from NUMBER repeats it.
 */

const MOST_MS = 10_000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, from: { type: 'string' } } });
  const first = Number(values.from ?? 0);
  const runs = Number(values.runs ?? 1000);
  const ends = new Map<string, number>();
  let bad = 0;
  let slowest = 0;
  for (let run = first; run < first + runs; run += 1) {
    try {
      const { end, ms, file } = await runMutant(run);
      ends.set(end, (ends.get(end) ?? 0) + 1);
      slowest = Math.max(slowest, ms);
      if (ms > MOST_MS) {
        bad += 1;
        console.log(`mutant ${run} of ${file} took ${Math.round(ms)} ms`);
      }
    } catch (error) {
      bad += 1;
      console.log(`mutant ${run} broke the reader:`, error);
    }
  }
  console.log(`${runs} mutants from ${first}, ${bad} bad, the slowest ${Math.round(slowest)} ms`);
  for (const [end, count] of [...ends].sort((one, other) => other[1] - one[1]))
    console.log(`${count} ${end}`);
  return bad === 0 ? 0 : 1;
}

process.exitCode = await main();

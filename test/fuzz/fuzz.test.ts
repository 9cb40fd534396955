import { expect, test } from 'vitest';
import { runMutant } from './run-mutant';

const RUNS = 300;

test(`${RUNS} mutants end in a Table or a Problem, each within ten seconds`, async () => {
  const slow: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { file, end, ms } = await runMutant(run);
    if (ms > 10_000) slow.push(`${run} of ${file}: ${end} after ${Math.round(ms)} ms`);
  }
  expect(slow).toEqual([]);
}, 120_000);

import { describe, expect, test } from 'vitest';
import { generateCase } from './generate-case';
import { simulate } from './simulate';

/*
 * Some thousand runs through the simulation. A seed that fails here is told step by step, and made
 * as short as it goes, by `npm run sim -- --seed N --runs 1`.
 */

const SEEDS = 2_000;
const IN_ONE = 200;

const blocks = Array.from(
  { length: SEEDS / IN_ONE },
  (_, at) => [1 + at * IN_ONE, (at + 1) * IN_ONE] as const,
);

describe('no rule of a run is broken', () => {
  test.each(blocks)('seeds %i to %i', async (from, to) => {
    for (let seed = from; seed <= to; seed += 1) {
      const { violations } = await simulate(generateCase(seed));
      expect(violations, `seed ${seed}`).toEqual([]);
    }
  });
});

/* Long searches have found them: each once broke a rule, and what broke it was mended. */
const ONCE_BAD = [
  206_024, 3_007_724, 3_010_747, 3_015_871, 3_018_427, 3_019_273, 3_027_880, 5_003_804, 5_005_888,
];

test.each(ONCE_BAD)('seed %i, which once broke one, breaks none', async (seed) => {
  expect((await simulate(generateCase(seed))).violations).toEqual([]);
});

test('a seed is one history', async () => {
  const told = async () => {
    const lines: string[] = [];
    await simulate(generateCase(7), (line) => lines.push(line));
    return lines;
  };
  const lines = await told();
  expect(lines.length).toBeGreaterThan(50);
  expect(await told()).toEqual(lines);
});

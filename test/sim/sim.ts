import { parseArgs } from 'node:util';
import { prove } from './prove';
import { report, search } from './search';

/*
 * `npm run sim -- --seed N --runs M`: simulates M runs, each from a seed of its own, and says which
 * rules did not hold. `--history`: tells the first of them step by step, whether it is good or not.
 * `--first`: ends at the first bad one, without its history. `--prove`: plants faults in a copy of
 * the code and sees how many seeds each of them takes to be found.
 */

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '1000' },
      history: { type: 'boolean', default: false },
      first: { type: 'boolean', default: false },
      prove: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const [seed, runs] = [values.seed, values.runs].map(Number);
  if (seed === undefined || runs === undefined || !Number.isInteger(seed) || !Number.isInteger(runs)) {
    console.error('--seed and --runs take whole numbers.');
    return 2;
  }
  if (values.prove) return prove({ seed, runs, only: values.only ?? '', say: console.log });
  if (values.history) return report(seed, console.log);
  const { bad } = await search({ seed, runs, onlyFirst: values.first, say: console.log });
  return bad === 0 ? 0 : 1;
}

process.exitCode = await main();

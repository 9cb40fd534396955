import type { Case } from './case';
import { generateCase } from './generate-case';
import { shrink } from './shrink';
import { simulate } from './simulate';

export interface SearchOptions {
  readonly seed: number;
  readonly runs: number;
  /** Whether to end at the first seed that breaks a rule, without its shortest history. */
  readonly onlyFirst: boolean;
  readonly say: (line: string) => void;
}

export interface Found {
  readonly bad: number;
  readonly seeds: number;
  readonly steps: number;
  /** CPU time. */
  readonly seconds: number;
}

/** Simulates the runs of many seeds. Tells each that broke a rule, with its shortest history. */
export async function search({ seed: from, runs, onlyFirst, say }: SearchOptions): Promise<Found> {
  const began = process.cpuUsage();
  const ends = new Map<string, number>();
  let steps = 0;
  let bad = 0;
  let seeds = 0;
  for (let seed = from; seed < from + runs && !(onlyFirst && bad > 0); seed += 1) {
    const outcome = await simulate(generateCase(seed));
    seeds += 1;
    steps += outcome.steps;
    ends.set(outcome.end, (ends.get(outcome.end) ?? 0) + 1);
    const [first] = outcome.violations;
    if (first === undefined) continue;
    bad += 1;
    say(`seed ${seed}: ${first.rule}: ${first.words}`);
    if (!onlyFirst) await tell(await shrink(generateCase(seed), first.rule), say);
  }
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  say(
    `${seeds} seeds, ${bad} bad, ${steps} steps in ${seconds.toFixed(1)} s of CPU ` +
      `(${Math.round((steps / seconds) * 60)} in a minute): ` +
      [...ends].map(([end, many]) => `${many} ${end}`).join(', '),
  );
  return { bad, seeds, steps, seconds };
}

/** Tells the history of one seed, as it is. Gives the exit code. */
export async function report(seed: number, say: (line: string) => void): Promise<number> {
  return (await tell(generateCase(seed), say)) ? 0 : 1;
}

/** Tells a case step by step, and answers whether all rules held. */
async function tell(scenario: Case, say: (line: string) => void): Promise<boolean> {
  const moved = Object.entries(scenario.switches).map(([name, value]) => `${name}=${value}`);
  say(`  ${scenario.changes.length} changes; switches ${moved.join(' ')}`);
  for (const { credential, fields, credits } of scenario.changes)
    say(`  ${credential}: ${fields.map(words).join(', ')}${credits > 0 ? ' (1 credit)' : ''}`);
  for (const trouble of scenario.troubles) say(`  trouble: ${JSON.stringify(trouble)}`);
  const { violations } = await simulate(scenario, (line) => say(`  ${line}`));
  for (const violation of violations) say(`  ${violation.rule}: ${violation.words}`);
  return violations.length === 0;
}

const words = ({ attribute, before, after }: Case['changes'][number]['fields'][number]) =>
  `${attribute} ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;

import { seededRandom, type Random } from '../platform/seeded-random';
import { PRESET_SWITCHES, SWITCHES, type SwitchName, type Switches } from '../platform/switches';
import type { Case, Trouble } from './case';
import { generatePlan } from './generate-plan';
import { generateTroubles } from './generate-troubles';

/** Positions of the switches that are numbers: those between which something may go wrong. */
const NUMBERS: Readonly<Partial<Record<SwitchName, readonly number[]>>> = {
  'search-lag': [0, 0, 500, 8_000, 25_000, 40_000],
  'public-lag': [0, 5_000],
  'page-size': [10, 50],
  'page-max': [20, 100],
};

/** Everything about a case but the order of simultaneous events follows from its seed, here. */
export function generateCase(seed: number): Case {
  const random = seededRandom(seed, 'case');
  const lot = random();
  // Batch reads begin at 100 changes. Small runs are the cheaper ones, and most troubles need few.
  const size = lot < 0.04 ? 100 + Math.floor(random() * 40) : 1 + Math.floor(random() * random() * 12);
  const { state, changes } = generatePlan(random, size);
  const calmFrom = Math.floor((0.5 + 9 * random() * random()) * 60_000);
  return {
    seed,
    state,
    changes,
    switches: generateSwitches(random),
    ticksInSleep: random() < 0.5,
    hasKey: random() < 0.3,
    ...withTrial(seededRandom(seed, 'trial'), changes.length, generateTroubles(random, changes)),
    calmFrom,
  };
}

/** A third of the runs have a trial. In half of those the admin goes on amid the troubles. */
function withTrial(
  random: Random,
  size: number,
  troubles: readonly Trouble[],
): Pick<Case, 'trial' | 'troubles'> {
  if (size < 2 || random() > 0.35) return { trial: null, troubles };
  const trial = 1 + Math.floor(random() * Math.min(3, size - 1));
  const step = Math.floor(random() * (200 + 60 * size));
  const commands = [
    { kind: 'command', step, command: 'go on' },
    // Pressed in a hurry, or late: it was meant for an earlier pause.
    { kind: 'command', step: Math.floor(random() * (200 + 60 * size)), command: 'resume' },
  ] as const;
  return { trial, troubles: random() < 0.5 ? [...troubles, ...commands] : troubles };
}

/** Most at their presets: what goes wrong in one position is then easier to see. */
function generateSwitches(random: Random): Switches {
  const share = random() < 0.4 ? 0 : random() * 0.5;
  const positions = Object.entries(SWITCHES).map(([name, { values, preset }]) => {
    const all: readonly (string | number)[] =
      values === 'number' ? (NUMBERS[name as SwitchName] ?? []) : values;
    const moved = random() < share || name.startsWith('search-') ? pick(all, random) : undefined;
    return [name, moved ?? preset];
  });
  return { ...PRESET_SWITCHES, ...(Object.fromEntries(positions) as Partial<Switches>) };
}

export function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all[Math.floor(random() * all.length)];
}

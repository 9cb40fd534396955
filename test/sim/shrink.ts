import { PRESET_SWITCHES, SWITCH_NAMES } from '../platform/switches';
import type { Case } from './case';
import { simulate } from './simulate';

/** More simulations than these are not worth a smaller history. */
const MOST_TRIES = 400;

/**
 * Finds a smaller case that breaks the same rule: fewer troubles, then fewer changes, then fewer
 * switches moved. Each thing is left out as long as the rule stays broken without it.
 */
export async function shrink(scenario: Case, rule: string): Promise<Case> {
  let tries = 0;
  let smallest = scenario;
  const keepIfBroken = async (smaller: Case): Promise<boolean> => {
    if (tries >= MOST_TRIES) return false;
    tries += 1;
    const { violations } = await simulate(smaller);
    if (!violations.some((violation) => violation.rule === rule)) return false;
    smallest = smaller;
    return true;
  };
  for (let before = ''; before !== sizeOf(smallest);) {
    before = sizeOf(smallest);
    await shorten(
      () => smallest.troubles,
      (troubles) => keepIfBroken({ ...smallest, troubles }),
    );
    await shorten(
      () => smallest.changes,
      // A run has at least one change.
      (changes) => (changes.length === 0 ? Promise.resolve(false) : keepIfBroken({ ...smallest, changes })),
    );
    for (const name of SWITCH_NAMES) {
      if (smallest.switches[name] === PRESET_SWITCHES[name]) continue;
      await keepIfBroken({ ...smallest, switches: { ...smallest.switches, [name]: PRESET_SWITCHES[name] } });
    }
  }
  return smallest;
}

const sizeOf = ({ troubles, changes, switches }: Case) =>
  [troubles.length, changes.length, JSON.stringify(switches)].join();

/** Leaves out halves, quarters, and so on to single items. */
async function shorten<T>(
  items: () => readonly T[],
  keepIfBroken: (fewer: readonly T[]) => Promise<boolean>,
): Promise<void> {
  for (let size = Math.ceil(items().length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < items().length;) {
      const fewer = items().filter((_, at) => at < from || at >= from + size);
      if (!(await keepIfBroken(fewer))) from += size;
    }
  }
}

/**
 * The CPU time in milliseconds of the cheapest of three tries of a piece of work; the first that
 * takes no more than `enough` is the last. CPU time, because other programs lengthen the time on
 * the clock; the cheapest, because collecting garbage and compiling only ever add to it. It is to
 * be compared with the cost of other work on the same machine, never with a number of milliseconds.
 *
 * It is the time of the whole process, so tests must not share one by threads (vitest.config.ts:
 * `pool`).
 */
export async function leastCost(work: () => unknown, enough = 0): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > enough; tries += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/**
 * How many times as much as an ordinary file of a megabyte a hostile one may cost. Those that are
 * read in one pass cost up to 6 times as much; a pass for each of their 100,000 parts would make
 * that hundreds.
 */
export const MOST_TIMES = 25;

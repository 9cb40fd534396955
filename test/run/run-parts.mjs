// @ts-check

/** @typedef {import('./parts.mjs').Part} Part */
/** @typedef {import('./parts.mjs').PartResult} PartResult */

/**
 * How many parts run side by side. Most are one thread of work, and nobody has fewer than two
 * cores.
 */
const AT_ONCE = 2;

/**
 * Runs parts two at a time, begun in their order but for those that wait for another one, and goes
 * on after a failing one. Says of each at its end its name, counts and seconds, then everything
 * that the failing ones said in the order of the parts, and last `N passed, N failed`. A part that
 * ran no test is a failure.
 *
 * @param {readonly Part[]} parts
 * @param {{ write: (text: string) => void, now: () => number }} world `now` in milliseconds
 * @returns {Promise<boolean>} whether nothing failed
 */
export async function runParts(parts, { write, now }) {
  /** @type {Map<string, PartResult>} */
  const results = new Map();
  const waiting = [...parts];
  /** @type {Map<Part, Promise<void>>} */
  const running = new Map();
  /** @param {Part} part */
  const run = async (part) => {
    const began = now();
    const result = await resultOf(part, results);
    const seconds = ((now() - began) / 1000).toFixed(1);
    write(`  ${part.name.padEnd(14)}${counts(result).padEnd(26)}${seconds.padStart(7)} s\n`);
    if (result.print === true && result.failed === 0) write(`\n${indented(result.output)}\n\n`);
    results.set(part.name, result);
    running.delete(part);
  };
  while (waiting.length + running.size > 0) {
    const next = nextOf(waiting, [...running.keys()]);
    if (next === undefined) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    running.set(next, run(next));
  }
  const all = parts.flatMap(({ name }) => results.get(name) ?? []);
  for (const [index, { failed, output }] of all.entries()) {
    if (failed > 0) write(`\n${`── ${parts[index]?.name} `.padEnd(72, '─')}\n\n${output.trim()}\n`);
  }
  const sum = { passed: total(all, 'passed'), failed: total(all, 'failed') };
  write(`\n${counts(sum)}\n`);
  return sum.failed === 0;
}

/**
 * The first of the waiting parts that may begin beside the running ones; undefined where one of
 * these must end before.
 *
 * @param {readonly Part[]} waiting
 * @param {readonly Part[]} running
 * @returns {Part | undefined}
 */
function nextOf(waiting, running) {
  if (running.length >= AT_ONCE || running.some(({ alone }) => alone)) return undefined;
  const unfinished = [...waiting, ...running];
  const next = waiting.find(
    ({ needs, alone }) =>
      !unfinished.some(({ name }) => name === needs) && (alone !== true || running.length === 0),
  );
  // Parts that wait for each other would wait for ever: each is refused by `resultOf`.
  return next ?? (running.length === 0 ? waiting[0] : undefined);
}

/**
 * @param {Part} part
 * @param {ReadonlyMap<string, PartResult>} before
 * @returns {Promise<PartResult>}
 */
async function resultOf({ needs, run }, before) {
  if (needs !== undefined && before.get(needs)?.failed !== 0) {
    return { passed: 0, failed: 1, output: `Not run: it needs "${needs}", which failed.` };
  }
  const result = await run();
  if (result.passed + result.failed > 0) return result;
  return { ...result, failed: 1, output: `It ran no test.\n${result.output}` };
}

/** @param {{ passed: number, failed: number }} result */
function counts({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {readonly PartResult[]} results
 * @param {'passed' | 'failed'} which
 */
function total(results, which) {
  return results.reduce((sum, result) => sum + result[which], 0);
}

/** @param {string} text */
function indented(text) {
  return text.trimEnd().replaceAll(/^(?=.)/gm, '    ');
}

// @ts-check

/** @typedef {import('./parts.mjs').Part} Part */
/** @typedef {import('./parts.mjs').PartResult} PartResult */

/**
 * Runs parts one after the other, going on after a failing one, and says of each its name, counts and seconds, then
 * everything that the failing ones said, and last `N passed, N failed`. A part that ran no test is a failure.
 *
 * @param {readonly Part[]} parts
 * @param {{ write: (text: string) => void, now: () => number }} world `now` in milliseconds
 * @returns {Promise<boolean>} whether nothing failed
 */
export async function runParts(parts, { write, now }) {
  /** @type {Map<string, PartResult>} */
  const results = new Map();
  for (const part of parts) {
    write(`  ${part.name.padEnd(14)}`);
    const began = now();
    const result = await resultOf(part, results);
    results.set(part.name, result);
    const seconds = ((now() - began) / 1000).toFixed(1);
    write(`${counts(result).padEnd(26)}${seconds.padStart(7)} s\n`);
    if (result.print === true && result.failed === 0) write(`\n${indented(result.output)}\n\n`);
  }
  for (const [name, { failed, output }] of results) {
    if (failed > 0) write(`\n${`── ${name} `.padEnd(72, '─')}\n\n${output.trim()}\n`);
  }
  const all = [...results.values()];
  const sum = { passed: total(all, 'passed'), failed: total(all, 'failed') };
  write(`\n${counts(sum)}\n`);
  return sum.failed === 0;
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

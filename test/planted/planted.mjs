// @ts-check
import { join } from 'node:path';
import { runProgram } from '../run/program.mjs';
import { OUTPUT } from '../run/root.mjs';
import { PLANTS } from './plants.mjs';

/**
 * Builds the extension once with each planted leak, beside the usual build, and gives it to the
 * test that has to hear it. A test that stays green has failed here: so it is known that these
 * tests find what they look for. One that turns red for another reason than the leak has failed as
 * well.
 *
 * @param {readonly string[]} [names] all plants by default
 * @returns {Promise<{ passed: number, failed: number, output: string, print: boolean }>}
 */
export async function hearPlanted(names = Object.keys(PLANTS)) {
  const lines = [];
  let failed = 0;
  for (const name of names) {
    const plant = PLANTS[name];
    if (plant === undefined) throw new Error(`No plant is called ${name}.`);
    const said = await testWith(name, plant);
    const isHeard = said.code !== 0 && plant.sign.test(said.output);
    if (!isHeard) failed += 1;
    lines.push(`${isHeard ? 'red, as it has to be' : 'NOT HEARD'}: ${plant.what} (${plant.spec}.spec.ts)`);
    if (!isHeard) lines.push(said.output);
  }
  return { passed: names.length - failed, failed, output: `${lines.join('\n')}\n`, print: true };
}

/**
 * Gives what its test says of the build with a plant, or the build itself where it fails.
 *
 * @param {string} name
 * @param {import('./plants.mjs').Plant} plant
 */
async function testWith(name, { spec, test }) {
  const build = ['build', '--config', 'test/planted/wxt.config.ts'];
  const built = await runProgram('wxt', build, { PLANT: name });
  if (built.code !== 0) return built;
  const args = ['test', '--config=test/e2e/playwright.config.ts', '--retries=0', '--reporter=line'];
  const env = { EXTENSION_BUILD: join(OUTPUT, 'planted/chrome-mv3') };
  return runProgram('playwright', [...args, spec, `--grep=${test}`], env);
}

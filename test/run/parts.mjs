// @ts-check
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hearPlanted } from '../planted/planted.mjs';
import { runCommand } from './command.mjs';
import { readCounts, retriedText } from './counts.mjs';
import { runProgram } from './program.mjs';
import { OUTPUT, ROOT } from './root.mjs';

/**
 * The outcome of a part: how many checks passed and failed, and what is to be read about it.
 * @typedef {{ passed: number, failed: number, output: string, print?: boolean }} PartResult
 *
 * `needs`: the name of a part without whose success this one means nothing. `alone`: it uses all
 * cores by itself, and what runs beside it makes its tests miss their time limits.
 * @typedef {{ name: string, needs?: string, alone?: boolean, run: () => Promise<PartResult> }} Part
 */

/** Name of the part that needs Firefox. */
export const FIREFOX_PART = 'firefox';

/**
 * Steps that are one check together: the first that fails ends it.
 *
 * @param {readonly (readonly [Parameters<typeof runProgram>[0], ...string[]])[]} steps
 * @returns {Promise<PartResult>}
 */
async function oneCheck(steps) {
  let said = '';
  for (const [program, ...args] of steps) {
    const { code, output } = await runProgram(program, args);
    if (code !== 0) return { passed: 0, failed: 1, output };
    said = output;
  }
  return { passed: 1, failed: 0, output: said };
}

/**
 * A test runner, whose own count (a JSON file) is the part's.
 *
 * @param {string} name
 * @param {(file: string) => ReturnType<typeof runProgram>} start
 * @returns {Promise<PartResult>}
 */
async function manyChecks(name, start) {
  const folder = join(OUTPUT, 'test');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  // A count of the last time is not one of this time.
  rmSync(file, { force: true });
  const { code, output } = await start(file);
  const { passed, failed, retried } = readCounts(file, code);
  // A reader of the output is to see which ones, and at what they failed at first.
  return { passed, failed, output: retriedText(retried) + output, print: retried.length > 0 };
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
function vitest(name, args) {
  return manyChecks(name, (file) =>
    runProgram('vitest', [
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ]),
  );
}

/** @type {Part} */
const types = {
  name: 'types',
  // workers and lib compile once again, without a DOM (docs/architecture.md): workers/tsconfig.json
  // has both.
  run: () =>
    oneCheck([
      ['tsc', '-p', 'workers/tsconfig.json'],
      ['tsc', '-p', 'tsconfig.json'],
    ]),
};

/** @type {Part} */
const lint = {
  name: 'lint',
  run: () =>
    oneCheck([
      ['oxlint', '--config=.config/oxlint.jsonc', '.'],
      ['eslint', '--config=.config/eslint.config.js', 'components', 'entrypoints', 'lib/session'],
    ]),
};

/** @type {Part} */
const format = {
  name: 'format',
  run: () =>
    oneCheck([
      [
        'prettier',
        '--check',
        '--cache',
        '--cache-strategy=content',
        `--cache-location=${OUTPUT}/prettier`,
        '.',
      ],
    ]),
};

/** @type {Part} */
const architecture = {
  name: 'architecture',
  run: () => vitest('architecture', ['test/architecture']),
};

/** @type {Part} */
const unit = { name: 'unit', run: () => vitest('unit', ['--exclude=test/architecture/**']) };

/** @type {Part} */
const build = { name: 'build', run: () => oneCheck([['wxt', 'build']]) };

/** @type {Part} */
const size = {
  name: 'size',
  needs: 'build',
  run: async () => ({ ...(await oneCheck([['tsx', 'test/size/check.ts']])), print: true }),
};

/**
 * The tests in Chromium, of which `npm test` leaves out those tagged "@long".
 *
 * @param {string} name
 * @param {readonly string[]} which
 * @returns {Part}
 */
function inChromium(name, which) {
  return {
    name,
    needs: 'build',
    alone: true,
    run: () =>
      manyChecks('e2e', (file) =>
        runProgram(
          'playwright',
          ['test', '--config=test/e2e/playwright.config.ts', '--reporter=dot,json', ...which],
          { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        ),
      ),
  };
}

/**
 * The tests in Firefox, with a build of their own. A part of what `npm test` runs where there is a
 * Firefox (test/run/test.mjs).
 *
 * @type {Part}
 */
const inFirefox = {
  name: FIREFOX_PART,
  alone: true,
  run: async () => {
    const built = await oneCheck([['wxt', 'build', '-b', 'firefox', '--mv3']]);
    if (built.failed > 0) return built;
    const args = ['test', '--config=test/firefox/playwright.config.ts', '--reporter=dot,json'];
    return manyChecks('firefox', (file) =>
      runProgram('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    );
  },
};

/**
 * The gallery's tests that `which` lets through.
 *
 * @param {string} name
 * @param {readonly string[]} which
 * @returns {Part}
 */
function inGallery(name, which) {
  const args = ['test', '--config=test/gallery/playwright.config.ts', '--reporter=dot,json', ...which];
  return {
    name,
    alone: true,
    run: () =>
      manyChecks('gallery', (file) => runProgram('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file })),
  };
}

/** Parts of `npm run check`: all that needs no browser. The longest part of one thread is first. */
export const QUICK_PARTS = [lint, types, format, architecture, build, size, unit];

/** Parts of `npm test`. */
export const ALL_PARTS = [
  ...QUICK_PARTS,
  inGallery('gallery', ['--grep-invert=@long']),
  inChromium('end to end', ['--grep-invert=@long']),
  inFirefox,
];

/**
 * The packages for the stores.
 *
 * @type {Part}
 */
const packages = {
  name: 'packages',
  alone: true,
  run: async () => {
    const { code, output } = await runCommand(process.execPath, [
      join(ROOT, 'test/release/check-packages.mjs'),
    ]);
    return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
  },
};

/** @type {Part} */
const planted = { name: 'planted leaks', alone: true, run: hearPlanted };

/** Parts of `npm run test:long`: what takes longer than anybody waits for. */
export const LONG_PARTS = [
  packages,
  build,
  inGallery('gallery, long', ['--grep=@long']),
  inChromium('long', ['--grep=@long']),
  planted,
];

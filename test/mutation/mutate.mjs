// @ts-check
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { MODULES } from './modules.mjs';

/*
 * `npm run mutate -- NAME...`: changes a module in every way that Stryker knows, one at a time, and
 * sees whether a test fails for it. It prints the changes that no test noticed and the score, and
 * fails where the score of a module is under MINIMUM. Without a name it lists the names; `all`
 * stands for every one. A report to click through is left in .output/mutation/NAME.html.
 */

/**
 * Percent of the mutants that tests must notice. Those that behave as the code does can never be
 * noticed.
 */
const MINIMUM = 85;

const asked = process.argv.slice(2);
const names = asked.includes('all') ? Object.keys(MODULES) : asked;
const modules = names.map((name) => ({ name, ...moduleOf(name) }));
if (modules.length === 0) console.log(`npm run mutate -- NAME...\n\n${Object.keys(MODULES).join('\n')}\nall`);

/** @type {string[]} */
const scores = [];
for (const { name, file, tests } of modules) {
  const began = Date.now();
  // Read by vitest.config.ts in the runner's own processes.
  process.env['MUTATION_TESTS'] = tests.join();
  const mutants = await new Stryker({
    mutate: [file],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    concurrency: availableParallelism(),
    // Generous, because a mutant that is slow on a busy machine would count as noticed.
    dryRunTimeoutMinutes: 30,
    timeoutMS: 60_000,
    ignorePatterns: ['.output', '.wxt'],
    tempDirName: '.output/mutation/sandbox',
    reporters: ['clear-text', 'html'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    htmlReporter: { fileName: `.output/mutation/${name}.html` },
  }).runMutationTest();
  const noticed = countOf(mutants, ['Killed', 'Timeout']);
  const unnoticed = countOf(mutants, ['Survived', 'NoCoverage']);
  const score = (100 * noticed) / (noticed + unnoticed);
  if (!(score >= MINIMUM)) process.exitCode = 1; // also where there is no mutant
  const seconds = Math.round((Date.now() - began) / 1000);
  scores.push(
    `${name.padEnd(16)}${score.toFixed(1).padStart(6)} % of ${mutants.length} mutants, ${seconds} s`,
  );
}
console.log(`\n${scores.join('\n')}`);

/**
 * @param {string} name
 * @returns {import('./modules.mjs').MutatedModule}
 */
function moduleOf(name) {
  const module = MODULES[name];
  if (module !== undefined) return module;
  console.error(`There is no module "${name}". There are: ${Object.keys(MODULES).join(', ')}.`);
  process.exit(2);
}

/**
 * @param {readonly { status: string }[]} mutants
 * @param {readonly string[]} statuses
 */
function countOf(mutants, statuses) {
  return mutants.filter(({ status }) => statuses.includes(status)).length;
}

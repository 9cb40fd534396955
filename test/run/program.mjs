// @ts-check
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { ROOT } from './root.mjs';

/**
 * Programs of packages are started by Node itself: the links in node_modules/.bin need a shell on
 * Windows.
 */
const PROGRAMS = {
  'addons-linter': 'addons-linter/bin/addons-linter',
  eslint: 'eslint/bin/eslint.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript-7/bin/tsc', // the native one: the other is for the programs that import it (ESLint)
  tsx: 'tsx/dist/cli.mjs',
  vitest: 'vitest/vitest.mjs',
  wxt: 'wxt/bin/wxt.mjs',
};

/**
 * @param {keyof typeof PROGRAMS} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runProgram(name, args, env = {}) {
  const program = join(ROOT, 'node_modules', PROGRAMS[name]);
  return runCommand(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
}

// @ts-check
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { runCommand } from '../run/command.mjs';
import { OUTPUT, ROOT } from '../run/root.mjs';
import { lintPackage } from './lint-package.mjs';

/*
 * Tries what goes to the stores (`npm run test:long`): two runs of `npm run zip` give the same
 * bytes, Mozilla's linter takes the package for Firefox, the licences are in it, and `npm run
 * compare` tells a copy from one in which a file was changed.
 */

const RELEASE = join(OUTPUT, 'release');
/** @type {string[]} */
const wrong = [];

/** @param {string} script @param {readonly string[]} [args] */
const run = (script, args = []) =>
  runCommand(process.execPath, [join(ROOT, 'test/release', script), ...args]);

/** The sums of one run of `npm run zip`. */
async function pack() {
  const { code, output } = await run('pack.mjs');
  if (code !== 0) throw new Error(output);
  return readFileSync(join(RELEASE, 'SHA256SUMS'), 'utf8');
}

const first = await pack();
const second = await pack();
if (first !== second) wrong.push(`Two runs give other bytes:\n${first}${second}`);

/** @param {'chrome' | 'firefox'} browser */
function packageOf(browser) {
  const name = first.match(new RegExp(`\\S+-${browser}\\.zip`))?.[0];
  if (name === undefined) throw new Error(`There is no package for ${browser}.`);
  return join(RELEASE, name);
}

wrong.push(...(await lintPackage(packageOf('firefox'))));

const files = unzipSync(readFileSync(packageOf('chrome')));
if (!strFromU8(files['licences.txt'] ?? new Uint8Array()).includes('MIT'))
  // missing: as if empty
  wrong.push('licences.txt is missing or empty in the package.');

const work = mkdtempSync(join(tmpdir(), 'update-credentials-copy-'));
try {
  const same = await run('compare.mjs', [packageOf('chrome')]);
  if (same.code !== 0) wrong.push(`The package is not what this commit builds:\n${same.output}`);
  const changed = { ...files, 'background.js': new TextEncoder().encode('fetch("https://elsewhere.test")') };
  const copy = join(work, 'changed.zip');
  writeFileSync(copy, zipSync(changed));
  const other = await run('compare.mjs', [copy]);
  if (other.code !== 1 || !other.output.includes('background.js is another one'))
    wrong.push(`A changed file was not noticed:\n${other.output}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

process.stdout.write(
  wrong.length === 0 ? `${second}The packages are as they should be.\n` : `${wrong.join('\n')}\n`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

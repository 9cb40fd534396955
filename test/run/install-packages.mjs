// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { ROOT } from './root.mjs';

/** The oldest Node that the tools run on (package.json, engines). */
const OLDEST_NODE = [20, 19];

/**
 * Makes sure of Node and of the packages: `npm ci` unless what is installed is what the lock file
 * says. Throws an Error with a sentence.
 *
 * @param {(sentence: string) => void} say
 */
export async function ensurePackages(say) {
  if (!isNewEnough(process.versions.node)) {
    throw new Error(
      `Node ${OLDEST_NODE.join('.')} or newer is needed, and this is ${process.versions.node}.`,
    );
  }
  const lock = read(join(ROOT, 'package-lock.json'));
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (existsSync(installed) && isInstalled(lock, read(installed))) return;
  say('Installing packages: npm ci');
  const { code, output } = await runCommand('npm', ['ci', '--no-fund', '--no-audit']);
  if (code !== 0) throw new Error(`npm ci failed.\n${output}`);
}

/**
 * @param {string} version such as 20.19.4
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether each package of the lock file is there in its version. Times of files are not asked: they
 * change with a checkout. Optional packages may be missing, they are for other systems.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 * @returns {boolean}
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found === undefined ? optional === true || devOptional === true : found.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Lock}
 */
function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

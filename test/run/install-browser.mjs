// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { lookForBrowser, lookForFirefox, NO_BROWSER, NO_FIREFOX } from './find-browser.mjs';
import { runCommand } from './command.mjs';

const APT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Makes sure of a browser and gives its program. On Debian as root a missing one is installed,
 * everywhere else one sentence says what to install (as an Error).
 *
 * @param {(sentence: string) => void} say
 * @returns {Promise<string>}
 */
export async function ensureBrowser(say) {
  const found = lookForBrowser();
  if (found !== null) return found;
  if (!isDebianAsRoot()) throw new Error(NO_BROWSER);
  const failure = await install('chromium', say);
  const installed = lookForBrowser();
  if (installed === null) throw new Error(`${failure ?? ''}${NO_BROWSER}`);
  return installed;
}

/**
 * The same for Firefox, which not everybody has: null where there is none and none can be
 * installed, and one sentence says so.
 *
 * @param {(sentence: string) => void} say
 * @returns {Promise<string | null>}
 */
export async function ensureFirefox(say) {
  const found = lookForFirefox();
  if (found !== null) return found;
  const failure = isDebianAsRoot() ? await install('firefox-esr', say) : null;
  const installed = lookForFirefox();
  if (installed === null) say(`${failure ?? ''}${NO_FIREFOX} Its tests are left out, and not counted.`);
  return installed;
}

/**
 * Installs a package of Debian. Gives what went wrong, with a line end, or null.
 *
 * @param {string} name
 * @param {(sentence: string) => void} say
 * @returns {Promise<string | null>}
 */
async function install(name, say) {
  say(`${name} was not found: installing it with apt-get.`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { code, output } = await runCommand('apt-get', args, { env: APT });
    if (code !== 0) return `apt-get ${args.join(' ')} failed.\n${output}\n`;
  }
  return null;
}

/**
 * Debian itself: Ubuntu's package of this name only points at a snap, which containers cannot run.
 */
function isDebianAsRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false; // no getuid: Windows
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

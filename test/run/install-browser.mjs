// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { lookForBrowser, NO_BROWSER } from './find-browser.mjs';
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
  say('No browser was found: installing chromium with apt-get.');
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  for (const args of [['update'], install]) {
    const { code, output } = await runCommand('apt-get', args, { env: APT });
    if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed.\n${output}\n${NO_BROWSER}`);
  }
  const installed = lookForBrowser();
  if (installed === null) throw new Error(NO_BROWSER);
  return installed;
}

/**
 * Debian itself: Ubuntu's package of this name only points at a snap, which containers cannot run.
 */
function isDebianAsRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false; // no getuid: Windows
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

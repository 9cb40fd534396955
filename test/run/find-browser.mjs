// @ts-check
import { existsSync } from 'node:fs';

/** Usual places of browsers that can load an unpacked extension, by preference. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/google/chrome-for-testing/chrome',
  '/usr/bin/microsoft-edge',
  '/usr/bin/microsoft-edge-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Usual places of Firefox. The ESR comes first: organisations have it. */
const PLACES_OF_FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * The browser to drive: CHROME_PATH, else the first of the usual places, else null. Chrome itself
 * is left out: its release builds no longer take `--load-extension`. Throws with a sentence when
 * CHROME_PATH names no file.
 *
 * @param {{ env?: NodeJS.ProcessEnv, exists?: (path: string) => boolean }} [world]
 * @returns {string | null}
 */
export function lookForBrowser({ env = process.env, exists = existsSync } = {}) {
  return look('CHROME_PATH', USUAL_PLACES, env, exists);
}

/**
 * The same for Firefox and FIREFOX_PATH.
 *
 * @param {{ env?: NodeJS.ProcessEnv, exists?: (path: string) => boolean }} [world]
 * @returns {string | null}
 */
export function lookForFirefox({ env = process.env, exists = existsSync } = {}) {
  return look('FIREFOX_PATH', PLACES_OF_FIREFOX, env, exists);
}

/**
 * @param {string} name
 * @param {readonly string[]} places
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} exists
 */
function look(name, places, env, exists) {
  const given = env[name];
  if (given === undefined || given === '') return places.find((place) => exists(place)) ?? null;
  if (!exists(given)) throw new Error(`${name} names ${given}, and there is no such file.`);
  return given;
}

/**
 * The same for those who cannot go on without one.
 *
 * @returns {string}
 */
export function findBrowser() {
  const found = lookForBrowser();
  if (found === null) throw new Error(NO_BROWSER);
  return found;
}

export const NO_BROWSER =
  'No browser was found. Install Chromium, Chrome for Testing or Edge, or set CHROME_PATH to its program.';

/**
 * As `findBrowser`.
 *
 * @returns {string}
 */
export function findFirefox() {
  const found = lookForFirefox();
  if (found === null) throw new Error(NO_FIREFOX);
  return found;
}

export const NO_FIREFOX =
  'No Firefox was found. Install it (142 or later), or set FIREFOX_PATH to its program.';

// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { lookForBrowser } from './find-browser.mjs';
import { lookForOffice } from './find-office.mjs';

/**
 * Something that not every computer has, and that the tests with this tag need. `isThere`: whether
 * this one has it. `without`: the sentence where it has not.
 *
 * @typedef {{ tag: string, isThere: () => boolean, without: string }} Need
 */

/** Where Debian's Chromium reads the policies of an organisation. */
export const POLICY_FOLDER = '/etc/chromium/policies/managed';

/** @type {readonly Need[]} */
export const NEEDS = [
  {
    tag: '@office',
    isThere: () => lookForOffice() !== null,
    without: 'No LibreOffice was found (Debian: libreoffice-calc, or set SOFFICE_PATH).',
  },
  {
    tag: '@policy',
    isThere: mayWritePolicies,
    without: `Chromium's policies (${POLICY_FOLDER}) can be written by root on Linux only.`,
  },
];

/**
 * A pattern of the tags whose tests are left out on this computer; null: it has all that is needed.
 *
 * @param {readonly Need[]} [needs]
 * @returns {RegExp | null}
 */
export function leftOut(needs = NEEDS) {
  const tags = needs.filter(({ isThere }) => !isThere()).map(({ tag }) => tag);
  return tags.length === 0 ? null : new RegExp(`(?:${tags.join('|')})\\b`);
}

/**
 * Says in a sentence for each need what is left out on this computer.
 *
 * @param {(sentence: string) => void} say
 * @param {readonly Need[]} [needs]
 */
export function sayLeftOut(say, needs = NEEDS) {
  for (const { isThere, without } of needs) {
    if (!isThere()) say(`${without} Its tests are left out, and not counted.`);
  }
}

/** Chromium itself reads this folder; Chrome for Testing and Edge have others. */
function mayWritePolicies() {
  const browser = lookForBrowser();
  if (process.platform !== 'linux' || browser === null || !/\/chromium/.test(browser)) return false;
  let folder = POLICY_FOLDER;
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // somebody else's folder
  }
}

// @ts-check
import { runProgram } from '../run/program.mjs';

/**
 * A warning of Mozilla's linter, as far as it is looked at. Without `file` it is about the whole.
 * @typedef {{ code: string, message: string, file?: string, line?: number }} Finding
 */

/**
 * Warnings that are not ours: Preact can set `innerHTML`, and nothing of ours asks it to (see the
 * test).
 *
 * @param {Finding} finding
 */
function isOfPreact({ code, file = '' }) {
  return code === 'UNSAFE_VAR_ASSIGNMENT' && /^chunks\/(?:jsxRuntime|preact)[\w.-]*\.js$/.test(file);
}

/**
 * Runs the linter of addons.mozilla.org on a package or folder and gives a sentence for each error,
 * and for each warning that is ours; none: the store takes it.
 *
 * @param {string} path
 * @returns {Promise<readonly string[]>}
 */
export async function lintPackage(path) {
  const { output } = await runProgram('addons-linter', [path, '--output=json', '--boring']);
  return wrongIn(output);
}

/**
 * Reads the linter's JSON. What it says before or instead of that is itself a finding.
 *
 * @param {string} output
 * @returns {readonly string[]}
 */
export function wrongIn(output) {
  const begin = output.indexOf('{');
  if (begin < 0) return [`The linter gave no result: ${output.trim()}`];
  /** @type {{ errors: readonly Finding[], warnings: readonly Finding[] }} */
  const { errors, warnings } = JSON.parse(output.slice(begin));
  return [...errors, ...warnings.filter((finding) => !isOfPreact(finding))].map(
    ({ code, message, file, line }) =>
      `${code} ${file ?? 'as a whole'}${line === undefined ? '' : `:${line}`}: ${message}`, // about no file
  );
}

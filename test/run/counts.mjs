// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * `retried`: the names of the tests that passed at their second try.
 * @typedef {{ passed: number, failed: number, retried: readonly string[] }} Counts
 */

/**
 * More retried tests than this fail the run: then it is no longer the machine, but the product or
 * its tests.
 */
export const MOST_RETRIED = 2;

/**
 * How many tests a runner says to have passed and failed. A test that was left out counts for
 * neither. Where the runner failed though no test of its did (a file that does not load, a run that
 * broke off), that is one failure.
 *
 * @param {string} file the runner's JSON report
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function readCounts(file, exitCode) {
  const counts = existsSync(file)
    ? countsOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, retried: [] };
  return { ...counts, failed: counts.failed === 0 && exitCode !== 0 ? 1 : counts.failed };
}

/**
 * The counts in a report of vitest, or of Playwright. There a test gets a second try, because a
 * browser on a busy machine may miss a time limit through no fault of the product. One that needed
 * it has passed and is named; more than MOST_RETRIED of them are one failure.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countsOf(report) {
  if (!('stats' in report))
    return { passed: report.numPassedTests, failed: report.numFailedTests, retried: [] };
  const { expected, unexpected, flaky } = report.stats;
  const retried = report.suites.flatMap(retriedIn);
  const tooMany = retried.length > MOST_RETRIED ? 1 : 0;
  return { passed: expected + flaky, failed: unexpected + report.errors.length + tooMany, retried };
}

/**
 * The retried tests as lines to print above what the runner said; empty when there are none.
 *
 * @param {readonly string[]} retried
 * @returns {string}
 */
export function retriedText(retried) {
  if (retried.length === 0) return '';
  const verdict = retried.length > MOST_RETRIED ? `: more than ${MOST_RETRIED} fail the run` : '';
  return [`Passed only when tried again${verdict}:`, ...retried.map((name) => `- ${name}`), '', ''].join(
    '\n',
  );
}

/**
 * Playwright's suites lie in each other: a file, its groups, their tests ("specs").
 *
 * @param {any} suite
 * @returns {readonly string[]}
 */
function retriedIn({ suites = [], specs = [] }) {
  return [
    ...specs
      .filter((/** @type {any} */ { tests }) =>
        tests.some((/** @type {any} */ { status }) => status === 'flaky'),
      )
      .map((/** @type {any} */ { file, title }) => `${file}: ${title}`),
    ...suites.flatMap(retriedIn),
  ];
}

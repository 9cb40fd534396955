// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, repeated: number }} Counts */

/**
 * How many tests a runner says to have passed and failed. A test that was left out counts for neither. Where the runner
 * failed though no test of its did (a file that does not load, a run that broke off), that is one failure.
 *
 * @param {string} file the runner's JSON report
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function readCounts(file, exitCode) {
  const counts = existsSync(file)
    ? countsOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, repeated: 0 };
  return { ...counts, failed: counts.failed === 0 && exitCode !== 0 ? 1 : counts.failed };
}

/**
 * The counts in a report of vitest, or of Playwright. There a test gets a second try, because a browser on a busy machine
 * may miss a time limit through no fault of the product; one that needed it has passed and is counted as repeated too.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countsOf(report) {
  if ('stats' in report) {
    const { expected, unexpected, flaky } = report.stats;
    return { passed: expected + flaky, failed: unexpected + report.errors.length, repeated: flaky };
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests, repeated: 0 };
}

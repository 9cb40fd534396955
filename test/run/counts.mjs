// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests a runner says to have passed and failed. A test that was left out counts for neither. Where the runner
 * failed though no test of its did (a file that does not load, a run that broke off), that is one failure.
 *
 * @param {string} file the runner's JSON report
 * @param {number} exitCode of the runner
 * @returns {{ passed: number, failed: number }}
 */
export function readCounts(file, exitCode) {
  const { passed, failed } = existsSync(file)
    ? countsOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * The counts in a report of vitest, or of Playwright, where a test that passes only when it is repeated is a failure.
 *
 * @param {any} report
 * @returns {{ passed: number, failed: number }}
 */
export function countsOf(report) {
  if ('stats' in report) {
    const { expected, unexpected, flaky } = report.stats;
    return { passed: expected, failed: unexpected + flaky + report.errors.length };
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

// @ts-check

/**
 * A module whose tests are to be proved by mutation: the file that is mutated, and the tests that
 * may notice, as folders or files. Of these only the tests run that import the file, directly or
 * not, and for a mutant only those that reach it.
 * @typedef {{ file: string, tests: readonly string[] }} MutatedModule
 */

/**
 * The modules that decide what is written: what an error in them costs is a wrong credential.
 *
 * @type {Readonly<Record<string, MutatedModule>>}
 */
export const MODULES = {
  day: { file: 'lib/credential/day.ts', tests: ['test/lib/credential/day.test.ts'] },
  'same-value': { file: 'lib/credential/same-value.ts', tests: ['test/lib/credential/same-value.test.ts'] },
  'read-cell': { file: 'lib/assign/read/read-cell.ts', tests: ['test/lib/assign/read'] },
  match: { file: 'lib/review/group/credential-index.ts', tests: ['test/lib/review/group'] },
  'match-rows': { file: 'lib/review/match/match-rows.ts', tests: ['test/lib/review/match'] },
  diff: { file: 'lib/review/diff/diff.ts', tests: ['test/lib/review/diff'] },
  'compare-cell': { file: 'lib/review/diff/compare-cell.ts', tests: ['test/lib/review/diff'] },
  'make-plan': { file: 'lib/review/plan/make-plan.ts', tests: ['test/lib/review/plan'] },
  'write-requests': {
    file: 'lib/platform/write-requests.ts',
    tests: ['test/lib/platform/write-requests.test.ts', 'test/lib/platform/write-evidence.test.ts'],
  },
  transitions: {
    file: 'lib/journal/transitions.ts',
    tests: ['test/lib/journal/transitions.test.ts', 'test/lib/journal/ended-runs.test.ts'],
  },
  step: {
    file: 'lib/run/entry/step.ts',
    tests: ['step', 'step-doubt', 'step-evidence', 'step-unread'].map(
      (name) => `test/lib/run/entry/${name}.test.ts`,
    ),
  },
};

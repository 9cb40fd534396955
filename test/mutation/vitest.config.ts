import unit from '../vitest.config';

/**
 * The unit tests that mutate.mjs names (folders or files, in MUTATION_TESTS, separated by commas),
 * and no others.
 */
const named = (process.env['MUTATION_TESTS'] ?? '').split(',').filter((name) => name !== '');

// Not mergeConfig, which would add these tests to all the others.
export default {
  ...unit,
  test: {
    ...unit.test,
    include: named.map((name) => (name.includes('.test.') ? name : `${name}/**/*.test.{ts,tsx}`)),
    // A mutant in a constant of a module shows only where the module is loaded anew.
    isolate: true,
  },
};

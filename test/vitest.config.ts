import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    allowOnly: false,
    // Two cores are shared with compilers at times: slow is not wrong.
    testTimeout: 20_000,
  },
});

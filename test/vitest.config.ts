import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    allowOnly: false,
    // A process and the modules that it has loaded serve all its files: a fresh one for each
    // doubles the CPU time.
    isolate: false,
    // Not threads: CPU time and the time zone belong to the process (least-cost.ts,
    // sheetjs.test.ts).
    pool: 'forks',
    // By itself vitest leaves one core to the process that only hands out files.
    maxWorkers: '100%',
    // Files and tests come in another order each time, which is printed: `npm run unit --
    // --sequence.seed=N` repeats it.
    sequence: { shuffle: true },
    setupFiles: ['test/no-leaks.ts'],
    // Only ends what hangs. Slow is not wrong: the cores may be few, slow and shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

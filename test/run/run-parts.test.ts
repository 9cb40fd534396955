import { describe, expect, it } from 'vitest';
import { countsOf, retriedText } from './counts.mjs';
import { lookForBrowser, lookForFirefox } from './find-browser.mjs';
import { isInstalled, isNewEnough } from './install-packages.mjs';
import { runParts } from './run-parts.mjs';

interface Fake {
  readonly name: string;
  readonly needs?: string;
  readonly alone?: boolean;
  readonly counts: readonly [number, number];
}

async function said(parts: readonly Fake[]) {
  let text = '';
  const good = await runParts(
    parts.map(({ counts: [passed, failed], ...part }) => ({
      ...part,
      run: () => Promise.resolve({ passed, failed, output: `${part.name} says why` }),
    })),
    { write: (more: string) => (text += more), now: () => 0 },
  );
  return { good, lines: text.trimEnd().split('\n') };
}

describe('parts', () => {
  it.each<[string, readonly Fake[], boolean, string]>([
    [
      'all good',
      [
        { name: 'types', counts: [1, 0] },
        { name: 'unit', counts: [40, 0] },
      ],
      true,
      '41 passed, 0 failed',
    ],
    [
      'goes on after a failure',
      [
        { name: 'types', counts: [0, 1] },
        { name: 'unit', counts: [3, 2] },
      ],
      false,
      '3 passed, 3 failed',
    ],
    ['a part without a test failed', [{ name: 'unit', counts: [0, 0] }], false, '0 passed, 1 failed'],
    [
      'no end to end without a build',
      [
        { name: 'build', counts: [0, 1] },
        { name: 'e2e', needs: 'build', counts: [9, 0] },
      ],
      false,
      '0 passed, 2 failed',
    ],
    [
      'nor when it was left out',
      [{ name: 'e2e', needs: 'build', counts: [9, 0] }],
      false,
      '0 passed, 1 failed',
    ],
  ])('%s', async (_, parts, good, last) => {
    const ran = await said(parts);
    expect(ran.good).toBe(good);
    expect(ran.lines.at(-1)).toBe(last);
  });
  it.each<[string, readonly (Omit<Fake, 'counts'> & { readonly steps: number })[], readonly string[]]>([
    [
      'two at a time',
      [
        { name: 'lint', steps: 4 },
        { name: 'types', steps: 1 },
        { name: 'unit', steps: 1 },
      ],
      ['lint', 'lint types', 'lint unit'],
    ],
    [
      'not before what they need',
      [
        { name: 'build', steps: 2 },
        { name: 'size', needs: 'build', steps: 1 },
        { name: 'unit', steps: 1 },
      ],
      ['build', 'build unit', 'size'],
    ],
    [
      'alone where they say so',
      [
        { name: 'lint', steps: 2 },
        { name: 'e2e', alone: true, steps: 2 },
        { name: 'unit', steps: 1 },
      ],
      ['lint', 'lint unit', 'e2e'],
    ],
  ])('run %s', async (_, parts, expected) => {
    const running = new Set<string>();
    const begun: string[] = [];
    await runParts(
      parts.map(({ steps, ...part }) => ({
        ...part,
        run: async () => {
          running.add(part.name);
          begun.push([...running].join(' '));
          for (let step = 0; step < 20 * steps; step += 1) await Promise.resolve();
          running.delete(part.name);
          return { passed: 1, failed: 0, output: '' };
        },
      })),
      { write: () => undefined, now: () => 0 },
    );
    expect(begun).toEqual(expected);
  });

  it('print what failing parts said, and only that', async () => {
    const { lines } = await said([
      { name: 'types', counts: [1, 0] },
      { name: 'unit', counts: [3, 2] },
    ]);
    expect(lines).toContain('unit says why');
    expect(lines).not.toContain('types says why');
  });
});

/** A report of Playwright in which so many tests of two files passed at their second try. */
const reportWithRetried = (count: number) => {
  const specs = Array.from({ length: count }, (_, n) => ({
    title: `slow ${n}`,
    file: 'a.spec.ts',
    tests: [{ status: 'flaky' }],
  }));
  const good = { title: 'good', file: 'a.spec.ts', tests: [{ status: 'expected' }] };
  return {
    stats: { expected: 5, unexpected: 0, flaky: count },
    errors: [],
    // The first lies in the file itself, the others in a group of it.
    suites: [{ specs: [good, ...specs.slice(0, 1)], suites: [{ specs: specs.slice(1) }] }],
  };
};

describe('counts', () => {
  it.each<[string, object, object]>([
    [
      'vitest',
      { numPassedTests: 7, numFailedTests: 1, numPendingTests: 4 },
      { passed: 7, failed: 1, retried: [] },
    ],
    [
      'Playwright',
      { stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 2 }, errors: [], suites: [] },
      { passed: 5, failed: 1, retried: [] },
    ],
    [
      'Playwright, two passed at the second try',
      reportWithRetried(2),
      { passed: 7, failed: 0, retried: ['a.spec.ts: slow 0', 'a.spec.ts: slow 1'] },
    ],
    [
      'Playwright, three passed at the second try: the run fails',
      reportWithRetried(3),
      { passed: 8, failed: 1, retried: ['a.spec.ts: slow 0', 'a.spec.ts: slow 1', 'a.spec.ts: slow 2'] },
    ],
    [
      'Playwright, a file that does not load',
      { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}], suites: [] },
      { passed: 0, failed: 1, retried: [] },
    ],
  ])('of %s', (_, report, counts) => {
    expect(countsOf(report)).toEqual(counts);
  });
  it.each([
    ['none', 0, ''],
    ['one', 1, 'Passed only when tried again:\n- test 0\n\n'],
    ['three', 3, 'Passed only when tried again: more than 2 fail the run:\n- test 0\n- test 1\n- test 2\n\n'],
  ])('retried tests are listed: %s', (_, count, text) => {
    expect(retriedText(Array.from({ length: count }, (_none, n) => `test ${n}`))).toBe(text);
  });
});

describe('packages', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.2.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };
  it.each<[string, Record<string, { version?: string }>, boolean]>([
    ['all there', { 'node_modules/a': { version: '1.2.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['one of another system is not', { 'node_modules/a': { version: '1.2.0' } }, true],
    ['an older one', { 'node_modules/a': { version: '1.1.0' } }, false],
    ['one missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    [
      'one too many',
      { 'node_modules/a': { version: '1.2.0' }, 'node_modules/c': { version: '1.0.0' } },
      true,
    ],
  ])('%s', (_, packages, expected) => {
    expect(isInstalled(lock, { packages })).toBe(expected);
  });
  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['100.0.0', true],
  ])('Node %s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});

describe('the browser', () => {
  const there =
    (...paths: readonly string[]) =>
    (path: string) =>
      paths.includes(path);
  it.each<[string, NodeJS.ProcessEnv, readonly string[], string | null]>([
    ['the one that is named', { CHROME_PATH: '/x/chrome' }, ['/x/chrome', '/usr/bin/chromium'], '/x/chrome'],
    ['Chromium before Edge', {}, ['/usr/bin/microsoft-edge', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['an empty name names none', { CHROME_PATH: '' }, ['/usr/bin/chromium'], '/usr/bin/chromium'],
    ['none', {}, [], null],
  ])('%s', (_, env, paths, expected) => {
    expect(lookForBrowser({ env, exists: there(...paths) })).toBe(expected);
  });
  it.each<[string, NodeJS.ProcessEnv, readonly string[], string | null]>([
    [
      'Firefox that is named',
      { FIREFOX_PATH: '/x/firefox' },
      ['/x/firefox', '/usr/bin/firefox-esr'],
      '/x/firefox',
    ],
    ['the ESR', {}, ['/usr/bin/firefox', '/usr/bin/firefox-esr'], '/usr/bin/firefox-esr'],
    ['Chromium is no Firefox', { CHROME_PATH: '/x/chrome' }, ['/x/chrome'], null],
    ['a release, where there is no ESR', {}, ['/usr/bin/firefox'], '/usr/bin/firefox'],
    ['none', {}, [], null],
  ])('%s', (_, env, paths, expected) => {
    expect(lookForFirefox({ env, exists: there(...paths) })).toBe(expected);
  });
  it('that is named and not there is reported', () => {
    expect(() => lookForBrowser({ env: { CHROME_PATH: '/x' }, exists: there() })).toThrow(
      'CHROME_PATH names /x',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { newRun } from '../../../../lib/journal/journal';
import { browserFacts } from '../../../../lib/report/problem/browser-facts';
import { magnitudeOf } from '../../../../lib/report/problem/magnitude';
import { writeProblemReport, type ProblemReport } from '../../../../lib/report/problem/problem-report';
import { runFacts } from '../../../../lib/report/problem/run-facts';
import { parseCommand } from '../../../../lib/rpc/background/command-schema';
import { progressOf } from '../../../fakes/run';

const { run, counts } = progressOf('finished', { applied: 412, rejected: 3 });
const RUN = newRun(
  {
    ...run,
    confirmedWarnings: [
      { code: 'name-change', count: 33 },
      { code: 'Ada Lovelace', count: 2 },
    ],
  },
  counts,
);

const REPORT: ProblemReport = {
  format: 'update-credentials-problem',
  version: 1,
  extension: '0.3.1',
  browser: { name: 'Chrome', version: 156, system: 'Linux' },
  day: '2026-11-22' as ProblemReport['day'],
  background: { runningForMs: 10_000, faults: ['background.js:1:2 background.js:3:4'] },
  policy: { set: ['mostRows'], unreadable: [] },
  keys: { production: 'disk', eu: 'session', sandbox: 'nowhere' },
  keptDays: 10,
  journal: {
    problem: 'journal-unavailable',
    error: 'QuotaExceededError',
    readInMs: 10,
    runs: 1,
    unreadable: 0,
  },
  runs: [runFacts(RUN, 'QuotaExceededError', 7_200_000)],
  page: {
    page: 'panel',
    language: 'de',
    openForMs: 1_000,
    faults: ['panel-Bx3_a.js:1:2345'],
    panel: {
      step: 'review',
      parts: [{ part: 'connection', is: 'failed', problem: 'unreachable' }],
      format: 'xlsx',
      credentials: 100,
      rows: 1_000,
      columns: 10,
      rules: 1,
      inTheWay: ['errors-open'],
      findings: [{ code: 'name-change', rows: 10 }],
    },
  },
};

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, path: Path = []): Iterable<readonly [Path, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) yield* pathsIn(one, [...path, key]);
}

/** A copy with something else at a place. */
function withAt(path: Path, make: (old: unknown) => unknown): ProblemReport {
  const change = (value: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return make(value);
    const copy = structuredClone(value) as Record<string, unknown>;
    Object.assign(copy, { [key]: change(copy[key], rest) });
    return copy;
  };
  return change(REPORT, path) as ProblemReport;
}

describe('the list of a report is closed', () => {
  test('what is in the list is written as it is', () => {
    expect(JSON.parse(writeProblemReport(REPORT))).toEqual(REPORT);
  });

  const all = [...pathsIn(REPORT)];
  const named = (wanted: (value: unknown) => boolean) =>
    all.flatMap(([path, value]) => (wanted(value) ? [[path.join('.'), path] as const] : []));

  test.each(named((value) => typeof value === 'object' && value !== null && !Array.isArray(value)))(
    'no other field in "%s"',
    (_name, path) => {
      const more = withAt(path, (old) => ({ ...(old as object), note: 'x' }));
      expect(() => writeProblemReport(more)).toThrow();
    },
  );

  test.each(named((value) => typeof value === 'string'))('no other text in "%s"', (_name, path) => {
    for (const text of ['Ada Lovelace', 'ada@example.com', '91504407', 'x', '', 'a.js:1:2\nAda'])
      expect(() => writeProblemReport(withAt(path, () => text))).toThrow();
  });

  test.each(named((value) => typeof value === 'number').filter(([name]) => name !== 'browser.version'))(
    'no exact number in "%s"',
    (_name, path) => {
      for (const number of [412, 91_504_407, -1, 0.5])
        expect(() => writeProblemReport(withAt(path, () => number))).toThrow();
    },
  );

  test.each(named(Array.isArray))('no endless list in "%s"', (_name, path) => {
    const more = withAt(path, (old) =>
      Array.from({ length: 500 }, () => (old as unknown[])[0] ?? 'mostRows'),
    );
    expect(() => writeProblemReport(more)).toThrow();
  });

  test('nor does the page get another field or text to the background', () => {
    const { page } = REPORT;
    const command = (more: object) => ({ kind: 'report-problem', page: { ...page, ...more } });
    expect(parseCommand(command({})).ok).toBe(true);
    const { panel } = page;
    for (const more of [
      { note: 'x' },
      { language: 'Ada' },
      { openForMs: 1_234 },
      { faults: ['Error: Ada Lovelace'] },
      { panel: { ...panel, fileName: 'people.csv' } },
      { panel: { ...panel, inTheWay: ['Ada'] } },
      { panel: { ...panel, findings: [{ code: 'name-change', rows: 10, sample: 'Ada' }] } },
    ])
      expect(parseCommand(command(more)).ok).toBe(false);
  });
});

test('a word that this version does not know is "other", and its own text stays out', () => {
  const facts = runFacts(RUN, 'Ada Lovelace', 0);
  expect(facts.confirmed).toEqual([
    { code: 'name-change', rows: 10 },
    { code: 'other', rows: 1 },
  ]);
  expect(facts.fault).toBe('other');
  expect(facts.counts).toMatchObject({ applied: 100, rejected: 1, planned: 0 });
});

test.each([
  [0, 0],
  [1, 1],
  [9, 1],
  [10, 10],
  [99, 10],
  [412, 100],
  [100_000, 100_000],
  [48_000_000, 10_000_000],
  [0.9, 0],
  [-5, 0],
  [Number.NaN, 0],
  [Infinity, 10_000_000],
])('%s is of the magnitude %s', (amount, expected) => {
  expect(magnitudeOf(amount)).toBe(expected);
});

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
test.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36`, 'Chrome', 156, 'Linux'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`,
    'Edge',
    156,
    'Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0',
    'Firefox',
    153,
    'macOS',
  ],
  [
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36`,
    'Chrome',
    150,
    'ChromeOS',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36 OPR/120.0.0.0`,
    'Opera',
    120,
    'Windows',
  ],
  ['Mozilla/5.0 (Quillbrook Academy, Ada Lovelace)', 'other', null, 'other'],
  ['', 'other', null, 'other'],
  ['Chrome/Ada', 'other', null, 'other'],
  ['Chrome/0', 'other', null, 'other'],
  ['Chrome/123456789', 'other', null, 'other'],
])('the browser of %s', (userAgent, name, version, system) => {
  expect(browserFacts(userAgent)).toEqual({ name, version, system });
});

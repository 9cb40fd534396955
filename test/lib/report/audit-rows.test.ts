import { describe, expect, test } from 'vitest';
import { auditWords } from '../../../components/update/audit-words';
import { attributesOf } from '../../../lib/credential/attributes';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { Value } from '../../../lib/credential/value';
import type { Entry, EntryState } from '../../../lib/journal/entry';
import { auditRows } from '../../../lib/report/audit-rows';
import { csvOf } from '../../../lib/report/csv';
import { historyRun } from '../../../lib/report/history';
import { typedMoment, typedValue } from '../../../lib/report/typed-value';
import { valuePairs } from '../../../lib/report/value-pairs';
import { writtenText } from '../../../lib/sheet/cells/written-cell';
import { speakEnglish } from '../../fakes/messages';
import { speak } from '../../fakes/speak';
import { readWords } from '../../words/message-words';
import { changeTo, entryOf, progressOf, RUN } from '../../fakes/run';

/* docs/product.md 2.6, the audit record: facts, values before and after, each confirmed field. */

speakEnglish();

type Field = readonly [AttributeId, before: Value, after: Value];
const APPLIED: EntryState = { kind: 'applied' };
const entry = (at: number, fields: readonly Field[], state: EntryState = APPLIED): Entry =>
  entryOf({ ...changeTo(String(100 + at), fields), row: at + 2 }, state, at);
const GRADE = (before: Value, after: Value): Field => ['grade', before, after];

describe('values before and after', () => {
  test.each<[string, readonly Entry[], readonly (readonly [string, Value, Value, number])[]]>([
    ['nothing', [], []],
    [
      'the most frequent first',
      [
        entry(0, [GRADE('Pass', 'Fail')]),
        entry(1, [GRADE('Pass', 'Merit')]),
        entry(2, [GRADE('Pass', 'Merit')]),
      ],
      [
        ['grade', 'Pass', 'Merit', 2],
        ['grade', 'Pass', 'Fail', 1],
      ],
    ],
    [
      'none and a text that says so',
      [entry(0, [GRADE(null, 'A')]), entry(1, [GRADE('null', 'A')])],
      [
        ['grade', null, 'A', 1],
        ['grade', 'null', 'A', 1],
      ],
    ],
    [
      'a flag and a text of it',
      [entry(0, [['published', false, true]]), entry(1, [GRADE('false', 'true')])],
      [
        ['published', false, true, 1],
        ['grade', 'false', 'true', 1],
      ],
    ],
    [
      'values with signs',
      [entry(0, [GRADE('a","b', 'c')]), entry(1, [GRADE('a', 'b","c')])],
      [
        ['grade', 'a","b', 'c', 1],
        ['grade', 'a', 'b","c', 1],
      ],
    ],
    [
      'only what was written',
      [
        entry(0, [GRADE('A', 'B')], { kind: 'rejected', status: 422, words: 'no' }),
        entry(1, [GRADE('A', 'B'), ['recipient-name', 'Ada', 'Eva']], {
          kind: 'not-applied',
          fields: ['grade'],
        }),
      ],
      [['recipient-name', 'Ada', 'Eva', 1]],
    ],
  ])('%s', (_, entries, pairs) => {
    const found = valuePairs(entries).pairs;
    expect(found.map(({ attribute, before, after, count }) => [attribute, before, after, count])).toEqual(
      pairs,
    );
  });

  test('sums up more pairs than are listed', () => {
    const many = Array.from({ length: 1_300 }, (_, at) =>
      entry(at, [['recipient-name', `A${at}`, `B${at}`]]),
    );
    const { pairs, rest } = valuePairs([...many, entry(1_300, [GRADE('A', 'B')])]);
    expect(pairs).toHaveLength(1_001);
    expect([...rest]).toEqual([['recipient-name', 300]]);
  });
});

test.each<[string, Value, Parameters<typeof typedValue>[1], unknown]>([
  ['a day', '2027-01-31', 'day', { kind: 'day', day: '2027-01-31' }],
  ['a day that is none', '31 January', 'day', '31 January'],
  ['a timestamp in a custom date', '2027-01-31T10:00:00Z', 'day', '2027-01-31T10:00:00Z'],
  ['a grade of digits', '007', 'text', '007'],
  ['a grade that looks like a day', '2027-01-31', 'text', '2027-01-31'],
  ['a flag', true, 'flag', { kind: 'flag', value: true }],
  ['none', null, 'day', ''],
])('%s', (_, value, kind, cell) => {
  const typed = typedValue(value, kind);
  if (typeof cell === 'object') expect(typed).toMatchObject(cell as object);
  else expect(typed).toBe(cell);
});

test.each([
  [Date.parse('2026-11-22T09:05:07Z'), '2026-11-22 09:05:07', 32_707],
  [Date.parse('2026-11-22T00:00:00Z'), '2026-11-22 00:00:00', 0],
  [Date.parse('2026-11-22T23:59:59.999Z'), '2026-11-22 23:59:59', 86_399],
])('the moment %i', (at, text, seconds) => {
  expect(typedMoment(at)).toMatchObject({ kind: 'day', day: text.slice(0, 10), seconds, text });
});

function recordOf(entries: readonly Entry[] | null) {
  const progress = progressOf('finished', { applied: 1, rejected: 1 });
  const source = { kind: 'file', sha256: 'a'.repeat(64) } as const;
  const confirmedWarnings = [{ code: 'name-change', count: 12 }];
  const record = {
    ...progress.run,
    source,
    confirmedWarnings,
    rest: { errors: 3, leftOut: 0, unchanged: 1 },
  };
  const journalRun = { record, counts: progress.counts, partly: 0, creditsSpent: 0, isEndSeen: true };
  const run = historyRun({ ...journalRun, values: { kind: 'kept' } }, 30);
  if (run === null) throw new Error('it was begun');
  const checks = new Map([[RUN, { sights: 'o.', nextAt: null, askedAt: 1, isAsking: false }]]);
  return auditRows(entries, auditWords(run, attributesOf([]), checks));
}

const ENTRIES = [
  entry(0, [GRADE('=1+1', '-5'), ['expiry-date', null, '2027-01-31']]),
  entry(1, [GRADE('Pass', 'Merit')], { kind: 'rejected', status: 422, words: 'taken' }),
];

test('says who, when, from which file, what was confirmed, and each field', () => {
  const rows = recordOf(ENTRIES).map((row) => row.map(writtenText));
  const facts = new Map(rows.map(([name = '', fact = '']) => [name, fact]));
  expect(facts.get('File')).toBe('fixes.csv');
  expect(facts.get('SHA-256')).toBe('a'.repeat(64));
  expect(facts.get('Account')).toBe('Northfield (ID 9)');
  expect(facts.get('Started (UTC)')).toBe('1970-01-01 00:00:00');
  expect(facts.get('Rows skipped because of errors')).toBe('3');
  expect(facts.get('Warnings confirmed')).toContain('12');
  const values = rows.findIndex(([first]) => first === 'Values before and after');
  expect(rows.slice(values + 1, values + 5)).toEqual([
    ['Attribute', 'Before', 'After', 'Changes'],
    ['Grade', '=1+1', '-5', '1'],
    ['Expiry Date', '', '2027-01-31', '1'],
    [],
  ]);
  const changes = rows.slice(rows.findIndex(([first]) => first === 'Each confirmed change') + 2);
  expect(changes.map((row) => row.slice(0, 9))).toEqual([
    ['2', '100', '', '', 'Grade', '=1+1', '-5', 'yes', 'updated'],
    ['2', '100', '', '', 'Expiry Date', '', '2027-01-31', 'yes', 'updated'],
    ['3', '101', '', '', 'Grade', 'Pass', 'Merit', 'no', 'refused'],
  ]);
  expect(changes.map((row) => [row[10], row[11]])).toEqual([
    ['', 'Still the old value'],
    ['', 'Still the old value'],
    ['422', ''],
  ]);
});

test('no cell of its CSV begins a formula', () => {
  const text = new TextDecoder().decode(csvOf(recordOf(ENTRIES)));
  expect(text).toContain(`"'=1+1"`);
  expect(text).toContain(`"'-5"`);
});

test('has the facts alone where the values are deleted', () => {
  const rows = recordOf(null).map((row) => row.map(writtenText));
  expect(rows.at(-1)?.[0]).toContain('Its values are deleted');
  expect(JSON.stringify(rows)).not.toContain('Merit');
});

test.each(['ar', 'de', 'es', 'fr'])('is written in %s, yes and no of a CSV too', (language) => {
  speak(language);
  try {
    const words = readWords(language);
    const text = (name: string) => words[name]?.message ?? '';
    const rows = recordOf(ENTRIES).map((row) => row.map(writtenText));
    const names = rows.map(([first]) => first);
    expect(names).toEqual(
      expect.arrayContaining(['auditValues', 'auditChanges', 'auditStarted', 'historyFileName'].map(text)),
    );
    const from = names.indexOf(text('auditChanges')) + 2;
    expect(rows.slice(from).map((row) => [row[4], row[7]])).toEqual([
      [text('attribute_grade'), text('yes')],
      [text('attribute_expiry_date'), text('yes')],
      [text('attribute_grade'), text('no')],
    ]);
    // English are texts of the sheet and of the platform, and names without a language.
    const english = new Set(Object.values(readWords('en')).map(({ message }) => message));
    const own = new Set(Object.values(words).map(({ message }) => message));
    expect(rows.flat().filter((cell) => english.has(cell) && !own.has(cell))).toEqual([]);
  } finally {
    speakEnglish();
  }
});

import { describe, expect, test } from 'vitest';
import { missesOf, type Miss, type Promised } from '../../../../lib/review/plan/plan-promise';
import { countEarlierExpiries, countPromised, sumOf } from '../../../../lib/review/plan/promised-facts';
import { wholeNumberOf } from '../../../../lib/review/plan/whole-number';
import { changeOf } from '../../../fakes/background-world';

const FACTS = {
  changes: 450,
  creditsAtMost: 50,
  earlierExpiries: 2,
  fields: [
    { attribute: 'recipient-name', count: 412 },
    { attribute: 'expiry-date', count: 60 },
  ],
} as const;

const other = (of: Promised, promised: number, found: number) => ({
  kind: 'other-number',
  ...{ of, promised, found },
});

describe('what a plan misses', () => {
  test.each<[string, readonly (readonly [Promised, string])[], readonly object[]]>([
    ['nothing is promised', [], []],
    ['the very number', [['recipient-name', '412']], []],
    ['none of an attribute that is not there', [['recipient-email', '0']], []],
    ['at most as many credits as there may be', [['credits', '50']], []],
    ['more credits than there may be', [['credits', '51']], []],
    ['a field that was emptied again', [['recipient-name', ' ']], []],
    ['the number with a sign for thousands', [['credentials', ' 450 ']], []],
    ['one too few', [['recipient-name', '411']], [other('recipient-name', 411, 412)]],
    ['one too many', [['recipient-name', '413']], [other('recipient-name', 413, 412)]],
    ['fewer credits', [['credits', '49']], [other('credits', 49, 50)]],
    ['fewer credentials', [['credentials', '400']], [other('credentials', 400, 450)]],
    ['one of what is not there', [['grade', '1']], [other('grade', 1, 0)]],
    ['none of what is there', [['expiry-date', '0']], [other('expiry-date', 0, 60)]],
    ['a text', [['credits', 'ten']], [{ kind: 'unreadable', of: 'credits' }]],
    [
      'two of three',
      [
        ['credentials', '450'],
        ['credits', '0'],
        ['expiry-date', '6O'],
      ],
      [{ kind: 'unreadable', of: 'expiry-date' }, other('credits', 0, 50)],
    ],
  ])('%s', (_name, numbers, expected) => {
    expect(missesOf({ numbers: new Map(numbers), noEarlierExpiry: false }, FACTS)).toEqual(expected);
  });

  test('an expiry that moves earlier, where none was to', () => {
    const promise = { numbers: new Map(), noEarlierExpiry: true };
    expect(missesOf(promise, FACTS)).toEqual([{ kind: 'earlier-expiry', found: 2 }]);
    expect(missesOf(promise, { ...FACTS, earlierExpiries: 0 })).toEqual([]);
  });
});

test.each<[string, number | null]>([
  ['0', 0],
  ['412', 412],
  ['007', 7],
  [' 12 ', 12],
  ['1,000', 1000],
  ['1.000', 1000],
  ['1 000', 1000],
  ['1\u202f000', 1000],
  ['1’000', 1000],
  ['1,000,000', 1_000_000],
  ['٤١٢', 412],
  ['١٬٠٠٠', 1000],
  ['', null],
  ['1,00', null],
  ['1.5', null],
  ['1,000.5', null],
  ['1,000.000', null],
  ['-1', null],
  ['4e2', null],
  ['4l2', null],
  ['about 400', null],
  ['400 or 412', null],
  ['12345678', null],
])('%j as a whole number: %s', (text, expected) => {
  expect(wholeNumberOf(text)).toBe(expected);
});

test.each<[string, string | null, string | null, number]>([
  ['a day earlier', '2028-01-15', '2028-01-14', 1],
  ['a day later', '2028-01-15', '2028-01-16', 0],
  ['a day where there was none', null, '2099-01-01', 1],
  ['no day any more', '2028-01-15', null, 0],
])('an expiry: %s', (_name, before, after, expected) => {
  const changes = [
    changeOf(1, [['expiry-date', before, after]]),
    changeOf(2, [['issue-date', '2028-01-15', '2020-01-14']]),
  ];
  expect(countEarlierExpiries(changes)).toBe(expected);
});

describe('where the organisation wants a promise', () => {
  const ALL = [
    ['credentials', '450'],
    ['recipient-name', '412'],
    ['expiry-date', '60'],
  ] as const;
  const missing = (...of: readonly Promised[]) => of.map((one) => ({ kind: 'unpromised', of: one }));

  test.each<[string, readonly (readonly [Promised, string])[], readonly object[]]>([
    ['all that changes is named', ALL, []],
    ['and what does not change', [...ALL, ['grade', '0']], []],
    ['and credits', [...ALL, ['credits', '50']], []],
    ['nothing is', [], missing('credentials', 'recipient-name', 'expiry-date')],
    ['credentials alone', ALL.slice(0, 1), missing('recipient-name', 'expiry-date')],
    ['attributes alone', ALL.slice(1), missing('credentials')],
    ['an emptied field', [...ALL, ['expiry-date', '']], missing('expiry-date')],
    ['a text is told once', [...ALL, ['expiry-date', 'all']], [{ kind: 'unreadable', of: 'expiry-date' }]],
    ['another number', [...ALL, ['expiry-date', '61']], [other('expiry-date', 61, 60)]],
  ])('%s', (_name, numbers, expected) => {
    const typed = { numbers: new Map(numbers), noEarlierExpiry: false };
    expect(missesOf(typed, FACTS, true)).toEqual(expected satisfies readonly (Miss | object)[]);
  });
});

test('counts of parts add up to those of the whole', () => {
  const changes = [
    changeOf(1, [
      ['expiry-date', '2028-01-15', '2027-01-15'],
      ['grade', null, 'A'],
    ]),
    changeOf(2, [['expiry-date', '2028-01-15', '2029-01-15']]),
    changeOf(3, [['recipient-name', 'Ana', 'Anna']]),
  ];
  const parts = changes.map((change) => countPromised([change]));
  expect(parts.reduce(sumOf, countPromised([]))).toEqual(countPromised(changes));
  expect(countPromised(changes)).toMatchObject({ changes: 3, creditsAtMost: 1, earlierExpiries: 1 });
});

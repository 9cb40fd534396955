import { describe, expect, test } from 'vitest';
import {
  countEarlierExpiries,
  missesOf,
  wholeNumberOf,
  type Promised,
} from '../../../../lib/review/plan/plan-promise';
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

describe('what a plan misses', () => {
  test.each<[string, readonly (readonly [Promised, string])[], readonly object[]]>([
    ['nothing is promised', [], []],
    ['the very number', [['recipient-name', '412']], []],
    ['none of an attribute that is not there', [['recipient-email', '0']], []],
    ['at most as many credits as there may be', [['credits', '50']], []],
    ['more credits than there may be', [['credits', '51']], []],
    ['a field that was emptied again', [['recipient-name', ' ']], []],
    ['the number with a sign for thousands', [['credentials', ' 450 ']], []],
    ['one too few', [['recipient-name', '411']], [{ of: 'recipient-name', promised: 411, found: 412 }]],
    ['one too many', [['recipient-name', '413']], [{ of: 'recipient-name', promised: 413, found: 412 }]],
    ['fewer credits', [['credits', '49']], [{ of: 'credits', promised: 49, found: 50 }]],
    ['fewer credentials', [['credentials', '400']], [{ of: 'credentials', promised: 400, found: 450 }]],
    ['one of what is not there', [['grade', '1']], [{ of: 'grade', promised: 1, found: 0 }]],
    ['none of what is there', [['expiry-date', '0']], [{ of: 'expiry-date', promised: 0, found: 60 }]],
    ['a text', [['credits', 'ten']], [{ of: 'credits', promised: null, found: 50 }]],
    [
      'two of three',
      [
        ['credentials', '450'],
        ['credits', '0'],
        ['expiry-date', '6O'],
      ],
      [
        { of: 'credits', promised: 0, found: 50 },
        { of: 'expiry-date', promised: null, found: 60 },
      ],
    ],
  ])('%s', (_name, numbers, expected) => {
    expect(missesOf({ numbers: new Map(numbers), noEarlierExpiry: false }, FACTS)).toEqual(expected);
  });

  test('an expiry that moves earlier, where none was to', () => {
    const promise = { numbers: new Map(), noEarlierExpiry: true };
    expect(missesOf(promise, FACTS)).toEqual([{ of: 'earlier-expiry', promised: 0, found: 2 }]);
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

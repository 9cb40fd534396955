import { describe, expect, it, test } from 'vitest';
import { NO_POLICY, readPolicy } from '../../../../lib/rpc/background/read-policy';
import { filesIn } from '../../../architecture/project';

/* docs/policies.md: what cannot be read has its strictest meaning, and is named. */

/** [stored, what the policy has of its own] */
test.each<[string, object, object]>([
  ['nothing', {}, {}],
  ['one environment', { environments: ['eu'] }, { environments: ['eu'] }],
  ['no environment', { environments: [] }, { environments: [] }],
  ['a key that may be kept', { rememberKey: true }, {}],
  ['a key that may not', { rememberKey: false }, { mayRememberKey: false }],
  ['no history', { daysOfHistory: 0 }, { mostKeptDays: 0 }],
  ['a week', { daysOfHistory: 7 }, { mostKeptDays: 7 }],
  ['ten years, which are cut', { daysOfHistory: 3650 }, { mostKeptDays: 365 }],
  [
    'attributes',
    { neverChange: ['recipient-email', 'custom:Ward'] },
    { neverChange: ['recipient-email', 'custom:Ward'] },
  ],
  ['no attributes', { neverChange: [] }, {}],
  ['most rows', { mostRows: 0 }, { mostRows: 0 }],
  ['most credits', { mostCredits: 50 }, { mostCredits: 50 }],
  ['ids only', { lookUpByIdOnly: true }, { lookUpByIdOnly: true }],
  ['ids or not', { lookUpByIdOnly: false }, {}],
  ['no public records', { publicRecord: 'off' }, { mayReadPublicRecord: false }],
  ['public records', { publicRecord: 'on' }, {}],
  ['no first page', { firstPage: 'off' }, { mayOpenFirstPage: false }],
  ['a first page', { firstPage: 'on' }, {}],
  ['a promise', { promiseRequired: true }, { promiseRequired: true }],
  ['a promise or not', { promiseRequired: false }, {}],
])('%s', (_, stored, own) => {
  expect(readPolicy(stored)).toEqual({ ...NO_POLICY, ...own });
});

test.each<[string, object, object, string]>([
  ['an environment that is none', { environments: ['eu', 'us'] }, { environments: [] }, 'environments'],
  ['an environment by itself', { environments: 'eu' }, { environments: [] }, 'environments'],
  ['"false" as a text', { rememberKey: 'false' }, { mayRememberKey: false }, 'rememberKey'],
  ['days as a text', { daysOfHistory: '30' }, { mostKeptDays: 0 }, 'daysOfHistory'],
  ['days below zero', { daysOfHistory: -1 }, { mostKeptDays: 0 }, 'daysOfHistory'],
  ['half a day', { daysOfHistory: 0.5 }, { mostKeptDays: 0 }, 'daysOfHistory'],
  ['an attribute that is none', { neverChange: ['e-mail'] }, { neverChange: 'all' }, 'neverChange'],
  ['one attribute by itself', { neverChange: 'grade' }, { neverChange: 'all' }, 'neverChange'],
  ['a custom attribute without a name', { neverChange: ['custom:'] }, { neverChange: 'all' }, 'neverChange'],
  ['rows in words', { mostRows: 'ten' }, { mostRows: 0 }, 'mostRows'],
  ['no rows at all', { mostRows: null }, { mostRows: 0 }, 'mostRows'],
  ['credits without an end', { mostCredits: Number.POSITIVE_INFINITY }, { mostCredits: 0 }, 'mostCredits'],
  ['no public records as a flag', { publicRecord: false }, { mayReadPublicRecord: false }, 'publicRecord'],
  ['a first page as a flag', { firstPage: true }, { mayOpenFirstPage: false }, 'firstPage'],
  ['a second person as a text', { fourEyesRequired: 'yes' }, { fourEyesRequired: true }, 'fourEyesRequired'],
  ['a promise as a number', { promiseRequired: 1 }, { promiseRequired: true }, 'promiseRequired'],
  ['ids only as a number', { lookUpByIdOnly: 1 }, { lookUpByIdOnly: true }, 'lookUpByIdOnly'],
])('%s has the strictest meaning', (_, stored, own, name) => {
  expect(readPolicy(stored)).toEqual({ ...NO_POLICY, ...own, unreadable: [name] });
});

describe('a storage that cannot be read', () => {
  it.each([undefined, null, 'x', []])('allows nothing: %j', (raw) => {
    expect(readPolicy(raw)).toEqual({
      environments: [],
      mayRememberKey: false,
      mayOpenFirstPage: false,
      mostKeptDays: 0,
      neverChange: 'all',
      mostRows: 0,
      mostCredits: 0,
      lookUpByIdOnly: true,
      mayReadPublicRecord: false,
      fourEyesRequired: true,
      promiseRequired: true,
      unreadable: [
        'environments',
        'rememberKey',
        'daysOfHistory',
        'neverChange',
        'mostRows',
        'mostCredits',
        'lookUpByIdOnly',
        'publicRecord',
        'firstPage',
        'fourEyesRequired',
        'promiseRequired',
      ],
      unknown: [],
    });
  });
});

test('names that mean nothing are told, also those of objects', () => {
  const stored = JSON.parse('{"mostrows": 1, "__proto__": 2, "constructor": 3}') as object;
  expect(readPolicy(stored).unknown).toEqual(['mostrows', '__proto__', 'constructor']);
});

test('the schema for browsers and the paper have each setting', () => {
  const [schema] = filesIn(['public'], /^managed-schema\.json$/);
  const { properties } = JSON.parse(schema?.text ?? '{}') as { properties: object };
  const strict = readPolicy(undefined).unreadable;
  expect(Object.keys(properties)).toEqual(strict);
  const [paper] = filesIn(['docs'], /^policies\.md$/);
  expect(strict.filter((name) => !paper?.text.includes(`| \`${name}\``))).toEqual([]);
});

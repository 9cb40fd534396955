import { beforeEach, describe, expect, test } from 'vitest';
import { entryText, restText, resultWords, rowResult } from '../../../components/update/entry-text';
import { attributesOf } from '../../../lib/credential/attributes';
import type { EntryState } from '../../../lib/journal/entry';
import type { PlanRest } from '../../../lib/review/plan/plan';
import { NOTHING_THERE, changeTo, entryOf } from '../../fakes/run';
import { isWhole, speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

const ATTRIBUTES = attributesOf([{ name: 'Ward', kind: 'text' }]);
const change = changeTo('7', [
  ['recipient-name', 'Ada', 'Adah'],
  ['custom:Ward', null, 'North'],
]);
type States = { readonly [K in EntryState['kind']]: Extract<EntryState, { kind: K }> };

/** One of each state. */
const STATES: States = {
  planned: { kind: 'planned' },
  sent: { kind: 'sent', attempt: 1, before: NOTHING_THERE },
  'in-doubt': { kind: 'in-doubt', attempt: 1, before: NOTHING_THERE },
  applied: { kind: 'applied' },
  'not-applied': { kind: 'not-applied', fields: ['custom:Ward'] },
  rejected: { kind: 'rejected', status: 422, words: 'course_name can’t be blank' },
  conflict: {
    kind: 'conflict',
    fields: [
      { attribute: 'recipient-name', before: 'Ada', now: 'Eve', wanted: 'Adah' },
      { attribute: 'expiry-date', before: '2026-01-01', now: null, wanted: '2027-01-01' },
      { attribute: 'published', before: false, now: true, wanted: true },
    ],
  },
  cancelled: { kind: 'cancelled' },
  'not-known': { kind: 'not-known' },
};
const of = (kind: EntryState['kind']) => entryOf(change, STATES[kind]);

/** [state, sentence, status of the result file, whether it failed] */
const CASES: readonly [EntryState['kind'], string, string, boolean][] = [
  ['planned', 'Not sent.', 'waiting', true],
  [
    'sent',
    'No answer came. The extension keeps asking Accredible whether it was updated.',
    'being checked',
    true,
  ],
  [
    'in-doubt',
    'No answer came. The extension keeps asking Accredible whether it was updated.',
    'being checked',
    true,
  ],
  ['applied', 'Updated: Recipient Name, Ward', 'updated', false],
  [
    'not-applied',
    'Updated: Recipient Name. Accredible accepted the request but left Ward as it was.',
    'updated in part',
    true,
  ],
  ['rejected', 'Accredible refused it (422): “course_name can’t be blank”', 'refused', true],
  [
    'conflict',
    'Changed on Accredible since the review: Recipient Name is now “Eve”, Expiry Date is now “none”, Published is now “yes”. It was not overwritten.',
    'changed meanwhile',
    true,
  ],
  ['cancelled', 'Cancelled: not updated.', 'cancelled', true],
  [
    'not-known',
    'The record of it on this computer can no longer be read: whether it was sent is unknown. Drop the sheet again to see what is still different.',
    'unknown',
    true,
  ],
];

describe('the outcome of an entry', () => {
  test('has a case for each state', () => {
    expect(CASES.map(([kind]) => kind)).toEqual(Object.keys(STATES));
  });
  test.each(CASES)('%s: %s', (kind, sentence, status, failed) => {
    expect(entryText(of(kind), ATTRIBUTES)).toBe(sentence);
    expect(sentence).toSatisfy(isWhole);
    expect(rowResult(of(kind), ATTRIBUTES, 'production')).toEqual({
      credential: '7',
      failed,
      status,
      message: sentence,
      link: '',
      fields: of(kind).change.fields,
    });
  });
  test.each<[string, EntryState, string]>([
    [
      'a fault of the platform is no refusal',
      { kind: 'rejected', status: 503, words: 'Service Unavailable' },
      'Accredible failed on it (503): “Service Unavailable”. Try it again later.',
    ],
    [
      'nor is it when nothing was answered',
      { kind: 'rejected', status: 0, words: '' },
      'No answer came, and it was not changed on Accredible. Try it again later.',
    ],
    [
      'a conflict of which a part was written before',
      {
        kind: 'conflict',
        fields: [{ attribute: 'recipient-name', before: 'Ada', now: 'Eve', wanted: 'Adah' }],
        written: ['custom:Ward'],
      },
      'Changed on Accredible since the review: Recipient Name is now “Eve”. It was not overwritten. Written before that was noticed: Ward.',
    ],
  ])('%s', (_, state, sentence) => {
    expect(entryText(entryOf(change, state), ATTRIBUTES)).toBe(sentence);
    expect(sentence).toSatisfy(isWhole);
  });
  test.each([
    [422, 'refused'],
    [404, 'refused'],
    [503, 'failed'],
    [0, 'failed'],
  ])('a %i is "%s" in the column of the result file', (status, expected) => {
    const entry = entryOf(change, { kind: 'rejected', status, words: 'no' });
    expect(rowResult(entry, ATTRIBUTES, 'production').status).toBe(expected);
  });
  test('has the link of the credential where the platform reported what it is called', () => {
    const linked = entryOf({ ...change, reference: 'ab/c' });
    expect(rowResult(linked, ATTRIBUTES, 'production').link).toBe('https://www.credential.net/ab%2Fc');
  });
  test('an attribute that the account no longer has goes by its id', () => {
    expect(entryText(of('applied'), [])).toBe('Updated: Recipient Name, custom:Ward');
  });
});

test('the words of the result file', () => {
  const error = {
    code: 'no-match',
    severity: 'error',
    row: 7,
    attribute: null,
    facts: { text: 'K-9', suggestion: null },
  } as const;
  const two = [error, { ...error, code: 'bad-date', facts: { text: 'soon', suggestion: null } }] as const;
  const { headers, notSent, reasons } = resultWords('production', [
    { row: 7, errors: [error] },
    { row: 8, errors: two },
  ]);
  expect(headers).toHaveLength(4);
  const { unchanged, leftOut, errors } = reasons;
  expect([...errors]).toEqual([
    [7, 'No credential matches: No credential of this group has “K-9”. Check the key, or leave the row out.'],
    [
      8,
      'No credential matches: No credential of this group has “K-9”. Check the key, or leave the row out. Date not readable: soon is not a date that can be read. Correct the cell, or leave it out.',
    ],
  ]);
  for (const text of [...headers, notSent, unchanged, leftOut, ...errors.values()])
    expect(text).toSatisfy(isWhole);
});

test.each<[string, PlanRest | null, string | null]>([
  ['not recorded', null, null],
  ['none', { errors: 0, leftOut: 0, unchanged: 0 }, null],
  [
    'all kinds',
    { errors: 2, leftOut: 1, unchanged: 1600 },
    '2 rows with errors skipped · 1 left out · 1,600 unchanged',
  ],
  ['one error', { errors: 1, leftOut: 0, unchanged: 0 }, '1 row with errors skipped'],
  ['no error', { errors: 0, leftOut: 3, unchanged: 0 }, '3 left out'],
])('the rows that were no part of a run: %s', (_name, rest, expected) => {
  expect(restText(rest)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import type { EntryState } from '../../../../lib/journal/entry';
import type { PublicRecord } from '../../../../lib/platform/public-record';
import { publicSightOf, sightBefore, type PublicSight } from '../../../../lib/run/public-check/public-sight';
import { changeTo } from '../../../fakes/run';

/* docs/product.md 2.6: what everybody sees of a change, and what is not asked for at all. */

type Field = readonly [AttributeId, before: Value, after: Value];
type Shown = Partial<Record<AttributeId, Value>>;

const APPLIED: EntryState = { kind: 'applied' };
const record = (values: Shown, isRevoked = false): PublicRecord => ({
  values: new Map(Object.entries(values) as [AttributeId, Value][]),
  isRevoked,
});
const NAME: Field = ['recipient-name', 'Ada Byron', 'Ada Lovelace'];
const GRADE: Field = ['grade', 'Pass', 'Merit'];
const UNPUBLISH: Field = ['published', true, false];
const PUBLISH: Field = ['published', false, true];

test.each<[string, readonly Field[], PublicRecord | null, PublicSight]>([
  ['the new name', [NAME], record({ 'recipient-name': 'Ada Lovelace' }), 'seen'],
  ['the new name with spaces around', [NAME], record({ 'recipient-name': ' Ada Lovelace ' }), 'seen'],
  [
    'an accent that is composed otherwise',
    [['recipient-name', 'Jose', 'Jose\u0301']],
    record({ 'recipient-name': 'Jos\u00e9' }),
    'seen',
  ],
  ['the old name', [NAME], record({ 'recipient-name': 'Ada Byron' }), 'old'],
  ['a third name', [NAME], record({ 'recipient-name': 'Ada King' }), 'other'],
  ['no name at all', [NAME], record({ 'recipient-name': null }), 'other'],
  ['nothing of a name', [NAME], record({}), 'hidden'],
  ['a grade that was cleared', [['grade', 'Pass', null]], record({ grade: null }), 'seen'],
  ['a grade that was to be cleared', [['grade', 'Pass', null]], record({ grade: 'Pass' }), 'old'],
  [
    'one field as confirmed, another of which nothing is told',
    [GRADE, NAME],
    record({ grade: 'Merit' }),
    'seen',
  ],
  [
    'one field as confirmed, another still old',
    [GRADE, NAME],
    record({ grade: 'Merit', 'recipient-name': 'Ada Byron' }),
    'old',
  ],
  [
    'another case, which was asked for',
    [['recipient-name', 'ada byron', 'Ada Byron']],
    record({ 'recipient-name': 'Ada Byron' }),
    'seen',
  ],
  [
    'another case, which is not there yet',
    [['recipient-name', 'Ada  Byron', 'Ada Byron']],
    record({ 'recipient-name': 'Ada  Byron' }),
    'old',
  ],
  [
    'a description as HTML',
    [['description', 'Old', 'About it']],
    record({ description: '<p>About it</p>' }),
    'seen',
  ],
  [
    'spaces in a description, which HTML does not tell',
    [['description', 'About  it', 'About it ']],
    record({ description: '<p>About it</p>' }),
    'hidden',
  ],
  ['an e-mail, which is not public', [['recipient-email', 'a@x.test', 'b@x.test']], record({}), 'hidden'],
  ['a custom value as confirmed', [['custom:Ward', 'A', 'B']], record({ 'custom:Ward': 'B' }), 'seen'],
  ['a custom value as before', [['custom:Ward', 'A', 'B']], record({ 'custom:Ward': 'A' }), 'old'],
  [
    'a custom date that is written out',
    [['custom:Held', '2026-01-02', '2026-01-03']],
    record({ 'custom:Held': '3 January 2026' }),
    'hidden',
  ],
  ['nothing, because it is private', [NAME], null, 'not-public'],
  ['a revoked one', [NAME], record({ 'recipient-name': 'Ada Lovelace' }, true), 'revoked'],
  ['none after it was unpublished', [UNPUBLISH, NAME], null, 'seen'],
  ['one that was to be unpublished', [UNPUBLISH], record({}), 'old'],
  ['one that was made private and is there', [['private', false, true]], record({}), 'old'],
  ['one that was published', [PUBLISH], record({}), 'seen'],
  ['none of one that was published', [PUBLISH], null, 'old'],
  [
    'one that was published under its old name',
    [PUBLISH, NAME],
    record({ 'recipient-name': 'Ada Byron' }),
    'old',
  ],
])('%s', (_, fields, shown, sight) => {
  expect(publicSightOf(changeTo('7', fields), APPLIED, shown)).toBe(sight);
});

test('a field that the platform ignored is not looked for', () => {
  const state: EntryState = { kind: 'not-applied', fields: ['grade'] };
  const shown = record({ grade: 'Pass', 'recipient-name': 'Ada Lovelace' });
  expect(publicSightOf(changeTo('7', [NAME, GRADE]), state, shown)).toBe('seen');
});

describe('before anything is asked', () => {
  test.each<[string, readonly Field[], EntryState, PublicSight]>([
    ['a name', [NAME], APPLIED, 'not-asked'],
    ['a custom value', [['custom:Ward', 'A', 'B']], APPLIED, 'not-asked'],
    ['an e-mail with a grade', [['recipient-email', 'a', 'b'], GRADE], APPLIED, 'not-asked'],
    ['an e-mail alone', [['recipient-email', 'a', 'b']], APPLIED, 'hidden'],
    ['a phone alone', [['recipient-phone', null, '+441']], APPLIED, 'hidden'],
    ['evidence alone', [['evidence-url-1', null, 'https://a.test']], APPLIED, 'hidden'],
    ['a name that was refused', [NAME], { kind: 'rejected', status: 422, words: '' }, 'no-change'],
    ['a name that was cancelled', [NAME], { kind: 'cancelled' }, 'no-change'],
    ['a grade that was ignored', [GRADE], { kind: 'not-applied', fields: ['grade'] }, 'no-change'],
    [
      'an e-mail beside an ignored grade',
      [['recipient-email', 'a', 'b'], GRADE],
      { kind: 'not-applied', fields: ['grade'] },
      'hidden',
    ],
    ['a conflict', [NAME], { kind: 'conflict', fields: [] }, 'no-change'],
  ])('%s', (_, fields, state, sight) => {
    expect(sightBefore(changeTo('7', fields), state)).toBe(sight);
  });
});

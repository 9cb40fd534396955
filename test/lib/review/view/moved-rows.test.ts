import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { movedRows } from '../../../../lib/review/view/moved-rows';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';

const EARLY = '2026-06-14T08:00:00Z';
const LATE = '2026-06-15T09:30:00.000Z';
const DETAIL = { description: 'Old', phone: null, evidence: [] };

/** Says what is told of the one row of a sheet with this column, as "attribute: before -> now". */
function saidOf(
  attribute: AttributeId,
  was: WrittenCredential,
  now: WrittenCredential,
): readonly string[] | 'nothing' {
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: [['1', 'As the sheet has it']],
    credentials: [credentialOf({ id: '1', updatedAt: EARLY, ...was })],
  });
  const [row] = movedRows(review, [credentialOf({ id: '1', updatedAt: LATE, ...was, ...now })]);
  if (row === undefined) return 'nothing';
  return row.fields.map(({ attribute: of, before, now: is }) => `${of}: ${before} -> ${is}`);
}

describe('a credential that somebody has changed since the review', () => {
  test.each<[string, AttributeId, WrittenCredential, WrittenCredential, readonly string[]]>([
    ['a grade', 'grade', { grade: 'Pass' }, { grade: 'Merit' }, ['grade: Pass -> Merit']],
    ['a first grade', 'grade', { grade: null }, { grade: 'Merit' }, ['grade: null -> Merit']],
    ['a grade that was cleared', 'grade', { grade: 'Pass' }, { grade: null }, ['grade: Pass -> null']],
    [
      'an expiry',
      'expiry-date',
      { expiredOn: '2027-01-15' },
      { expiredOn: '2029-01-15' },
      ['expiry-date: 2027-01-15 -> 2029-01-15'],
    ],
    ['published', 'published', { published: true }, { published: false }, ['published: true -> false']],
    [
      'an attribute of the account',
      'custom:CE Hours',
      { custom: { 'CE Hours': '3' } },
      { custom: { 'CE Hours': '4' } },
      ['custom:CE Hours: 3 -> 4'],
    ],
    [
      'the name of whose row it is, in a sheet of grades',
      'grade',
      { recipientName: 'Ada King' },
      { recipientName: 'Ada Kingsley' },
      ['recipient-name: Ada King -> Ada Kingsley'],
    ],
    [
      'the owner, in a sheet of grades',
      'grade',
      {},
      { recipientEmail: 'other@example.org' },
      ['recipient-email: p1@example.org -> other@example.org'],
    ],
    ['something that only reading tells', 'description', { detail: DETAIL }, { detail: null }, []],
    [
      'without a time of its update',
      'grade',
      { grade: 'A', updatedAt: null },
      { grade: 'B', updatedAt: null },
      ['grade: A -> B'],
    ],
  ])('is said: %s', (_name, attribute, was, now, expected) => {
    expect(saidOf(attribute, was, now)).toEqual(expected);
  });

  test.each<[string, AttributeId, WrittenCredential, WrittenCredential]>([
    ['nothing of the sheet', 'grade', {}, { expiredOn: '2029-01-15' }],
    ['the same values, updated again', 'grade', { grade: 'A' }, {}],
    ['a grade in a sheet of expiry dates', 'expiry-date', { grade: 'A' }, { grade: 'B' }],
    [
      'another spelling of the same',
      'recipient-name',
      { recipientName: 'Ada  King' },
      { recipientName: 'Ada  King ' },
    ],
    [
      'capitals of the e-mail',
      'grade',
      { recipientEmail: 'a@example.org' },
      { recipientEmail: 'A@example.org' },
    ],
    ['another attribute of the account', 'custom:CE Hours', {}, { custom: { 'Seen On': '2026-01-01' } }],
    [
      'a search that runs behind: an older state',
      'grade',
      { grade: 'B', updatedAt: LATE },
      { grade: 'A', updatedAt: EARLY },
    ],
    ['the same moment', 'grade', { grade: 'B', updatedAt: LATE }, { grade: 'A', updatedAt: LATE }],
    ['the same moment, written otherwise', 'grade', { updatedAt: '2026-06-15T09:30:00Z' }, { grade: 'A' }],
    ['a description that was not read', 'description', { detail: null }, {}],
  ])('is not said: %s', (_name, attribute, was, now) => {
    expect(saidOf(attribute, was, now)).toBe('nothing');
  });

  test('is said of each of its rows; credentials that are in no row are not', () => {
    const review = reviewOf({
      columns: ['credential-id', 'grade'],
      rows: [
        ['2', 'X'],
        ['1', 'X'],
        ['9', 'X'],
        ['1', 'X'],
      ],
      credentials: ['1', '2', '3'].map((id) => credentialOf({ id, grade: 'A', updatedAt: EARLY })),
    });
    const fresh = ['1', '3', '7'].map((id) => credentialOf({ id, grade: 'B', updatedAt: LATE }));
    expect(movedRows(review, fresh).map(({ row, credential }) => [row, credential])).toEqual([
      [3, '1'],
      [5, '1'],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import { windowOf } from '../../../../lib/review/view/review-window';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';

const ALL = { filter: { kind: 'all' }, search: '', sort: null } as const;

/**
 * The third value of a conflict. `others`: what the other credentials of the group have, who are in
 * the sheet as they are.
 */
function exportedOf(
  attribute: AttributeId,
  was: WrittenCredential,
  now: WrittenCredential,
  cell: WrittenCell,
  others: readonly WrittenCredential[] = [],
): Value {
  const rest = others.map((one, at) => credentialOf({ id: String(at + 2), ...one }));
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: [['1', cell]],
    exported: [credentialOf({ id: '1', ...was }), ...rest],
    credentials: [credentialOf({ id: '1', ...now }), ...rest],
    blank: 'clear',
  });
  const [row] = windowOf(review, ALL, 0, 1).rows;
  const conflict = row?.findings.find(({ code }) => code === 'changed-since-download');
  if (conflict?.code !== 'changed-since-download') return 'no conflict';
  return conflict.facts === null ? 'unknown' : conflict.facts.exported;
}

const day = (expiredOn: string | null): WrittenCredential => ({ expiredOn });
const grade = (value: string | null): WrittenCredential => ({ grade: value });

describe('the exported value of a conflict', () => {
  test.each<
    [string, AttributeId, WrittenCredential, WrittenCredential, WrittenCell, WrittenCredential[], Value]
  >([
    ['none', 'grade', grade(null), grade('A'), 'B', [], null],
    ['a grade that others have', 'grade', grade('C'), grade('A'), 'B', [grade('D'), grade('C')], 'C'],
    ['none of a day', 'expiry-date', day(null), day('2027-01-31'), '2028-01-31', [], null],
    [
      'a day of last year',
      'expiry-date',
      day('2026-03-07'),
      day('2027-01-31'),
      '2028-01-31',
      [],
      '2026-03-07',
    ],
    [
      'a day ten years before',
      'expiry-date',
      day('2017-02-01'),
      day('2027-01-31'),
      '2028-01-31',
      [],
      '2017-02-01',
    ],
    ['29 February', 'expiry-date', day('2024-02-29'), day('2027-01-31'), '2028-01-31', [], '2024-02-29'],
    [
      'a day, of one that is cleared',
      'expiry-date',
      day('2026-03-07'),
      day('2027-01-31'),
      '',
      [],
      '2026-03-07',
    ],
    [
      'a name that somebody else has now',
      'recipient-name',
      { recipientName: 'Zoë King' },
      { recipientName: 'Ada King' },
      'Bo Li',
      [{ recipientName: 'Zoë King' }],
      'Zoë King',
    ],
    [
      'an attribute of the account',
      'custom:CE Hours',
      { custom: { 'CE Hours': '30' } },
      { custom: { 'CE Hours': '40' } },
      '50',
      [{ custom: { 'CE Hours': '30' } }],
      '30',
    ],
    [
      'an attribute of the account by the name of a built-in property',
      'custom:__proto__',
      { custom: {} },
      { custom: JSON.parse('{"__proto__":"x"}') as Record<string, string> },
      'y',
      [],
      null,
    ],
  ])('is found where it is at hand: %s', (_name, attribute, was, now, cell, others, expected) => {
    expect(exportedOf(attribute, was, now, cell, others)).toEqual(expected);
  });

  test.each<[string, AttributeId, WrittenCredential, WrittenCredential, WrittenCell]>([
    ['a grade that nobody has', 'grade', grade('C'), grade('A'), 'B'],
    ['a grade in other letters', 'grade', grade('a'), grade('A'), 'B'],
    ['a day of another century', 'expiry-date', day('1950-01-31'), day('2027-01-31'), '2028-01-31'],
    ['a name', 'recipient-name', { recipientName: 'Zoë King' }, { recipientName: 'Ada King' }, 'Bo Li'],
  ])('is not guessed: %s', (_name, attribute, was, now, cell) => {
    expect(exportedOf(attribute, was, now, cell)).toBe('unknown');
  });

  test.each<[string, AttributeId, WrittenCredential, WrittenCredential, WrittenCell]>([
    ['edited only', 'grade', grade('A'), grade('A'), 'B'],
    ['moved on only', 'grade', grade('B'), grade('A'), 'B'],
    ['both to the same', 'grade', grade('C'), grade('B'), 'B'],
    ['nobody', 'expiry-date', day('2027-01-31'), day('2027-01-31'), '2027-01-31'],
  ])('is not sought without a conflict: %s', (_name, attribute, was, now, cell) => {
    expect(exportedOf(attribute, was, now, cell)).toBe('no conflict');
  });

  test('a text of the sheet is tried too, and it is the same in the next window', () => {
    const present = [1, 2].map((id) => credentialOf({ id: String(id), grade: 'A' }));
    const review = reviewOf({
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['2', 'C'],
      ],
      exported: [credentialOf({ id: '1', grade: 'C' }), credentialOf({ id: '2', grade: 'X' })],
      credentials: present,
    });
    const said = () =>
      windowOf(review, ALL, 0, 2).rows.map(({ findings }) =>
        findings.flatMap(({ code, facts }) => (code === 'changed-since-download' ? [facts] : [])),
      );
    expect(said()).toEqual([[{ exported: 'C' }], [null]]);
    expect(said()).toEqual([[{ exported: 'C' }], [null]]);
  });
});

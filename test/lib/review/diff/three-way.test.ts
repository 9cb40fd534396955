import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { threeWay, type ThreeWay } from '../../../../lib/review/diff/three-way';
import { windowOf } from '../../../../lib/review/view/review-window';
import { summarise } from '../../../../lib/review/view/summarise';
import { NO_DECISIONS } from '../../../../lib/review/plan/decide';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { describeAll, findingLines, reviewedOf, reviewOf, rowsShown } from '../../../fakes/review';
import { dayCell, type WrittenCell } from '../../../fakes/table';

const exportedAs = (value: string) => ({ is: (wording: string) => wording === value });

/** [exported, the cell, the platform now, what it is] */
test.each<[string | null, readonly string[], string, ThreeWay]>([
  ['A', ['A'], 'B', 'not-edited'],
  ['A', ['B'], 'A', 'edited'],
  ['A', ['B'], 'C', 'both'],
  ['A', ['A.0', 'A'], 'A', 'same'],
  ['A', ['A.0', 'A'], 'B', 'not-edited'],
  ['A', [''], 'A', 'edited'],
  ['A', [''], 'B', 'both'],
  ['', [''], 'B', 'not-edited'],
  ['', ['B'], '', 'edited'],
  ['', ['B'], 'C', 'both'],
  [null, ['A'], 'B', 'edited'],
  ['A', [], 'A', 'edited'],
  ['A', [], 'B', 'both'],
])('exported %j, cell %j, platform %j: %s', (exported, mine, theirs, expected) => {
  expect(threeWay(exported === null ? null : exportedAs(exported), mine, theirs)).toBe(expected);
});

/** One row of a download: how its cell is after the review, with its warning where it has one. */
function outcomeOf(
  attribute: AttributeId,
  was: WrittenCredential,
  now: WrittenCredential,
  cell: WrittenCell,
  more = {},
) {
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: [['1', cell]],
    exported: [credentialOf({ id: '1', ...was })],
    credentials: [credentialOf({ id: '1', ...now })],
    ...more,
  });
  const [row] = windowOf(review, { filter: { kind: 'all' }, search: '', sort: null }, 0, 1).rows;
  const outcome = row?.cells.find((of) => of.attribute === attribute)?.outcome ?? 'nothing';
  const isConflict = row?.findings.some(({ code }) => code === 'changed-since-download') === true;
  return [outcome, ...(isConflict ? ['conflict'] : [])].join(' ');
}

const NOT_EDITED = 'kept-because-not-edited';

describe('a cell that nobody edited is none, however a program has typed it', () => {
  /** [what, attribute, exported, on the platform now, the cell] */
  test.each<[string, AttributeId, WrittenCredential, WrittenCredential, WrittenCell]>([
    ['a text', 'grade', { grade: 'A' }, { grade: 'B' }, 'A'],
    ['with spaces behind it', 'grade', { grade: 'A' }, { grade: 'B' }, 'A  '],
    ['with spaces that were exported', 'grade', { grade: ' A ' }, { grade: 'B' }, 'A'],
    [
      'in another composition',
      'recipient-name',
      { recipientName: 'Zo\u00eb' },
      { recipientName: 'Ann' },
      'Zoe\u0308',
    ],
    [
      'an e-mail in another case',
      'recipient-email',
      { recipientEmail: 'Ada@x.org' },
      { recipientEmail: 'ada@y.org' },
      'ada@x.org',
    ],
    ['a number', 'grade', { grade: '95' }, { grade: '96' }, 95],
    [
      'a number shown with decimals',
      'grade',
      { grade: '95' },
      { grade: '96' },
      { kind: 'number', text: '95.00', value: 95, damaged: false },
    ],
    [
      'a text that became a date',
      'grade',
      { grade: '2024-01-15' },
      { grade: 'B' },
      dayCell('2024-01-15', '15.01.2024'),
    ],
    ['a text that became a yes or no', 'grade', { grade: 'true' }, { grade: 'B' }, true],
    [
      'a date that became a text',
      'expiry-date',
      { expiredOn: '2027-01-31' },
      { expiredOn: '2028-01-31' },
      '31.01.2027',
    ],
    [
      'a date that became a text with a time',
      'expiry-date',
      { expiredOn: '2027-01-31' },
      { expiredOn: '2028-01-31' },
      '2027-01-31 00:00:00',
    ],
    [
      'a date that became a number',
      'expiry-date',
      { expiredOn: '2027-01-31' },
      { expiredOn: '2028-01-31' },
      46_418,
    ],
    [
      'a custom date in words',
      'custom:Seen On',
      { custom: { 'Seen On': '15 January 2024' } },
      { custom: { 'Seen On': '2025-02-02' } },
      dayCell('2024-01-15'),
    ],
    ['a yes', 'published', { published: true }, { published: false }, 'yes'],
    ['a yes in another language', 'published', { published: true }, { published: false }, 'WAHR'],
    [
      'an address that no sheet may write',
      'recipient-email',
      { recipientEmail: 'ada' },
      { recipientEmail: 'ada@x.org' },
      'ada',
    ],
    [
      'a name that no sheet may write',
      'recipient-name',
      { recipientName: 'Ada O&#039;Brien' },
      { recipientName: "Ada O'Brien" },
      'Ada O&#039;Brien',
    ],
  ])('%s', (_, attribute, was, now, cell) => {
    expect(outcomeOf(attribute, was, now, cell)).toBe(NOT_EDITED);
    expect(outcomeOf(attribute, was, was, cell)).toBe('same');
    expect(outcomeOf(attribute, was, now, { kind: 'blank' })).toBe('kept-because-blank');
  });

  test('a key that changed on the platform is no error', () => {
    const was = credentialOf({ id: '1', licenseId: 'L-1' });
    const sheet = {
      columns: ['credential-id', 'license-id'] as const,
      rows: [['1', 'L-1']],
      credentials: [{ ...was, licenseId: 'L-2' }],
    };
    expect(findingLines(reviewOf(sheet).described)).toEqual(['2 key-disagrees license-id']);
    expect(findingLines(reviewOf({ ...sheet, exported: [was] }).described)).toEqual([]);
    const edited = { ...sheet, rows: [['1', 'L-9']], exported: [was] };
    expect(findingLines(reviewOf(edited).described)).toEqual(['2 key-disagrees license-id']);
  });
});

describe('a cell that was edited', () => {
  const [A, B] = [{ grade: 'A' }, { grade: 'B' }];
  test.each<[string, WrittenCredential, WrittenCredential, WrittenCell, object, string]>([
    ['is a change', A, A, 'C', {}, 'changed'],
    ['is a conflict where the platform has moved on', A, B, 'C', {}, 'changed conflict'],
    ['asks for nothing where the platform has the same by now', A, B, 'B', {}, 'same'],
    ['is cleared where blanks clear', A, A, null, { blank: 'clear' }, 'cleared'],
    [
      'is a conflict where it is cleared and the platform has moved on',
      A,
      B,
      null,
      { blank: 'clear' },
      'cleared conflict',
    ],
    ['stays blank where blanks keep', A, B, null, {}, 'kept-because-blank'],
    ['fills what was blank', { grade: null }, { grade: null }, 'C', {}, 'changed'],
    ['is a conflict where somebody has filled it', { grade: null }, A, 'C', {}, 'changed conflict'],
    ['was blank, and blanks clear', { grade: null }, A, null, { blank: 'clear' }, NOT_EDITED],
    ['is kept by the rule of its column', A, B, 'C', { write: 'never' }, 'kept-because-never'],
    ['of a credential that was not exported is a change', { id: '9' }, B, 'C', {}, 'changed'],
    ['of a sheet that is no download is a change', A, B, 'A', { exported: undefined }, 'changed'],
  ])('%s', (_, was, now, cell, more, expected) => {
    expect(outcomeOf('grade', was, now, cell, more)).toBe(expected);
  });
});

describe('what moved on the platform', () => {
  const person = (id: string, grade: string) => credentialOf({ id, grade });
  const SHEET = {
    columns: ['credential-id', 'grade'] as const,
    rows: [
      ['1', 'A'],
      ['2', 'A'],
      ['3', 'X'],
      ['4', 'X'],
      ['5', 'B'],
    ],
    exported: ['1', '2', '3', '4', '5'].map((id) => person(id, 'A')),
    credentials: [person('1', 'A'), person('2', 'B'), person('3', 'A'), person('4', 'B'), person('5', 'B')],
  };

  test('is listed, and off unless it is asked for', () => {
    const { review } = reviewedOf(SHEET);
    const { moved, cosmetic, toUpdate } = summarise(review, NO_DECISIONS);
    expect({ moved, cosmetic, toUpdate }).toEqual({
      moved: { count: 2, attributes: ['grade'] },
      cosmetic: [{ cosmetic: 'not-edited', count: 1, isCounted: false }],
      toUpdate: 2,
    });
    expect(rowsShown(review, { kind: 'moved' })).toEqual([3, 5]);
    expect(rowsShown(review, { kind: 'changes' })).toEqual([4, 5]);
    expect(rowsShown(review, { kind: 'attribute', attribute: 'grade' })).toEqual([4, 5]);
    expect(rowsShown(review, { kind: 'finding', code: 'changed-since-download' })).toEqual([5]);
  });

  test('is written over where it is asked for, and that is confirmed as a conflict is', () => {
    const { review } = reviewedOf(SHEET, { kind: 'count-cosmetic', cosmetic: 'not-edited', counted: true });
    expect(findingLines(describeAll(review)).filter((line) => line.includes('download'))).toEqual([
      '3 changed-since-download grade',
      '5 changed-since-download grade',
    ]);
    expect(rowsShown(review, { kind: 'changes' })).toEqual([3, 4, 5]);
  });

  test('is written over by what is typed in the review, also where that is what was exported', () => {
    const typed = { kind: 'edit', row: 3, attribute: 'grade' } as const;
    const { review } = reviewedOf(SHEET, { ...typed, text: 'C' }, { ...typed, text: 'A ' });
    expect(rowsShown(review, { kind: 'changes' })).toEqual([3, 4, 5]);
    expect(rowsShown(review, { kind: 'finding', code: 'changed-since-download' })).toEqual([3, 5]);
  });

  test('is left out with its row, its cell or its column', () => {
    const { review } = reviewedOf(SHEET, {
      kind: 'exclude-cell',
      row: 5,
      attribute: 'grade',
      excluded: true,
    });
    expect(rowsShown(review, { kind: 'finding', code: 'changed-since-download' })).toEqual([]);
  });
});

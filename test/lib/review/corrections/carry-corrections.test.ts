import { describe, expect, test } from 'vitest';
import type { ColumnChoice } from '../../../../lib/assign/choice/assignment';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { ReviewInput } from '../../../../lib/review/group/review-input';
import { beginReview, decide, type Reviewed } from '../../../../lib/review/reviewed';
import { summarise } from '../../../../lib/review/view/summarise';
import { edit, PEOPLE, sent, SHEET } from '../../../fakes/corrections';
import { reviewedOf, reviewInputOf, type WrittenReview } from '../../../fakes/review';

describe('what was decided stays with its row', () => {
  const decided = reviewedOf(
    SHEET,
    edit(2, 'grade', 'Z'),
    edit(4, 'credential-id', '4'),
    { kind: 'exclude', rows: [5], excluded: true },
    { kind: 'exclude-cell', row: 3, attribute: 'expiry-date', excluded: true },
  );
  const expected = ['recipient-name Ada King', 'grade Z', 'grade D', 'grade E'];
  const fieldsSent = (reviewed: Reviewed) => sent(reviewed).map((line) => line.slice(line.indexOf(' ') + 1));

  test.each<[string, readonly number[]]>([
    ['the same file', [0, 1, 2, 3]],
    ['in another order', [3, 2, 1, 0]],
  ])('in %s', (_, order) => {
    const rows = order.map((index) => SHEET.rows[index]!);
    const after = beginReview(reviewInputOf({ ...SHEET, rows }), decided);
    expect(fieldsSent(after).toSorted()).toEqual(expected.toSorted());
    expect(summarise(after.review, after.decisions).excluded).toBe(1);
  });

  test('a cell that says something else in the corrected file is newer than the edit', () => {
    const rows = [['1', 'Ada King', '', '', 'Q'], ...SHEET.rows.slice(1)];
    expect(fieldsSent(beginReview(reviewInputOf({ ...SHEET, rows }), decided))).toContain('grade Q');
  });

  test('a row that was not in the file for once', () => {
    const without = beginReview(reviewInputOf({ ...SHEET, rows: SHEET.rows.slice(1) }), decided);
    expect(fieldsSent(without)).not.toContain('grade Z');
    expect(fieldsSent(beginReview(reviewInputOf(SHEET), without))).toContain('grade Z');
  });

  test('under another assignment, and what was done can still be undone', () => {
    const input = { ...decided.written, assignment: { ...decided.written.assignment } };
    const again = beginReview(input, decided);
    expect(sent(again)).toEqual(sent(decided));
    expect(sent([1, 2, 3, 4].reduce((at) => decide(at, { kind: 'undo' }), again))).toEqual(
      sent(reviewedOf(SHEET)),
    );
  });

  test('the history comes along in a corrected file: undone and done again, row by row', () => {
    const rows = [...SHEET.rows].toReversed();
    const after = beginReview(reviewInputOf({ ...SHEET, rows }), decided);
    expect(after.done).toHaveLength(decided.done.length);
    const undone = decided.done.reduce((at) => decide(at, { kind: 'undo' }), after);
    const fresh = reviewedOf({ ...SHEET, rows });
    expect(sent(undone)).toEqual(sent(fresh));
    expect(undone.corrections.rows).toEqual(new Map());
    const again = decided.done.reduce((at) => decide(at, { kind: 'redo' }), undone);
    expect(sent(again)).toEqual(sent(after));
  });

  test('what was taken back can be done again in a corrected file', () => {
    const back = decide(decided, { kind: 'undo' });
    const after = beginReview(reviewInputOf({ ...SHEET, rows: SHEET.rows.toReversed() }), back);
    expect(after.undone).toHaveLength(1);
    expect(fieldsSent(decide(after, { kind: 'redo' })).toSorted()).toEqual(expected.toSorted());
  });

  test('an edit that the file has overtaken is in no step any more, nor is one of a row that is gone', () => {
    const rows = [['1', 'Ada King', '', '', 'Q'], ...SHEET.rows.slice(1, 3)];
    const after = beginReview(reviewInputOf({ ...SHEET, rows }), decided);
    expect(after.done.flatMap((step) => step.rows.map(({ row }) => row))).toEqual([4, 3]);
    const undone = after.done.reduce((at) => decide(at, { kind: 'undo' }), after);
    expect(fieldsSent(undone)).toContain('grade Q');
    expect(sent(undone)).toEqual(sent(reviewedOf({ ...SHEET, rows })));
  });

  test('a column that was left out, or a difference that counts, is taken back in a corrected file too', () => {
    const before = reviewedOf(
      SHEET,
      { kind: 'exclude-column', attribute: 'grade', excluded: true },
      { kind: 'count-cosmetic', cosmetic: 'spaces', counted: true },
    );
    const after = beginReview(reviewInputOf({ ...SHEET, rows: SHEET.rows.slice(1) }), before);
    expect([...after.corrections.columns, ...after.corrections.counted]).toEqual(['grade', 'spaces']);
    const undone = [1, 2].reduce((at) => decide(at, { kind: 'undo' }), after);
    expect([...undone.corrections.columns, ...undone.corrections.counted]).toEqual([]);
  });

  test('rows that share a key are distinguished by all that they say', () => {
    const twice: WrittenReview = {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'X'],
        ['1', 'Y'],
      ],
      credentials: PEOPLE,
    };
    const chosen = reviewedOf(twice, { kind: 'exclude', rows: [2], excluded: true });
    const rows = twice.rows.toReversed();
    const after = beginReview(reviewInputOf({ ...twice, rows }), chosen);
    expect(after.corrections.rows.get(3)?.excluded).toBe(true);
    expect(after.corrections.rows.has(2)).toBe(false);
  });
});

describe('what was decided under another assignment of the same sheet', () => {
  /** The second column is assigned to the first of these, the third one to the second. */
  const under = (second: AttributeId | null, third: AttributeId | null): ReviewInput => {
    const { assignment, ...input } = reviewInputOf(TWO_GRADES);
    const targets = [CREDENTIAL_ID, second, third];
    const columns = assignment.columns.map((choice, at): ColumnChoice => {
      const id = targets[at];
      return { ...choice, target: id ? { kind: 'attribute', id } : { kind: 'skip' } };
    });
    return { ...input, table, assignment: { ...assignment, columns } };
  };
  const CREDENTIAL_ID: AttributeId = 'credential-id';
  const GRADE: AttributeId = 'grade';
  const TWO_GRADES: WrittenReview = {
    columns: [CREDENTIAL_ID, GRADE, 'credential-name'],
    rows: [
      ['1', 'X', 'Ninety'],
      ['2', 'Y', 'Y'],
      ['3', '', ''],
    ],
    credentials: PEOPLE,
  };
  const { table } = reviewInputOf(TWO_GRADES);
  const corrected = [edit(2, GRADE, 'Z'), edit(3, GRADE, 'Z'), edit(4, GRADE, 'Z')].reduce(
    decide,
    beginReview(under(GRADE, null), null),
  );
  const ALL = ['2 grade Z', '3 grade Z', '4 grade Z'];

  test.each<[string, readonly ReviewInput[], readonly string[]]>([
    ['the column keeps the attribute', [under(GRADE, null)], ALL],
    ['the column is skipped and has it again', [under(null, 'credential-name'), under(GRADE, null)], ALL],
    ['another column has it', [under(null, GRADE)], ['2 grade Ninety', '3 grade Y']],
    [
      'another column had it for a while',
      [under(null, GRADE), under(GRADE, null)],
      ['2 grade X', '3 grade Y'],
    ],
    [
      'another column has it later, and says otherwise but for what was corrected',
      [under('credential-name', null), under(null, GRADE)],
      ['2 grade Ninety', '3 grade Z', '4 grade Z'],
    ],
  ])('%s', (_, inputs, expected) => {
    const after = inputs.reduce((last, input) => beginReview(input, last), corrected);
    expect(sent(after)).toEqual(expected);
    const undone = after.done.reduce((at) => decide(at, { kind: 'undo' }), after);
    const fresh = beginReview(inputs.at(-1)!, null);
    expect(sent(undone)).toEqual(sent(fresh));
    expect(undone.corrections.rows).toEqual(new Map());
    expect(sent(after.done.reduce((at) => decide(at, { kind: 'redo' }), undone))).toEqual(expected);
  });
});

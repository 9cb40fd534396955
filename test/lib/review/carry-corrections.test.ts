import { describe, expect, test } from 'vitest';
import { beginReview, decide, type Reviewed } from '../../../lib/review/reviewed';
import { summarise } from '../../../lib/review/summarise';
import { edit, PEOPLE, sent, SHEET } from '../../fakes/corrections';
import { reviewedOf, reviewInputOf, type WrittenReview } from '../../fakes/review';

describe('what was decided stays with its row', () => {
  const decided = reviewedOf(
    SHEET,
    edit(2, 'grade', 'Z'),
    edit(4, 'credential-id', '4'),
    { kind: 'leave-out', rows: [5], leftOut: true },
    { kind: 'leave-out-cell', row: 3, attribute: 'expiry-date', leftOut: true },
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
    expect(summarise(after.review, after.decisions).leftOut).toBe(1);
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

  test('rows that share a key are told apart by all that they say', () => {
    const twice: WrittenReview = {
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'X'],
        ['1', 'Y'],
      ],
      credentials: PEOPLE,
    };
    const chosen = reviewedOf(twice, { kind: 'leave-out', rows: [2], leftOut: true });
    const rows = twice.rows.toReversed();
    const after = beginReview(reviewInputOf({ ...twice, rows }), chosen);
    expect(after.corrections.rows.get(3)?.leftOut).toBe(true);
    expect(after.corrections.rows.has(2)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { beginReview, decide, type Reviewed } from '../../../../lib/review/reviewed';
import { countCarriedOver } from '../../../../lib/review/corrections/carried-over';
import { edit, sent, SHEET } from '../../../fakes/corrections';
import { reviewedOf, reviewInputOf, type WrittenReview } from '../../../fakes/review';

/*
 * Decisions hold on for the same file or a corrected one (same key), and for no other; what holds
 * on is said.
 */

const decided = reviewedOf(
  SHEET,
  edit(2, 'grade', 'Z'),
  { kind: 'exclude', rows: [5], excluded: true },
  { kind: 'exclude-column', attribute: 'expiry-date', excluded: true },
  { kind: 'skip-errors', skip: true },
);
const counts = ({ corrections, carriedOver }: Reviewed) => countCarriedOver(corrections, carriedOver);
const ALL = { cells: 1, excludedRows: 1, excludedCells: 0, excludedColumns: 1, chosen: 0 };

/** The rows that those decisions were about, in a sheet with these columns of it. */
function withColumns(...columns: readonly number[]): WrittenReview {
  return {
    ...SHEET,
    columns: columns.map((at) => SHEET.columns[at]!),
    rows: SHEET.rows.map((row) => columns.map((at) => row[at]!)),
  };
}
const moreColumns: WrittenReview = {
  ...SHEET,
  columns: [...SHEET.columns, 'description'],
  rows: SHEET.rows.map((row) => [...row, '']),
};
const byEmail: WrittenReview = { ...SHEET, key: 'recipient-email' };

describe('what was decided about the sheet before', () => {
  test.each<[string, WrittenReview, ReturnType<typeof counts>]>([
    ['the same file: taken over', SHEET, ALL],
    ['with a column more: taken over', moreColumns, ALL],
    ['with a cell corrected in the file: the edit of it is overtaken', overtaken(), { ...ALL, cells: 0 }],
    ['without a column that was used: another sheet', withColumns(0, 1, 2, 4), null],
    ['found by another key: another sheet', byEmail, null],
  ])('%s', (_, sheet, expected) => {
    const next = beginReview(reviewInputOf(sheet), decided);
    expect(counts(next)).toEqual(expected);
    expect(next.decisions.skipErrors).toBe(expected !== null);
    expect(next.done.length > 0).toBe(expected !== null);
  });

  function overtaken(): WrittenReview {
    return { ...SHEET, rows: [['1', 'Ada King', '', '', 'Q'], ...SHEET.rows.slice(1)] };
  }

  test('another sheet in between, chosen by mistake, loses nothing', () => {
    const other = beginReview(reviewInputOf(byEmail), decided);
    const back = beginReview(reviewInputOf(SHEET), other);
    expect(counts(back)).toEqual(ALL);
    expect(sent(back)).toEqual(sent(decided));
  });

  test('the same sheet under another assignment has nothing that was taken over', () => {
    const input = { ...decided.written, assignment: { ...decided.written.assignment } };
    const again = beginReview(input, decided);
    expect(counts(again)).toBeNull();
    expect(sent(again)).toEqual(sent(decided));
  });

  test('discarded, it is as if it had never been, until that is undone', () => {
    const next = beginReview(reviewInputOf(SHEET), decided);
    const without = decide(next, { kind: 'discard-carried-over' });
    expect(counts(without)).toBeNull();
    expect(sent(without)).toEqual(sent(reviewedOf(SHEET)));
    expect(sent(decide(without, { kind: 'undo' }))).toEqual(sent(next));
    expect(decide(without, { kind: 'discard-carried-over' })).toBe(without);
  });
});

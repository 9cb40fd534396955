import { describe, expect, test } from 'vitest';
import type { BlankRule, WriteRule } from '../../../lib/assign/choice/assignment';
import type { CellOutcome } from '../../../lib/review/terms/reviewed-row';
import type { AttributeId } from '../../../lib/credential/attribute';
import { credentialOf, type WrittenCredential } from '../../fakes/credential';
import { describeRows } from '../../../lib/review/cross-row/describe-rows';
import { reviewInputOf, reviewOf, rowsShown } from '../../fakes/review';
import { beginReview } from '../../../lib/review/reviewed';
import { summarise } from '../../../lib/review/view/summarise';
import type { WrittenCell } from '../../fakes/table';

/* docs/product.md 2.3: "only fill what is empty" and "never change", per column. */

/** [rule, what the platform has, the cell, what a blank cell means, what becomes of it] */
const CASES: readonly (readonly [WriteRule, string | null, WrittenCell, BlankRule, CellOutcome])[] = [
  ['always', 'A', 'B', 'keep', 'changed'],
  ['always', null, 'B', 'keep', 'changed'],
  ['always', 'A', null, 'clear', 'cleared'],
  ['only-empty', null, 'B', 'keep', 'changed'],
  ['only-empty', '', 'B', 'keep', 'changed'],
  ['only-empty', 'A', 'B', 'keep', 'kept-because-filled'],
  ['only-empty', 'A', null, 'clear', 'kept-because-filled'],
  ['never', 'A', 'B', 'keep', 'kept-because-never'],
  ['never', null, 'B', 'keep', 'kept-because-never'],
  ['never', 'A', null, 'clear', 'kept-because-never'],
  ['never', 'A', null, 'keep', 'kept-because-blank'],
  ['only-empty', 'A', null, 'keep', 'kept-because-blank'],
];

function outcomeOf(
  attribute: AttributeId,
  present: WrittenCredential,
  cell: WrittenCell,
  rules: { readonly write: WriteRule; readonly blank: BlankRule },
) {
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: [['1', cell]],
    credentials: [credentialOf({ id: '1', ...present })],
    ...rules,
  });
  const [row] = describeRows(review, [0]);
  return { row, outcome: row?.cells.find((of) => of.attribute === attribute)?.outcome };
}

describe('the rule of a column', () => {
  test.each(CASES)('%s, over %j, of %j, blank %s: %s', (write, present, cell, blank, expected) => {
    const { row, outcome } = outcomeOf('grade', { grade: present }, cell, { write, blank });
    const isWritten = expected === 'changed' || expected === 'cleared';
    expect(row?.change?.fields.length ?? 0).toBe(isWritten ? 1 : 0);
    expect(outcome).toBe(expected);
    expect(row?.status ?? 'unchanged').toBe(isWritten ? 'update' : 'unchanged');
  });

  test('that never writes does not mind what cannot be read; one that fills does', () => {
    const cell = '31/02/2027';
    const of = (write: WriteRule) =>
      outcomeOf('expiry-date', { expiredOn: '2027-01-01' }, cell, { write, blank: 'keep' }).row?.status;
    expect([of('never') ?? 'unchanged', of('only-empty')]).toEqual(['unchanged', 'error']);
  });

  test('what it keeps can be looked at, in rows without a change too', () => {
    const input = reviewInputOf({
      columns: ['credential-id', 'grade'],
      rows: [
        ['1', 'B'],
        ['2', 'A'],
        ['3', null],
      ],
      credentials: ['1', '2', '3'].map((id) => credentialOf({ id, grade: 'A' })),
      write: 'never',
    });
    const { review, decisions } = beginReview(input, null);
    expect(summarise(review, decisions).kept).toEqual({ count: 1, attributes: ['grade'] });
    expect(rowsShown(review, { kind: 'kept' })).toEqual([2]);
    expect(rowsShown(review, { kind: 'changes' })).toEqual([]);
  });

  test('a name that is kept is no change of a name', () => {
    const { row } = outcomeOf('recipient-name', { recipientName: 'Ada' }, 'Grace', {
      write: 'never',
      blank: 'keep',
    });
    expect(row?.findings ?? []).toEqual([]);
  });
});

describe('evidence that only fills what is empty', () => {
  const url = 'https://example.org/essay';
  const other = 'https://example.org/talk';
  /**
   * [what, url and description of what is there, number, url and description in the sheet, what is
   * sent]
   */
  test.each<
    [
      string,
      readonly (readonly [string | null, string])[],
      1 | 2,
      readonly [string, string],
      readonly string[],
    ]
  >([
    ['describes nothing again', [[url, 'Essay']], 1, [url, 'Thesis'], []],
    ['not at another place either', [[url, 'Essay']], 2, [url, 'Thesis'], []],
    ['describes what is not described', [[url, '']], 1, [url, 'Thesis'], ['evidence-description-1 Thesis']],
    ['takes the place of no link', [[url, 'Essay']], 1, [other, 'Talk'], []],
    ['nor of a file, which has none', [[null, 'Essay.pdf']], 1, [other, 'Talk'], []],
    [
      'fills a place that is free',
      [[url, 'Essay']],
      2,
      [other, 'Talk'],
      ['evidence-url-2 https://example.org/talk', 'evidence-description-2 Talk'],
    ],
  ])('%s', (_, there, number, cells, expected) => {
    const evidence = there.map(([link, description], at) => ({ id: `e${at}`, description, url: link }));
    const input = reviewInputOf({
      columns: ['credential-id', `evidence-url-${number}`, `evidence-description-${number}`],
      rows: [['1', ...cells]],
      credentials: [credentialOf({ id: '1', detail: { description: null, phone: null, evidence } })],
      write: 'only-empty',
    });
    const { review, decisions } = beginReview(input, null);
    const fields = describeRows(review, [0])[0]?.change?.fields ?? [];
    expect(fields.map(({ attribute, after }) => `${attribute} ${String(after)}`)).toEqual(expected);
    const isKept = expected.length === 0;
    expect(summarise(review, decisions).kept.count).toBe(isKept ? 1 : 0);
    expect(rowsShown(review, { kind: 'kept' })).toEqual(isKept ? [2] : []);
  });
});

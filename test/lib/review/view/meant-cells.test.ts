import { expect, test } from 'vitest';
import { decide } from '../../../../lib/review/reviewed';
import { summarise } from '../../../../lib/review/view/summarise';
import { credentialOf } from '../../../fakes/credential';
import { describeAll, findingLines, reviewedOf, type WrittenReview } from '../../../fakes/review';

const people = Array.from({ length: 5 }, (_, at) =>
  credentialOf({ id: String(at + 1), recipientName: `Somebody ${'ABCDE'.charAt(at)}`, grade: 'A' }),
);
const written: WrittenReview = {
  columns: ['credential-id', 'recipient-name', 'grade'],
  rows: [
    ['1', 'Cem Demir', 'Pass &amp; merit'],
    ['2', 'JosÃ© Ruiz', 'A'],
    ['3', 'MÃ¼ller', 'R&amp;D'],
    ['4', 'Ada O&#039;Brien', 'A'],
    ['5', 'Garc?a', '[object Object]'],
  ],
  credentials: people,
};
const mendOf = (reviewed: ReturnType<typeof reviewedOf>, code: string) =>
  summarise(reviewed.review, reviewed.decisions).groups.find((group) => group.code === code)?.meant;

test('offers what is certain, with the first such cell as an example', () => {
  const reviewed = reviewedOf(written);
  expect(mendOf(reviewed, 'damaged-text')).toEqual({
    code: 'damaged-text',
    text: 'JosÃ© Ruiz',
    meant: 'José Ruiz',
  });
  expect(mendOf(reviewed, 'code-in-name')).toEqual({
    code: 'code-in-name',
    text: 'Ada O&#039;Brien',
    meant: "Ada O'Brien",
  });
  expect(mendOf(reviewed, 'code-in-text')).toEqual({
    code: 'code-in-text',
    text: 'Pass &amp; merit',
    meant: 'Pass & merit',
  });
  expect(mendOf(reviewed, 'name-change')).toBeNull();
});

test('corrects all of a kind at once, and leaves what is not certain', () => {
  const mended = decide(reviewedOf(written), { kind: 'mend', code: 'damaged-text' });
  const rows = describeAll(mended.review);
  const after = rows.map(({ row, cells }) => [
    row,
    cells.find((cell) => cell.attribute === 'recipient-name')?.text,
  ]);
  expect(after).toEqual([
    [2, 'Cem Demir'],
    [3, 'José Ruiz'],
    [4, 'Müller'],
    [5, 'Ada O&#039;Brien'],
    [6, 'Garc?a'],
  ]);
  expect(findingLines(rows).filter((line) => line.includes('damaged'))).toEqual([
    '6 damaged-text recipient-name',
  ]);
  expect(mendOf(mended, 'damaged-text')).toBeNull();
});

test('an excluded row is not corrected, and one step undoes it all', () => {
  const excluded = decide(reviewedOf(written), { kind: 'exclude', rows: [3], excluded: true });
  const mended = decide(excluded, { kind: 'mend', code: 'damaged-text' });
  expect(
    [...mended.corrections.rows.keys()].filter(
      (row) => (mended.corrections.rows.get(row)?.edits.size ?? 0) > 0,
    ),
  ).toEqual([4]);
  const undone = decide(mended, { kind: 'undo' });
  expect(findingLines(describeAll(undone.review))).toEqual(findingLines(describeAll(excluded.review)));
});

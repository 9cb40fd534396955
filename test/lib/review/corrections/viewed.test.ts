import { expect, test } from 'vitest';
import type { Decision } from '../../../../lib/review/corrections/decision';
import { decide } from '../../../../lib/review/reviewed';
import { countViewed, stillViewed } from '../../../../lib/review/corrections/viewed';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf } from '../../../fakes/review';

const begun = () =>
  reviewedOf({
    columns: ['credential-id', 'grade', 'recipient-name'],
    rows: [
      ['1', 'Merit', 'Ada King'],
      ['2', 'Pass', 'Bo Stone'],
      ['3', 'Pass', 'Cy Wood'],
    ],
    credentials: [
      credentialOf({ id: '1', recipientName: 'Ada Byron' }),
      credentialOf({ id: '2', recipientName: 'Bo\u00A0Stone ' }),
      credentialOf({ id: '3', recipientName: 'Cy Wood' }),
    ],
  });

const edit = (row: number, text: string): Decision => ({ kind: 'edit', row, attribute: 'grade', text });

/** [decided after rows 2 to 4 were looked at, rows that still are, how many of those are sent] */
test.each<[string, readonly Decision[], readonly number[], number]>([
  ['nothing', [], [2, 3, 4], 3],
  ['a warning is confirmed', [{ kind: 'confirm', code: 'name-change', confirmed: true }], [2, 3, 4], 3],
  ['a row is left out', [{ kind: 'exclude', rows: [3], excluded: true }], [2, 3, 4], 2],
  [
    'a row is left out and included again',
    [
      { kind: 'exclude', rows: [3], excluded: true },
      { kind: 'exclude', rows: [3], excluded: false },
    ],
    [2, 3, 4],
    3,
  ],
  ['a cell is corrected', [edit(3, 'Merit')], [2, 4], 2],
  ['a cell is corrected twice', [edit(3, 'Merit'), edit(3, 'Distinction')], [2, 4], 2],
  ['a cell is left out', [{ kind: 'exclude-cell', row: 2, attribute: 'grade', excluded: true }], [3, 4], 2],
  [
    'a column is left out',
    [{ kind: 'exclude-column', attribute: 'recipient-name', excluded: true }],
    [3, 4],
    2,
  ],
  [
    'differences in spaces are changes',
    [{ kind: 'count-cosmetic', cosmetic: 'spaces', counted: true }],
    [2, 4],
    2,
  ],
])('%s', (_, decisions, rows, sent) => {
  let now = begun();
  let viewed: ReadonlySet<number> = new Set([2, 3, 4]);
  for (const decision of decisions) {
    const next = decide(now, decision);
    viewed = stillViewed(viewed, now, next);
    now = next;
  }
  expect([...viewed]).toEqual(rows);
  expect(countViewed(now.review, viewed)).toBe(sent);
});

test('nothing of another sheet was looked at', () => {
  expect(stillViewed(new Set([2, 3]), begun(), begun()).size).toBe(0);
});

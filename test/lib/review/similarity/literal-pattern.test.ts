import { expect, test } from 'vitest';
import { replacedCells } from '../../../../lib/review/corrections/replace';
import { windowOf } from '../../../../lib/review/view/review-window';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf } from '../../../fakes/review';

/*
 * A search is meant letter by letter: names with hyphens, days, ids, and any sign of the keyboard.
 */

const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~§€'.split(/(?:)/u);
const TEXTS = [
  '2027-01',
  'M-1001',
  'anne-m',
  'a+b',
  '(x) [y]',
  'c:\\d',
  '^$',
  '$&',
  '$1',
  'É',
  '𠮷',
  'a|b',
  '{1}',
  '-',
];

test.each([...SIGNS, ...TEXTS])('%j is found, and replaced by itself doubled', (text) => {
  const { review } = reviewedOf({
    columns: ['credential-id', 'grade'],
    rows: [
      ['1', `Anne-M ${text} end`],
      ['2', 'nothing of it'],
    ],
    credentials: ['1', '2'].map((id) => credentialOf({ id, grade: 'Z' })),
  });
  const shown = windowOf(review, { filter: { kind: 'all' }, search: text, sort: null }, 0, 9);
  expect(shown.rows.map(({ row }) => row)).toContain(2);
  const options = { attribute: 'grade', find: text, replace: text + text, matchCase: true } as const;
  const [cell] = replacedCells(review, { ...options, wholeCell: false });
  expect(cell?.after).toBe(`Anne-M ${text} end`.replaceAll(text, () => text + text));
  expect(replacedCells(review, { ...options, wholeCell: true })).toEqual([]);
});

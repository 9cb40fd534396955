import { expect, test } from 'vitest';
import type { ExportBase } from '../../../../lib/review/base/export-base';
import { joinedBases } from '../../../../lib/review/base/export-base';
import { readBaseLines } from '../../../../lib/review/base/read-base-lines';
import { credentialId } from '../../../../lib/credential/ids';
import { credentialOf } from '../../../fakes/credential';
import { linesOf } from '../../../fakes/export-base';

/* docs/product.md 3: records of several downloads in one workbook. */

/** A download: environment, group, and the grade of each credential. */
type Made = readonly [environment: string, group: string, grades: Readonly<Record<string, string>>];

function baseOf([environment, groupId, grades]: Made): ExportBase {
  const people = Object.entries(grades).map(([id, grade]) => credentialOf({ id, grade }));
  const origin = { environment, groupId, at: '2026-06-01T08:00:00.000Z' };
  const base = readBaseLines(linesOf(people, ['credential-id', 'grade'], [], origin));
  if (base === null) throw new Error('the record cannot be read');
  return base;
}

/** [what, downloads, what each record that is left says: place, credentials, known grades of 1] */
const CASES: readonly (readonly [string, readonly Made[], readonly string[]])[] = [
  ['none', [], []],
  ['one', [['eu', '7', { 1: 'A' }]], ['eu 7: 1, A']],
  ['one without rows', [['eu', '7', {}]], ['eu 7: 0, ']],
  [
    'two of one group, of different rows',
    [
      ['eu', '7', { 1: 'A' }],
      ['eu', '7', { 2: 'B' }],
    ],
    ['eu 7: 2, A'],
  ],
  [
    'two of one group, of the same row',
    [
      ['eu', '7', { 1: 'A' }],
      ['eu', '7', { 1: 'B' }],
    ],
    ['eu 7: 2, A B'],
  ],
  [
    'two groups',
    [
      ['eu', '7', { 1: 'A' }],
      ['eu', '8', { 2: 'B' }],
    ],
    ['eu 7: 1, A', 'eu 8: 1, '],
  ],
  [
    'two groups that say the same row: neither speaks for the other',
    [
      ['eu', '7', { 1: 'A' }],
      ['eu', '8', { 1: 'B' }],
    ],
    ['eu 7: 1, A', 'eu 8: 1, B'],
  ],
  [
    'the same numbers in two environments',
    [
      ['sandbox', '7', { 1: 'A' }],
      ['production', '7', { 1: 'B' }],
    ],
    ['sandbox 7: 1, A', 'production 7: 1, B'],
  ],
  [
    'three groups, one of them twice, apart',
    [
      ['eu', '7', { 1: 'A' }],
      ['eu', '8', { 1: 'B' }],
      ['eu', '7', { 1: 'C' }],
      ['eu', '9', { 3: 'A' }],
    ],
    ['eu 7: 2, A C', 'eu 8: 1, B', 'eu 9: 1, '],
  ],
  [
    'names that run into each other',
    [
      ['eu7', '8', { 1: 'A' }],
      ['eu', '78', { 1: 'B' }],
    ],
    ['eu7 8: 1, A', 'eu 78: 1, B'],
  ],
];

test.each(CASES)('%s', (_, made, expected) => {
  const said = joinedBases(made.map(baseOf)).map((base) => {
    const { origin, credentials } = base;
    const cell = base.cellOf(credentialId('1'), 'grade');
    const known = ['A', 'B', 'C'].filter((grade) => cell?.is(grade) === true);
    return `${origin.environment} ${origin.groupId}: ${credentials}, ${known.join(' ')}`;
  });
  expect(said).toEqual(expected);
});

import { expect, test } from 'vitest';
import type { FieldChange } from '../../../../lib/credential/change';
import type { AccountFacts } from '../../../../lib/platform/account-facts';
import { rowsInDoubt, sumOfDoubts } from '../../../../lib/report/rehearsal/unknown-ways';
import { changeOf } from '../../../fakes/background-world';

/* docs/rehearsal.md: rows that depend on what nobody knows of the platform. */

type Field = readonly [FieldChange['attribute'], FieldChange['before'], FieldChange['after']];

test.each<
  [string, readonly Field[], AccountFacts | undefined, readonly (readonly [string, string | null])[]]
>([
  ['a grade', [['grade', 'A', 'B']], undefined, [['grade', null]]],
  [
    'a grade that is known to be taken',
    [['grade', 'A', 'B']],
    { grade: { is: 'taken', at: 1 } },
    [['grade', 'taken']],
  ],
  [
    'one that is known to be left',
    [['grade', 'A', 'B']],
    { grade: { is: 'ignored', at: 1 } },
    [['grade', 'not-taken']],
  ],
  ['a flag', [['private', false, true]], {}, [['private', null]]],
  [
    'a flag that is known to be left',
    [['private', false, true]],
    { private: { is: 'ignored', at: 1 } },
    [['private', 'not-taken']],
  ],
  ['a value that is cleared', [['description', 'A', null]], {}, [['clear', null]]],
  [
    'one that is known to be cleared by ""',
    [['description', 'A', null]],
    { clear: { is: 'empty-string', at: 1 } },
    [['clear', 'taken']],
  ],
  ['a grade that is cleared', [['grade', 'A', null]], {}, [['clear', null]]],
  ['a custom attribute that is cleared', [['custom:Ward', 'A', null]], {}, [['clear', null]]],
  [
    'a grade that stays',
    [['grade', 'A', null]],
    { 'clear-grade': { is: 'ignored', at: 1 } },
    [['clear', 'not-taken']],
  ],
  [
    'a grade that stays, where something else was cleared',
    [['grade', 'A', null]],
    { clear: { is: 'null', at: 1 }, 'clear-grade': { is: 'ignored', at: 1 } },
    [['clear', 'not-taken']],
  ],
  [
    'a grade that stays beside a phone that is cleared',
    [
      ['grade', 'A', null],
      ['recipient-phone', '1', null],
    ],
    { clear: { is: 'null', at: 1 }, 'clear-grade': { is: 'ignored', at: 1 } },
    [['clear', null]],
  ],
  [
    'a custom attribute, where the grade stays',
    [['custom:Ward', 'A', null]],
    { 'clear-grade': { is: 'ignored', at: 1 } },
    [['clear', null]],
  ],
  ['a name', [['recipient-name', 'A', 'B']], {}, []],
  ['a day', [['expiry-date', null, '2027-01-31']], {}, []],
  ['a custom attribute', [['custom:Ward', 'A', 'B']], {}, []],
  ['published', [['published', true, false]], {}, []],
  ['a description of evidence that is cleared', [['evidence-description-1', 'A', null]], {}, []],
  ['a name, where a grade is known', [['recipient-name', 'A', 'B']], { grade: { is: 'ignored', at: 1 } }, []],
])('%s', (_name, fields, learned, expected) => {
  const found = rowsInDoubt([changeOf(1, fields)], learned);
  expect(found.map(({ way, known }) => [way, known])).toEqual(expected);
});

test('rows are counted once for each thing, over all parts', () => {
  const grade = changeOf(1, [['grade', 'A', 'B']]);
  const both = changeOf(2, [
    ['grade', 'A', 'B'],
    ['description', 'A', null],
  ]);
  const sum = sumOfDoubts(rowsInDoubt([grade, both], {}), rowsInDoubt([grade], {}));
  expect(sum.map(({ way, rows }) => [way, rows])).toEqual([
    ['grade', 3],
    ['clear', 1],
  ]);
});

test('what is known counts where it is known of both parts', () => {
  const learned = { clear: { is: 'null', at: 1 }, 'clear-grade': { is: 'ignored', at: 1 } } as const;
  const stays = rowsInDoubt([changeOf(1, [['grade', 'A', null]])], learned);
  const goes = rowsInDoubt([changeOf(2, [['description', 'A', null]])], learned);
  expect(sumOfDoubts(stays, stays)).toEqual([{ way: 'clear', rows: 2, known: 'not-taken' }]);
  expect(sumOfDoubts(stays, goes)).toEqual([{ way: 'clear', rows: 2, known: null }]);
});

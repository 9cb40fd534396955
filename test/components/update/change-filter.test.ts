import { describe, expect, test } from 'vitest';
import type { Entry, EntryState } from '../../../lib/journal/entry';
import { filterChoices, shownChanges, type ChangeFilter } from '../../../components/update/change-filter';
import { changeTo, entryOf } from '../../fakes/run';

const APPLIED: EntryState = { kind: 'applied' };
const REJECTED: EntryState = { kind: 'rejected', status: 422, words: 'no' };

function entry(
  id: string,
  row: number,
  name: string,
  fields: Parameters<typeof changeTo>[1],
  state: EntryState,
): Entry {
  const change = changeTo(id, fields);
  return entryOf({ ...change, row, who: { name, email: `${id}@mail.test` } }, state);
}

const ENTRIES: readonly Entry[] = [
  entry('71', 2, 'Zoë Ålund', [['recipient-name', 'Zoe Alund', 'Zoë Ålund']], APPLIED),
  entry(
    '72',
    12,
    'Ada King',
    [
      ['grade', 'A', 'Merit'],
      ['expiry-date', null, '2028-02-26'],
    ],
    APPLIED,
  ),
  entry('73', 22, 'Bo Byrne', [['grade', 'B', 'Merit']], REJECTED),
  entry(
    '74',
    23,
    'Cy Merit',
    [
      ['grade', 'B', 'Pass'],
      ['recipient-name', 'C', 'Cy'],
    ],
    { kind: 'not-applied', fields: ['grade'] },
  ),
  entry('75', 24, 'Di Lee', [['published', false, true]], { kind: 'cancelled' }),
];
const ids = (entries: readonly Entry[]) => entries.map(({ credential }) => credential);

test('filterChoices: those that choose something, with what was written', () => {
  expect(filterChoices(ENTRIES)).toEqual([
    { filter: { kind: 'all' }, count: 5 },
    { filter: { kind: 'updated' }, count: 2 },
    { filter: { kind: 'part' }, count: 1 },
    { filter: { kind: 'not-updated' }, count: 2 },
    { filter: { kind: 'attribute', attribute: 'recipient-name' }, count: 2 },
    { filter: { kind: 'attribute', attribute: 'grade' }, count: 1 },
    { filter: { kind: 'attribute', attribute: 'expiry-date' }, count: 1 },
  ]);
  expect(filterChoices([])).toEqual([]);
});

describe('shownChanges', () => {
  const all: ChangeFilter = { kind: 'all' };
  test.each<[name: string, filter: ChangeFilter, search: string, found: readonly string[]]>([
    ['what was not updated first', all, '', ['73', '74', '75', '71', '72']],
    ['updated', { kind: 'updated' }, '', ['71', '72']],
    ['updated in part', { kind: 'part' }, '', ['74']],
    ['not updated', { kind: 'not-updated' }, '', ['73', '75']],
    ['written grades', { kind: 'attribute', attribute: 'grade' }, '', ['72']],
    [
      'names, also beside a grade that was not taken',
      { kind: 'attribute', attribute: 'recipient-name' },
      '',
      ['74', '71'],
    ],
    ['a name in another case', all, 'ZOË', ['71']],
    ['spaces around it', all, '  ada ', ['72']],
    ['an e-mail', all, '73@mail', ['73']],
    ['a new value', all, 'merit', ['73', '74', '72']],
    ['an old value', all, 'zoe alund', ['71']],
    ['the number of a row, whole', all, '2', ['71', '72']],
    ['a row', all, '24', ['75']],
    ['a credential', all, '75', ['75']],
    ['within a filter', { kind: 'updated' }, 'merit', ['72']],
    ['a name without its accents', all, 'zoe', ['71']],
    ['nothing', all, 'nobody', []],
    ['no word of ours for a value', all, 'true', []],
  ])('%s', (_name, filter, search, found) => {
    expect(ids(shownChanges(ENTRIES, filter, search))).toEqual(found);
  });
});

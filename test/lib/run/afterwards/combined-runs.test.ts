import { expect, test } from 'vitest';
import type { Entry, EntryState } from '../../../../lib/journal/entry';
import { combineRuns, unreadableOf } from '../../../../lib/run/afterwards/retry';
import { writtenByOthers, writtenFields } from '../../../../lib/journal/written-fields';
import { changeTo, entryOf, progressOf } from '../../../fakes/run';

const NO_FIELDS = { kind: 'conflict', fields: [] } as const;
const REFUSED = { kind: 'rejected', status: 422, words: 'no' } as const;
const WRITTEN: EntryState = { ...NO_FIELDS, written: ['grade'] };
const first = (state: EntryState): Entry =>
  entryOf(
    changeTo('1', [
      ['grade', 'A', 'B'],
      ['recipient-name', 'Ada', 'Adah'],
    ]),
    state,
  );
/** The name again, over the value that the platform had by then. */
const second = (state: EntryState): Entry =>
  entryOf(changeTo('1', [['recipient-name', 'Eve', 'Adah']]), state);

/** [what, the first run's entry, the second's, the combined state, what an undo restores] */
const CASES: readonly [string, Entry, Entry | null, EntryState['kind'], readonly string[]][] = [
  ['tried once', first({ kind: 'applied' }), null, 'applied', ['grade=A', 'recipient-name=Ada']],
  [
    'refused, then taken',
    first(REFUSED),
    first({ kind: 'applied' }),
    'applied',
    ['grade=A', 'recipient-name=Ada'],
  ],
  ['a conflict, then sent', first(NO_FIELDS), second({ kind: 'applied' }), 'applied', ['recipient-name=Eve']],
  ['a conflict, then refused', first(NO_FIELDS), second(REFUSED), 'rejected', []],
  [
    'half written, then sent',
    first(WRITTEN),
    second({ kind: 'applied' }),
    'applied',
    ['grade=A', 'recipient-name=Eve'],
  ],
  ['half written, then refused', first(WRITTEN), second(REFUSED), 'conflict', ['grade=A']],
  ['half written, then a conflict again', first(WRITTEN), second(NO_FIELDS), 'conflict', ['grade=A']],
];

test.each(CASES)('%s', (_what, one, other, kind, undone) => {
  const progress = progressOf('finished', { [one.state.kind]: 1 });
  const result = combineRuns(
    { progress, entries: [one] },
    { progress, entries: other === null ? [] : [other] },
  );
  expect(result.progress.counts[kind]).toBe(1);
  const fields = result.entries.flatMap(({ change, state }) => writtenFields(change, state));
  expect(fields.map(({ attribute, before }) => `${attribute}=${String(before)}`)).toEqual(undone);
});

test('unreadable entries of both are counted in the combined run', () => {
  const one = { progress: progressOf('finished', { applied: 2, rejected: 1 }), entries: [first(REFUSED)] };
  const other = { progress: progressOf('finished', { 'not-known': 1 }), entries: [] };
  expect(unreadableOf(one)).toBe(2);
  const both = combineRuns(one, other);
  expect(both.progress.counts).toMatchObject({ rejected: 1, 'not-known': 3 });
  expect(unreadableOf(both)).toBe(3);
});

/** [the first outcome, the second one, fields that somebody else has written] */
test.each<[string, Entry, Entry, readonly string[]]>([
  ['there before the second run', first(NO_FIELDS), second({ kind: 'applied', there: ['grade'] }), ['grade']],
  [
    'there, perhaps by the refused first run',
    first(REFUSED),
    second({ kind: 'applied', there: ['grade'] }),
    [],
  ],
  ['written by the second run', first(NO_FIELDS), second({ kind: 'applied' }), []],
  ['of which the second run says nothing', first(REFUSED), second(REFUSED), []],
])('%s', (_what, one, other, there) => {
  const progress = progressOf('finished', { [one.state.kind]: 1 });
  const [entry] = combineRuns({ progress, entries: [one] }, { progress, entries: [other] }).entries;
  expect(entry && writtenByOthers(entry.state)).toEqual(there);
});

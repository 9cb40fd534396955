import { expect, test } from 'vitest';
import { entriesOf } from '../../../lib/journal/entries-of';
import type { RunId } from '../../../lib/journal/entry';
import type { Journal } from '../../../lib/journal/journal';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { PREPARED, prepared } from '../../fakes/prepared-run';

async function positionsOf(journal: Journal, run: RunId, atOnce: number): Promise<readonly number[]> {
  const positions: number[] = [];
  for await (const part of entriesOf(journal, run, atOnce))
    positions.push(...part.map(({ position }) => position));
  return positions;
}

test.each([1, 2, 4, 5, 6])('all entries of a run, %i at once', async (atOnce) => {
  const journal = createMemoryJournal();
  expect(await positionsOf(journal, await prepared(journal), atOnce)).toEqual([...PREPARED.keys()]);
});

test.each<[string, readonly number[]]>([
  ['at the beginning', [0, 1]],
  ['in the middle', [2, 3]],
  ['all but the last one', [0, 1, 2, 3]],
  ['at the end', [4]],
  ['all of them', [0, 1, 2, 3, 4]],
])('those behind a part that cannot be read: %s', async (_, unreadable) => {
  const journal = createMemoryJournal();
  const run = await prepared(journal);
  const damaged: Journal = {
    ...journal,
    async listEntries(...asked) {
      return (await journal.listEntries(...asked)).filter(({ position }) => !unreadable.includes(position));
    },
  };
  const readable = [...PREPARED.keys()].filter((position) => !unreadable.includes(position));
  expect(await positionsOf(damaged, run, 2)).toEqual(readable);
});

test('none of a run that is not there', async () => {
  expect(await positionsOf(createMemoryJournal(), 'gone' as RunId, 2)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import { retryChanges, combineRuns } from '../../../../lib/run/afterwards/retry';
import { changeOf, createWorld } from '../../../fakes/background-world';
import { changeTo, entryOf, progressOf } from '../../../fakes/run';
import { held } from '../../../platform/test-client';
import { credentialFields, smallState } from '../../../platform/test-state';

const change = (id: string) => changeTo(id, [['grade', 'A', 'B']]);

test.each<[name: string, state: EntryState, isTriedAgain: boolean]>([
  ['refused by the platform', { kind: 'rejected', status: 500, words: 'no' }, true],
  ['cancelled', { kind: 'cancelled' }, true],
  ['applied', { kind: 'applied' }, false],
  [
    'left out by the platform, which would leave it out again',
    { kind: 'not-applied', fields: ['grade'] },
    false,
  ],
  [
    'a conflict: somebody has to look at it',
    { kind: 'conflict', fields: [{ attribute: 'grade', before: 'A', now: 'C', wanted: 'B' }] },
    false,
  ],
])('%s', (_name, state, isTriedAgain) => {
  const entry = entryOf(change('1'), state);
  expect(retryChanges([entry])).toEqual(isTriedAgain ? [entry.change] : []);
});

test('two runs combined: second outcomes, and the credits of both', () => {
  const refused = { kind: 'rejected', status: 500, words: 'no' } as const;
  const rest = { errors: 1, leftOut: 2, unchanged: 3 };
  const { run, ...counted } = progressOf('finished', { applied: 1, rejected: 2 });
  const first = {
    progress: { ...counted, run: { ...run, rest }, creditsSpent: 1 },
    entries: [entryOf(change('1')), entryOf(change('2'), refused, 1), entryOf(change('3'), refused, 2)],
  };
  const second = {
    progress: { ...progressOf('finished', { applied: 1, rejected: 1 }), creditsSpent: 2 },
    entries: [entryOf(change('2')), entryOf(change('3'), refused, 1)],
  };
  const result = combineRuns(first, second);
  expect(result.entries.map(({ credential, state }) => [credential, state.kind])).toEqual([
    ['1', 'applied'],
    ['2', 'applied'],
    ['3', 'rejected'],
  ]);
  expect(result.progress.counts).toMatchObject({ applied: 2, rejected: 1 });
  expect(result.progress.creditsSpent).toBe(3);
  // The rows of the sheet are those of the first run.
  expect(result.progress.run.rest).toEqual(rest);
});

describe('failed entries in a run of their own', () => {
  const state = smallState([301, 302, 303].map((id) => credentialFields(id)));
  const rename = (id: number) => changeOf(id, [['recipient-name', `Person ${id}`, `New ${id}`]]);

  test('are sent alone, and an edit meanwhile is not overwritten', async () => {
    const world = await createWorld({
      state,
      faults: ['500:method=PUT:path=/v1/credentials/302', '500:method=PUT:path=/v1/credentials/303'],
    });
    const run = await world.begin([301, 302, 303].map(rename));
    await world.rest(run);
    const failed = retryChanges(await world.entries(run));
    expect(failed.map(({ credential }) => credential)).toEqual(['302', '303']);

    world.standIn.setFaults([]);
    world.standIn.edit('303', { recipient: { name: 'Married' } });
    const sent = world.writes().length;
    const again = await world.begin(failed);
    expect((await world.rest(again)).counts).toMatchObject({ applied: 1, conflict: 1 });
    expect(world.writes()).toHaveLength(sent + 1);
    expect([302, 303].map((id) => held(world.standIn, id).recipient.name)).toEqual(['New 302', 'Married']);
  });
});

import { credentialId } from '../../lib/credential/ids';
import type { Change, FieldChange } from '../../lib/credential/change';
import type { Baseline, Entry, EntryState, RunId, RunProgress, RunState } from '../../lib/journal/entry';
import { NO_ENTRIES } from '../../lib/journal/entry-counts';

export const RUN = 'run-1' as RunId;

/** No field had its wanted value before the first request. */
export const NOTHING_THERE: Baseline = { kind: 'read', there: [] };

/** A run as it is watched: of group 7, with this many changes. */
export function progressOf(
  state: RunState['kind'],
  counts: Partial<RunProgress['counts']> = {},
  run: RunId = RUN,
): RunProgress {
  const all = { ...NO_ENTRIES, ...counts };
  return {
    run: {
      environment: 'production',
      account: { id: '9', name: 'Northfield' },
      group: { id: '7', name: 'Welding' },
      fileName: 'fixes.csv',
      sheetName: 'Sheet1',
      entries: Object.values(all).reduce((sum, count) => sum + count, 0),
      creditsAtMost: 0,
      confirmedWarnings: [],
      id: run,
      createdAt: 0,
      finishedAt: state === 'finished' || state === 'cancelled' ? 1 : null,
      state: state === 'paused' ? { kind: 'paused', reason: { kind: 'asked' } } : { kind: state },
    },
    counts: all,
    partly: 0,
    creditsSpent: 0,
    perMinute: null,
  };
}

/** A change of a credential: [attribute, before, after] for each field. */
export function changeTo(
  id: string,
  fields: readonly (readonly [FieldChange['attribute'], FieldChange['before'], FieldChange['after']])[],
): Change {
  return {
    credential: credentialId(id),
    row: 2,
    who: { name: null, email: null },
    reference: null,
    fields: fields.map(([attribute, before, after]) => ({ attribute, before, after })),
    credits: 0,
    expiredOn: null,
    updatedAt: null,
  };
}

/** An entry of the run, in this state. */
export function entryOf(change: Change, state: EntryState = { kind: 'applied' }, position = 0): Entry {
  return { run: RUN, credential: change.credential, position, change, state };
}

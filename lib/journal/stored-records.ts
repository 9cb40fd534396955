import type { Entry, EntryState } from './entry';
import type { JournalRun } from './journal';
import { isSettled } from './transitions';

/*
 * Records as the journal stores them. Their fields are those of the first version, so that either
 * version reads the other's records: what is empty or false is not stored. `run-schema.ts` is the
 * other direction.
 */

/**
 * An entry as it is stored. `open` is there only while it is unsettled: the index of open entries
 * holds no others.
 */
export interface StoredEntry extends Omit<Entry, 'state'> {
  readonly state: { readonly kind: EntryState['kind'] };
  readonly open?: 1;
}

export interface StoredRun extends Omit<JournalRun, 'values' | 'isEndSeen'> {
  readonly id: string;
  readonly forgotten?: true;
  readonly forgottenAt?: number;
  readonly seen?: true;
}

export function storedEntry(entry: Entry): StoredEntry {
  const stored = { ...entry, state: storedState(entry.state) };
  return isSettled(entry.state) ? stored : { ...stored, open: 1 };
}

function storedState(state: EntryState): StoredEntry['state'] {
  if (state.kind !== 'sent' && state.kind !== 'in-doubt') return state;
  const { before, ...sending } = state;
  const isRestored = before.kind !== 'read';
  return {
    ...sending,
    ...(before.kind !== 'lost' && before.there.length > 0 && { there: before.there }),
    ...(isRestored && { restored: true }),
  };
}

export function storedRun({ values, isEndSeen, ...run }: JournalRun): StoredRun {
  return {
    ...run,
    id: run.record.id,
    ...(values.kind === 'deleted' && { forgotten: true }),
    ...(values.kind === 'deleted' && values.at !== null && { forgottenAt: values.at }),
    ...(isEndSeen && { seen: true }),
  };
}

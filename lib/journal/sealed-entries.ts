import type { Change } from '../credential/change';
import type { Seal } from '../secrets/seal';
import { changeSchema } from './change-schema';
import type { Entry, EntryState, RunId } from './entry';
import { entrySchema } from './run-schema';
import { parsed } from './sealed-records';
import type { StoredEntry, StoredState } from './stored-records';
import { isSettled } from './transitions';

/* How entries are closed and opened; sealed-records.ts has the runs. */

const aboutChange = (run: string, credential: string) => `change of ${run} ${credential}`;
const aboutState = (run: string, credential: string) => `state of ${run} ${credential}`;

/** A change as it is stored, before it has a position. */
export type ClosedChange = Pick<StoredEntry, 'run' | 'credential' | 'change' | 'renews' | 'credits'>;

export async function closeChange(seal: Seal, run: RunId, change: Change): Promise<ClosedChange> {
  const credential = await seal.print(change.credential);
  return {
    run,
    credential,
    change: await seal.close(JSON.stringify(change), aboutChange(run, credential)),
    ...(change.renews === true && { renews: true }),
    credits: change.credits,
  };
}

/** A state as it is stored, before it is known of which credential. */
export interface ClosedState {
  readonly state: StoredState;
  readonly detail?: string;
  readonly open?: 1;
}

export async function closeState(
  seal: Seal,
  run: RunId,
  credential: string,
  state: EntryState,
): Promise<ClosedState> {
  const hasMore = Object.keys(state).length > 1;
  return {
    state: storedState(state),
    ...(hasMore && {
      detail: await seal.close(JSON.stringify(plainState(state)), aboutState(run, credential)),
    }),
    ...(!isSettled(state) && { open: 1 }),
  };
}

/** An entry as it is stored. */
export async function closeEntry(seal: Seal, { run, position, change, state }: Entry): Promise<StoredEntry> {
  const closed = await closeChange(seal, run, change);
  return { ...closed, ...(await closeState(seal, run, closed.credential, state)), position };
}

function storedState(state: EntryState): StoredState {
  if (state.kind !== 'sent' && state.kind !== 'in-doubt') return { kind: state.kind };
  const { kind, attempt, before } = state;
  const isThere = before.kind !== 'lost' && before.there.includes('expiry-date');
  return {
    kind,
    attempt,
    ...(before.kind !== 'read' && { restored: true }),
    ...(isThere && { expiryThere: true }),
  };
}

/** A state in the form of the first version, which `entrySchema` reads. */
function plainState(state: EntryState): object {
  if (state.kind !== 'sent' && state.kind !== 'in-doubt') return state;
  const { before, ...sending } = state;
  return {
    ...sending,
    ...(before.kind !== 'lost' && before.there.length > 0 && { there: before.there }),
    ...(before.kind !== 'read' && { restored: true }),
  };
}

/** Opens an entry. Null: it is damaged, or closed with another secret. */
export async function openEntry(seal: Seal | null, stored: StoredEntry): Promise<Entry | null> {
  const { run, position, credential, detail } = stored;
  const change = await openChange(seal, stored);
  if (change === null) return null;
  const state =
    detail === undefined ? stored.state : parsed(await seal?.open(detail, aboutState(run, credential)));
  const entry = entrySchema.safeParse({ run, position, credential: change.credential, change, state });
  return entry.success && entry.data.state.kind === stored.state.kind ? entry.data : null;
}

/** Opens the change of an entry alone; null as above. */
export async function openChange(
  seal: Seal | null,
  { run, credential, change }: StoredEntry,
): Promise<Change | null> {
  return changeSchema.safeParse(parsed(await seal?.open(change, aboutChange(run, credential)))).data ?? null; // no data: damaged
}

import type { Change } from '../credential/change';
import type { Seal } from '../secrets/seal';
import type { Secrets } from '../secrets/secrets';
import { z } from '../zod';
import { changeSchema } from './change-schema';
import type { Entry, EntryState, RunId, RunRecord, RunState } from './entry';
import { JournalFault, type JournalRun } from './journal';
import { entrySchema, journalRunSchema } from './run-schema';
import { storedRunSchema, valuesOf, type StoredEntry, type StoredState } from './stored-records';
import { isSettled } from './transitions';

/*
 * What is closed of a record, and how it is opened. Each run has a secret of its own, so that its
 * values can be forgotten alone; the headers of the history have one together, which goes with
 * "Delete everything stored on this computer".
 */

/** The name of the secret of a run's values. */
export const secretOf = (run: string): string => `run.${run}`;
/** The run of a secret; null for another one. */
export const runOfSecret = (name: string): RunId | null =>
  name.startsWith('run.') ? (name.slice('run.'.length) as RunId) : null;
export const HISTORY_SECRET = 'history';
export const isOfJournal = (name: string): boolean => name === HISTORY_SECRET || runOfSecret(name) !== null;

const aboutHeader = (run: string) => `header of ${run}`;
const aboutWords = (run: string) => `words of ${run}`;
const aboutChange = (run: string, credential: string) => `change of ${run} ${credential}`;
const aboutState = (run: string, credential: string) => `state of ${run} ${credential}`;

/** Closes what never changes of a run's record. */
export function closeHeader(history: Seal, record: RunRecord): Promise<string> {
  const { state: _state, finishedAt: _end, pausedAt: _pause, valuesLostAt: _loss, ...header } = record;
  return history.close(JSON.stringify(header), aboutHeader(record.id));
}

/** The state of a run as it is stored, and its words, closed. */
export async function closeRunState(
  secrets: Secrets,
  run: RunId,
  state: RunState,
): Promise<{ readonly state: RunState; readonly words?: string }> {
  if (state.kind !== 'paused' || !('words' in state.reason) || state.reason.words === '') return { state };
  const { words } = state.reason;
  const bare = { ...state, reason: { ...state.reason, words: '' } };
  const seal = await secrets.get(secretOf(run));
  // Without a secret the words are not kept. The run is found out as lost at the next start.
  if (seal === null) return { state: bare };
  return { state: bare, words: await seal.close(words, aboutWords(run)) };
}

/** Opens a run as it is stored. Null: it cannot be read, by this version or without its secret. */
export async function openRun(secrets: Secrets, raw: unknown): Promise<JournalRun | null> {
  const stored = storedRunSchema.safeParse(raw);
  // A version before 0.3 stored runs as they are.
  if (!stored.success) return journalRunSchema.safeParse(raw).data ?? null; // no data: damaged
  const { id, header, standing, words, counts, partly = 0, creditsSpent } = stored.data; // 0: not stored
  const history = await secrets.get(HISTORY_SECRET);
  const record = parsed(await history?.open(header, aboutHeader(id)));
  const state = await openRunState(secrets, id, standing.state, words);
  const run = journalRunSchema.safeParse({
    record: { ...record, ...standing, state },
    counts,
    partly,
    creditsSpent,
  });
  if (!run.success || run.data.record.id !== id) return null;
  return { ...run.data, values: valuesOf(stored.data), isEndSeen: stored.data.seen === true };
}

async function openRunState(
  secrets: Secrets,
  run: string,
  state: RunState,
  words: string | undefined,
): Promise<RunState> {
  if (words === undefined || state.kind !== 'paused' || !('words' in state.reason)) return state;
  const seal = await secrets.get(secretOf(run));
  const open = (await seal?.open(words, aboutWords(run))) ?? ''; // lost words: the pause itself holds
  return { ...state, reason: { ...state.reason, words: open } };
}

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

/** The seal of a run's values. Rejects with a JournalFault when it is lost. */
export async function sealOfRun(secrets: Secrets, run: RunId): Promise<Seal> {
  const seal = await secrets.get(secretOf(run));
  if (seal === null) throw new JournalFault('damaged');
  return seal;
}

const anyJson = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

/** Undefined for a text that could not be opened, or is no JSON. */
function parsed(text: string | null | undefined): object | undefined {
  const value = anyJson.safeParse(text).data;
  return typeof value === 'object' && value !== null ? value : undefined;
}

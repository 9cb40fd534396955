import type { Seal } from '../secrets/seal';
import type { Secrets } from '../secrets/secrets';
import { z } from '../zod';
import type { RunId, RunRecord, RunState } from './entry';
import { JournalFault, type JournalRun } from './journal';
import { journalRunSchema } from './run-schema';
import { storedRunSchema, valuesOf, type StoredRun } from './stored-records';

/*
 * Closes the parts of a record that say something, and opens them. Each run has a secret of its
 * own, so that its values can be forgotten alone; the headers of the history have one together,
 * which goes with "Delete everything stored on this computer".
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

/** Closes what never changes of a run's record. */
function closeHeader(history: Seal, record: RunRecord): Promise<string> {
  const { state: _state, finishedAt: _end, pausedAt: _pause, ...rest } = record;
  const { valuesLostAt: _loss, trialOverAt: _trial, ...header } = rest;
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

/** A run as it is stored. What is empty, false or 0 is not stored. */
export async function closeRun(secrets: Secrets, run: JournalRun): Promise<StoredRun> {
  const { record, counts, partly, creditsSpent, values, isEndSeen } = run;
  const { finishedAt, pausedAt, valuesLostAt, trialOverAt } = record;
  const { state, ...words } = await closeRunState(secrets, record.id, record.state);
  return {
    id: record.id,
    header: await closeHeader(await secrets.make(HISTORY_SECRET), record),
    ...words,
    standing: {
      state,
      finishedAt,
      ...(pausedAt !== undefined && { pausedAt }),
      ...(valuesLostAt !== undefined && { valuesLostAt }),
      ...(trialOverAt !== undefined && { trialOverAt }),
    },
    counts,
    ...(partly > 0 && { partly }),
    creditsSpent,
    ...(values.kind === 'deleted' && { forgotten: true }),
    ...(values.kind === 'deleted' && values.at !== null && { forgottenAt: values.at }),
    ...(isEndSeen && { seen: true }),
  };
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
export function parsed(text: string | null | undefined): object | undefined {
  const value = anyJson.safeParse(text).data;
  return typeof value === 'object' && value !== null ? value : undefined;
}

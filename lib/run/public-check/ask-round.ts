import { entriesOf } from '../../journal/entries-of';
import type { Entry } from '../../journal/entry';
import type { Journal, JournalRun } from '../../journal/journal';
import type { PublicClient } from '../../platform/client';
import type { PlatformProblem } from '../../platform/platform-problem';
import { readPublicRecord } from '../../platform/public-record';
import { isNowhere, soughtBy } from '../../platform/read-credential';
import { waited, type Sleep } from '../../platform/sleep';
import { isOpenSight, publicSightOf, type PublicSight } from './public-sight';

export interface RoundContext {
  readonly journal: Journal;
  readonly client: PublicClient;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly stop: AbortSignal;
  /** Whether a run is worked on, which goes first. */
  readonly isBusy: () => boolean;
  /** Keeps what was found out so far. Answers false when the check is not wanted any more. */
  readonly save: (sights: readonly PublicSight[]) => Promise<boolean>;
}

/** One request in this time at most: half of the pace is left to the admin. */
const SPACED_MS = 300;
/** The longest time of a round. What was not asked by then is asked in the next one. */
const LONGEST_MS = 10 * 60_000;
/** Requests without an answer, one after the other, after which the round ends. */
const MOST_UNANSWERED = 5;
const SAVED_AFTER = 50;
/** Entries that are read at once. */
const PART = 1_000;

/**
 * Asks once for each entry that was not asked yet, else for each that is still open, in the order
 * of the sheet, and gives the sights after that. It ends before where the platform does not answer
 * or time is up. `isPutOff`: it did because a run is worked on. Null: the check is not wanted any
 * more.
 */
export async function askRound(
  run: JournalRun,
  before: readonly PublicSight[],
  context: RoundContext,
): Promise<{ readonly sights: readonly PublicSight[]; readonly isPutOff: boolean } | null> {
  const { journal, now, sleep, stop, isBusy, save } = context;
  const { id } = run.record;
  const sights = [...before];
  const isNew = before.includes('not-asked');
  const isAsked = (sight: PublicSight | undefined) =>
    sight !== undefined && (isNew ? sight === 'not-asked' : isOpenSight(sight));
  const begun = now();
  const later = await changedLater(journal, run);
  let asked = 0;
  let unanswered = 0;
  for (let from = 0; from < sights.length; from += PART) {
    if (!sights.slice(from, from + PART).some(isAsked)) continue;
    for (const entry of await journal.listEntries(id, from, PART)) {
      if (!isAsked(sights[entry.position])) continue;
      if (later.has(entry.credential)) {
        sights[entry.position] = 'later-run';
        continue;
      }
      if (isBusy()) return ended(true);
      if (now() - begun > LONGEST_MS || unanswered >= MOST_UNANSWERED) return ended(false);
      const answer = await ask(entry, context);
      if (stop.aborted) return null;
      unanswered = answer.isAnswered ? 0 : unanswered + 1;
      // No answer says less than the sight that was there: it stays, and is asked for again.
      if (answer.sight !== 'no-answer' || sights[entry.position] === 'not-asked')
        sights[entry.position] = answer.sight;
      asked += 1;
      if (asked % SAVED_AFTER === 0 && !(await save(sights))) return null;
      if (!(await waited(sleep, SPACED_MS, stop))) return null;
    }
  }
  return ended(false);

  async function ended(isPutOff: boolean) {
    return (await save(sights)) ? { sights, isPutOff } : null;
  }
}

/**
 * Asks what everybody sees of an entry. An answer that proves nothing counts as none, and never as
 * "old".
 */
async function ask(
  { change, state }: Entry,
  { client, stop }: RoundContext,
): Promise<{ readonly sight: PublicSight; readonly isAnswered: boolean }> {
  const read = await readPublicRecord(client, soughtBy(change), stop).catch((error: unknown) => {
    if (!stop.aborted) throw error;
    return null;
  });
  if (read === null) return { sight: 'no-answer', isAnswered: false };
  if (read.ok) return { sight: publicSightOf(change, state, read.value), isAnswered: true };
  if (isNowhere(read.problem)) return { sight: publicSightOf(change, state, null), isAnswered: true };
  return { sight: 'no-answer', isAnswered: isAboutTheRow(read.problem) };
}

/** Whether the platform answered, and only not about this credential. */
function isAboutTheRow({ code }: PlatformProblem): boolean {
  return code === 'unexpected-answer' || code === 'refused';
}

/** The credentials that later runs of the group have begun to change, as far as that is kept. */
async function changedLater(journal: Journal, { record }: JournalRun): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const other of await journal.listRuns()) {
    const { environment, group, createdAt, state, id } = other.record;
    const isOfGroup = environment === record.environment && group.id === record.group.id;
    if (!isOfGroup || id === record.id || createdAt < record.createdAt) continue;
    if (state.kind === 'preparing' || other.values.kind === 'deleted') continue;
    for await (const entries of entriesOf(journal, id, PART))
      for (const { credential } of entries) changed.add(credential);
  }
  return changed;
}

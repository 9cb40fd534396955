import type { RunId, RunRecord } from '../../journal/entry';
import type { Journal, JournalRun } from '../../journal/journal';
import { isEnded } from '../../journal/transitions';
import type { FactValue } from '../../platform/account-facts';
import type { PublicClient } from '../../platform/client';
import type { Environment } from '../../platform/environment';
import type { Sleep } from '../../platform/sleep';
import { keptDaysOf } from '../afterwards/kept-values';
import type { Locks } from '../loop/locks';
import { askRound } from './ask-round';
import { HOUR_MS, isAskDue, nextAskAt } from './ask-times';
import { publicLagOf } from './public-lag';
import { isOpenSight, sightBefore, type PublicSight } from './public-sight';
import { sightsOf, signsOf } from './sight-signs';
import { createStoredChecks, type CheckStore, type StoredCheck } from './stored-checks';

/** The public check of a run, as it is shown. */
export interface PublicCheck {
  /** A sign for each position: the sight that everybody has of the entry (sight-signs.ts). */
  readonly sights: string;
  /** When it is asked again, in milliseconds since 1970; null: never any more. */
  readonly nextAt: number | null;
  readonly askedAt: number | null;
  /** Whether it is being asked now. */
  readonly isAsking: boolean;
}

export interface PublicChecksDeps {
  /** Null while the journal cannot be opened. */
  readonly open: () => Promise<{ readonly journal: Journal } | null>;
  readonly store: CheckStore;
  readonly clientOf: (environment: Environment) => PublicClient;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly locks: Locks;
  /** Whether the organisation allows public records of an environment to be read now. */
  readonly isAllowed: (environment: Environment) => Promise<boolean>;
  /** For how many days values are kept now. */
  readonly keptDays: () => Promise<number>;
  /** Whether a run is worked on, which goes first. */
  readonly isBusy: () => boolean;
  readonly keepAwake: (needed: boolean) => void;
  /** Called with the moment at which the background is needed next; null: not for this. */
  readonly onWakeAt: (at: number | null) => void;
  readonly onFault: (error: unknown) => void;
  /** Notes how far the public record of an account runs behind; missing: nothing is remembered. */
  readonly learnLag?: (of: RunRecord, is: FactValue<'public'>) => void;
}

/** Looks up what everybody sees of the changes of runs that have ended (docs/product.md 2.6). */
export interface PublicChecks {
  /** Begins checks of runs that have just ended, asks those that are due, sets the alarm. */
  wake(): void;
  /** The check of a run; null: there is none. */
  of(run: RunId): Promise<PublicCheck | null>;
  /** Asks those of a run that are still open again now. Answers whether there is such a check. */
  askNow(run: RunId): Promise<boolean>;
  /** Removes the checks of runs whose values were deleted, and stops asking for them. */
  letGo(): Promise<void>;
}

const LOCK = 'public checks';
/** The wait when a run is worked on. */
const PUT_OFF_MS = 60_000;
/** Entries that are read at once. */
const PART = 1_000;

export function createPublicChecks(deps: PublicChecksDeps): PublicChecks {
  const { now } = deps;
  const stored = createStoredChecks(deps.store);
  let isWaking = false;
  let isWokenAgain = false;
  let asking: { readonly run: RunId; readonly stopping: AbortController } | null = null;
  const shown = ({ run, sights, nextAt, askedAt }: StoredCheck): PublicCheck => ({
    sights,
    nextAt,
    askedAt,
    isAsking: asking?.run === run,
  });

  const checks: PublicChecks = {
    wake() {
      isWokenAgain = true;
      if (isWaking) return;
      isWaking = true;
      deps.locks
        .request(LOCK, { ifAvailable: true }, async (lock) => {
          while (lock !== null && isWokenAgain) {
            isWokenAgain = false;
            await work();
          }
        })
        .catch(deps.onFault)
        .finally(() => {
          isWaking = false;
          if (isWokenAgain) checks.wake();
        });
    },
    async of(run) {
      const found = (await stored.read()).find((check) => check.run === run);
      return found === undefined ? null : shown(found);
    },
    async askNow(run) {
      const isThere = await stored.update(run, (check) => ({ ...check, nextAt: now() }));
      checks.wake();
      return isThere;
    },
    async letGo() {
      const opened = await deps.open();
      if (opened !== null) await keepOnlyOf(await opened.journal.listRuns());
      const isGone = asking !== null && (await checks.of(asking.run)) === null;
      if (isGone) asking?.stopping.abort();
    },
  };
  return checks;

  async function work(): Promise<void> {
    const opened = await deps.open();
    if (opened === null) return;
    const { journal } = opened;
    const runs = await journal.listRuns();
    await keepOnlyOf(runs);
    for (const run of runs) if (await isToBegin(run)) await begin(journal, run);
    for (const run of runs) await askIfDue(journal, run);
    const waits = (await stored.read()).flatMap(({ nextAt }) => nextAt ?? []); // null: over
    deps.onWakeAt(waits.length === 0 ? null : Math.min(...waits));
  }

  /** Without its values, a run has no rows that could be named. */
  function keepOnlyOf(runs: readonly JournalRun[]) {
    const kept = runs.filter(({ values }) => values.kind === 'kept');
    return stored.keepOnly(new Set(kept.map(({ record }) => record.id)));
  }

  async function isToBegin(run: JournalRun): Promise<boolean> {
    const { record, counts, partly, values } = run;
    const { finishedAt } = record;
    if (finishedAt === null || !isEnded(run) || values.kind === 'deleted') return false;
    if (counts.applied + partly === 0 || now() - finishedAt >= HOUR_MS) return false;
    if ((await stored.read()).some((check) => check.run === record.id)) return false;
    // Values that are to be deleted at once cannot be compared for an hour.
    if (keptDaysOf(record, await deps.keptDays()) === 0) return false;
    return deps.isAllowed(record.environment);
  }

  async function begin(journal: Journal, { record }: JournalRun): Promise<void> {
    const sights: PublicSight[] = Array.from({ length: record.entries }, () => 'no-change');
    for (let from = 0; from < record.entries; from += PART)
      for (const { position, change: of, state } of await journal.listEntries(record.id, from, PART))
        sights[position] = sightBefore(of, state);
    const isOpen = sights.some(isOpenSight);
    const nextAt = isOpen ? nextAskAt(0, record.finishedAt ?? now(), now()) : null; // ended: it has one
    const check = { run: record.id, sights: signsOf(sights), nextAt, times: 0, askedAt: null };
    await stored.add(check);
  }

  async function askIfDue(journal: Journal, run: JournalRun): Promise<void> {
    const { id, environment, finishedAt } = run.record;
    const check = (await stored.read()).find((one) => one.run === id);
    if (check === undefined || !isAskDue(check.nextAt, now())) return;
    if (!(await deps.isAllowed(environment))) {
      await stored.update(id, (one) => ({ ...one, nextAt: null }));
      return;
    }
    const stopping = new AbortController();
    asking = { run: id, stopping };
    deps.keepAwake(true);
    try {
      const before = sightsOf(check.sights);
      const begunAt = now();
      const round = await askRound(run, before, {
        ...deps,
        journal,
        client: deps.clientOf(environment),
        stop: stopping.signal,
        async save(sights) {
          const isAllowed = await deps.isAllowed(environment);
          const isKept = await stored.update(id, (one) => ({
            ...one,
            sights: signsOf(sights),
            askedAt: now(),
          }));
          return isAllowed && isKept;
        },
      });
      if (round === null) return;
      const times = round.isPutOff ? check.times : check.times + 1;
      const isOpen = round.sights.some(isOpenSight);
      // It has ended, so that it has an end.
      const at = round.isPutOff ? now() + PUT_OFF_MS : nextAskAt(times, finishedAt ?? 0, now());
      await stored.update(id, (one) => ({ ...one, times, nextAt: isOpen ? at : null }));
      const sinceEndMs = begunAt - (finishedAt ?? 0); // it has ended, so that it has an end
      const lag = publicLagOf({ before, after: round.sights, sinceEndMs, isOver: at === null });
      if (lag !== null) deps.learnLag?.(run.record, lag);
    } finally {
      asking = null;
      deps.keepAwake(false);
    }
  }
}

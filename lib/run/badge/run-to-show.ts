import type { JournalRun } from '../../journal/journal';
import { isEnded, isUnsettled } from '../../journal/transitions';
import type { GroupPage } from '../../platform/environment';

/** Whether the run has begun and is not over. */
function isUnderWay({ record }: JournalRun): boolean {
  return record.state.kind === 'running' || record.state.kind === 'paused';
}

/**
 * How long a cancelled run with open entries is in the way of the next one. By then none of its
 * writes is in flight any more: each is given up after a minute, and the network may delay it for a
 * while (`lib/run/entry/settle-delay.ts`). Not longer, because the outcome may never be known, as
 * of a credential that was deleted.
 */
const SETTLING_MS = 2 * 60_000;

/** Whether a write of the run may still arrive, and overwrite what another run writes meanwhile. */
export function isInTheWay(run: JournalRun, now: number): boolean {
  const { state, finishedAt } = run.record;
  if (state.kind !== 'cancelled') return isUnderWay(run);
  // An end in the future means that the clock was set back since: the group must not be blocked
  // until then.
  return isUnsettled(run) && finishedAt !== null && Math.abs(now - finishedAt) < SETTLING_MS;
}

/** Whether a run is of the group of a page. */
export function isOfPage({ record }: JournalRun, page: GroupPage): boolean {
  return record.environment === page.environment && record.group.id === page.groupId;
}

/**
 * Whether the run has ended and no panel has shown that yet. Only the latest run of its group and
 * account: the panel that began it has shown the end of the one before. `runs`: all, the latest
 * first.
 */
export function isEndUnseen(run: JournalRun, runs: readonly JournalRun[]): boolean {
  const isGone = run.values.kind === 'deleted' && run.record.valuesLostAt === undefined;
  if (!isEnded(run) || run.isEndSeen || isGone) return false;
  return runs.find((other) => isSamePlace(other, run) && other.record.state.kind !== 'preparing') === run;
}

/** Whether a cancelled run has outcomes that are not known, and no panel has shown that yet. */
export function isUnsettledUnseen(run: JournalRun): boolean {
  return isUnsettled(run) && !run.isEndSeen;
}

/**
 * Chooses the run that a panel on this page shows when it opens, the first that there is of:
 * 1. one that is under way or not settled yet;
 * 2. one that another panel is filling;
 * 3. one whose end no panel has shown;
 * 4. one that was cancelled and may never be settled.
 *
 * Ends (3 and 4) are shown to the account of the run only. `account` undefined: to any (the popup,
 * which acts for none). `page` null: of any group. `runs`: all, the latest first.
 */
export function runToShow(
  runs: readonly JournalRun[],
  page: GroupPage | null,
  account: string | undefined,
  isBeingFilled: (run: JournalRun) => boolean,
  now: number,
): JournalRun | null {
  const here = runs.filter((run) => page === null || isOfPage(run, page));
  const isOfAccount = ({ record }: JournalRun) => account === undefined || record.account.id === account;
  return (
    here.find((run) => isInTheWay(run, now)) ??
    here.find((run) => run.record.state.kind === 'preparing' && isBeingFilled(run)) ??
    here.find((run) => isOfAccount(run) && isEndUnseen(run, runs)) ??
    here.find((run) => isOfAccount(run) && isUnsettledUnseen(run)) ??
    null
  );
}

function isSamePlace(a: JournalRun, b: JournalRun): boolean {
  return (
    a.record.environment === b.record.environment &&
    a.record.group.id === b.record.group.id &&
    a.record.account.id === b.record.account.id
  );
}

/** Whether two runs are of the same group. Only one run of a group may be under way at a time. */
export function isSameGroup(a: JournalRun, b: JournalRun): boolean {
  return a.record.environment === b.record.environment && a.record.group.id === b.record.group.id;
}

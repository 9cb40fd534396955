import type { JournalRun } from '../../journal/journal';
import { isEnded, isUnsettled } from '../../journal/transitions';
import type { GroupPage } from '../../platform/environment';

/** Whether the run has begun and is not over. */
function isUnderWay({ record }: JournalRun): boolean {
  return record.state.kind === 'running' || record.state.kind === 'paused';
}

/**
 * How long a cancelled run, of which something is not known, is in the way of the next: by then no write of it is under way any
 * more (a minute until it is given up, and what the network may hold it back, `lib/run/entry/settle-delay.ts`). Not longer: of a credential that
 * the platform does not give any more, nothing will ever be known.
 */
const SETTLING_MS = 2 * 60_000;

/** Whether a write of the run may still arrive: what another run writes meanwhile could be gone over by it. */
export function isInTheWay(run: JournalRun, now: number): boolean {
  const { state, finishedAt } = run.record;
  if (state.kind !== 'cancelled') return isUnderWay(run);
  // What lies far ahead is of a clock that was set back since: that is not to block the group until then.
  return isUnsettled(run) && finishedAt !== null && Math.abs(now - finishedAt) < SETTLING_MS;
}

/** Whether a run is of the group of a page. */
export function isOfPage({ record }: JournalRun, page: GroupPage): boolean {
  return record.environment === page.environment && record.group.id === page.groupId;
}

/**
 * Whether the run has ended and no panel has shown that yet, so that somebody still has to be told. Only the latest of its
 * group and account: what came before it was shown when that one was begun. `runs`: all, the latest first.
 */
export function isEndUnseen(run: JournalRun, runs: readonly JournalRun[]): boolean {
  if (!isEnded(run) || run.seen === true || run.forgotten === true) return false;
  return runs.find((other) => isSamePlace(other, run) && other.record.state.kind !== 'preparing') === run;
}

/** Whether it is not known what became of some of a cancelled run, and no panel has said so yet. */
export function isUnsettledUnseen(run: JournalRun): boolean {
  return isUnsettled(run) && run.seen !== true;
}

/**
 * The run that a panel on this page is to show when it opens: one under way or not settled yet, else one that another panel is writing down,
 * else one that ended while nobody looked, else one that was cancelled and may never be settled. An end is told to the account alone that it belongs to (`account` undefined: the
 * popup, which acts for none). `page` null: of any group. `runs`: all, the latest first.
 */
export function runToShow(
  runs: readonly JournalRun[],
  page: GroupPage | null,
  account: string | undefined,
  isBeingWritten: (run: JournalRun) => boolean,
  now: number,
): JournalRun | null {
  const here = runs.filter((run) => page === null || isOfPage(run, page));
  const isOfAccount = ({ record }: JournalRun) => account === undefined || record.account.id === account;
  return (
    here.find((run) => isInTheWay(run, now)) ??
    here.find((run) => run.record.state.kind === 'preparing' && isBeingWritten(run)) ??
    here.find((run) => isOfAccount(run) && isEndUnseen(run, runs)) ??
    here.find((run) => isOfAccount(run) && isUnsettledUnseen(run)) ??
    null // nothing to show
  );
}

function isSamePlace(a: JournalRun, b: JournalRun): boolean {
  return (
    a.record.environment === b.record.environment &&
    a.record.group.id === b.record.group.id &&
    a.record.account.id === b.record.account.id
  );
}

/** Whether two runs are of the same group, of which only one is updated at a time. */
export function isSameGroup(a: JournalRun, b: JournalRun): boolean {
  return a.record.environment === b.record.environment && a.record.group.id === b.record.group.id;
}

import type { Change } from '../../credential/change';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { DoubtfulProblem } from './step-context';

/**
 * Longest that a write is thought to be under way when nobody waits for it any more: what gateways allow a request. That is
 * the bound of what can be promised: the platform has no idempotency key, so a write that the network holds back for
 * longer, and that was sent again meanwhile, is carried out twice, and no client could know.
 */
export const COSTLY_SETTLE_DELAY_MS = 30_000;
/** The same values twice do no harm; a credit or a piece of evidence twice does. */
export const PLAIN_SETTLE_DELAY_MS = 5_000;

/**
 * How long after a write its outcome is not believed to be "not taken", because it may still arrive: only a reading that
 * BEGAN later says so. One that ended later does not: its answer may have been on its way while the write arrived.
 */
export function settleDelayMs(change: Change): number {
  return isCostly(change) ? COSTLY_SETTLE_DELAY_MS : PLAIN_SETTLE_DELAY_MS;
}

/** Whether sending the change twice takes or adds something twice. */
function isCostly(change: Change): boolean {
  return change.credits > 0 || change.fields.some(({ attribute }) => evidencePartOf(attribute) !== null);
}

/** Whether the request may arrive yet. A 500 is the platform's own answer: it is through with it. */
export function mayStillArrive(problem: DoubtfulProblem): boolean {
  return problem.code === 'unreachable' || problem.status !== 500;
}

/** How long to wait before reading what became of it, which is when most are through. */
export function firstReadDelayMs(problem: DoubtfulProblem): number {
  return problem.code === 'unreachable' ? 5_000 : 2_000;
}

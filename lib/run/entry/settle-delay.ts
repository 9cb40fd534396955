import type { Change } from '../../credential/change';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { DoubtfulProblem } from './step-context';

/**
 * The longest time that a write is assumed to be in flight after nobody waits for it any more: what
 * gateways allow a request. The platform has no idempotency key. A write that the network delays
 * for longer, and that was sent again meanwhile, is carried out twice, and no client could know.
 */
export const COSTLY_SETTLE_DELAY_MS = 30_000;
/**
 * Shorter, because writing the same values twice does no harm. A credit or a piece of evidence
 * twice does.
 */
export const PLAIN_SETTLE_DELAY_MS = 5_000;

/**
 * Milliseconds after a write in which a reading does not prove that it was not taken, because it
 * may still arrive. Only a reading that BEGINS later proves it: the answer of one that only ends
 * later may have been on its way when the write arrived.
 *
 * Example: a grade, sent at 0 s. A reading from 4 s to 6 s shows the old value: not proved. One
 * from 5 s on: not taken.
 */
export function settleDelayMs(change: Change): number {
  return isCostly(change) ? COSTLY_SETTLE_DELAY_MS : PLAIN_SETTLE_DELAY_MS;
}

/** Whether the change costs or adds something a second time when it is sent twice. */
function isCostly(change: Change): boolean {
  return change.credits > 0 || change.fields.some(({ attribute }) => evidencePartOf(attribute) !== null);
}

/**
 * Whether the request may still arrive. A 500 is the platform's own answer: it has ended the
 * request.
 */
export function mayStillArrive(problem: DoubtfulProblem): boolean {
  return problem.code === 'unreachable' || problem.status !== 500;
}

/**
 * Milliseconds to wait before the outcome is read for the first time: by then most writes have
 * arrived.
 */
export function firstReadDelayMs(problem: DoubtfulProblem): number {
  return problem.code === 'unreachable' ? 5_000 : 2_000;
}

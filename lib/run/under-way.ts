import type { Change } from '../credential/change';
import { evidencePartOf } from '../credential/evidence-attribute';
import type { DoubtfulProblem } from './step-context';

/** Longest that a write is thought to be under way when nobody waits for it any more: what gateways allow a request. */
const COSTLY_MS = 30_000;
const PLAIN_MS = 5_000;

/**
 * How long after a write nobody sends it again, because the first one may still arrive: reading "as before" does not say
 * that it was lost. The same values twice do no harm; a credit or a piece of evidence twice does.
 */
export function quietMs(change: Change): number {
  return isCostly(change) ? COSTLY_MS : PLAIN_MS;
}

/** Whether sending the change twice takes or adds something twice. */
function isCostly(change: Change): boolean {
  return change.credits > 0 || change.fields.some(({ attribute }) => evidencePartOf(attribute) !== null);
}

/** Whether the request may arrive yet. A 500 is the platform's own answer: it is through with it. */
export function mayArrive(problem: DoubtfulProblem): boolean {
  return problem.code === 'unreachable' || problem.status !== 500;
}

/** How long to wait before reading what became of it, which is when most are through. */
export function firstLookMs(problem: DoubtfulProblem): number {
  return problem.code === 'unreachable' ? 5_000 : 2_000;
}

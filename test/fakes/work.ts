import type { PlanId, ReviewId, TableId } from '../../lib/rpc/contract/held';
import { createWorkStore, type WorkStore } from '../../lib/session/state/work-store';

export const PLAN = 3 as PlanId;

/** The work where a sheet is reviewed, with nothing confirmed. */
export function reviewedWork(): WorkStore {
  const work = createWorkStore();
  work.send({ kind: 'opened', table: 1 as TableId });
  work.send({ kind: 'assigned' });
  work.send({ kind: 'reviewed', review: 2 as ReviewId });
  return work;
}

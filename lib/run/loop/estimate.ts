import { PACE } from '../../platform/pace';
import { BATCH_SIZE, FIRST_READ, LEAST_OPEN, SEARCHES_OF_BATCH } from '../entry/batch-size';

/** The cost of a run in requests and time. `most`: when no batch read can be trusted. */
export interface Estimate {
  readonly requests: { readonly least: number; readonly most: number };
  /** Whole minutes at the pace of the requests; 0: less than one. */
  readonly minutes: { readonly least: number; readonly most: number };
}

/**
 * Estimates a run of so many changes, which add so many pieces of evidence besides. Each change is
 * read and written; in long runs one request reads many, unless each is read by itself
 * (`readsEach`: an earlier run has seen own ids). A retry comes on top.
 *
 * 12 changes -> 24 requests, less than a minute. 10,000 changes -> 10,520 to 20,000 requests, 27 to
 * 52 minutes.
 */
export function estimateRun(changes: number, evidence: number, readsEach = false): Estimate {
  const most = changes * 2 + evidence;
  const batches = Math.ceil(changes / BATCH_SIZE);
  const inBatches = changes + FIRST_READ + SEARCHES_OF_BATCH * batches + evidence;
  const least = readsEach || changes < LEAST_OPEN ? most : inBatches;
  return { requests: { least, most }, minutes: { least: minutesOf(least), most: minutesOf(most) } };
}

/** The first window is open at once; each one after it waits for the one before. */
function minutesOf(requests: number): number {
  if (requests <= PACE.limit) return 0;
  return Math.ceil((requests / PACE.limit) * (PACE.windowMs / 60_000));
}

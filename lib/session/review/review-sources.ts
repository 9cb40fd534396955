import type { PlatformProblem } from '../../platform/platform-problem';
import type { FoundElsewhere } from '../../platform/locate';
import type { ReviewRequest } from '../../rpc/contract/sheet-contract';
import type { WorkEvent } from '../state/work';

/** Sources that a review is made from; handed in by the session, which knows the other models. */
export interface ReviewSources {
  /** Null while a column is undecided or nothing is connected. */
  request(): ReviewRequest | null;
  /**
   * Waits until the worker holds all of the group that the sheet needs; a problem when it cannot.
   */
  loadGroup(): Promise<PlatformProblem | null>;
  loadDetails(
    request: ReviewRequest,
    onProgress: (loaded: number, total: number) => void,
  ): Promise<PlatformProblem | null>;
  /**
   * Looks for keys that match nothing in other groups; null when there was nothing to look for, or
   * no answer.
   */
  locate(request: ReviewRequest, values: readonly string[]): Promise<readonly FoundElsewhere[] | null>;
  /** Hears how far the review is. */
  track?(event: Extract<WorkEvent, { readonly kind: 'assigned' | 'reviewed' | 'outdated' }>): void;
}

import type { PlatformProblem } from '../../platform/platform-problem';

/** How far reading the group's credentials is. */
export type LoadPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  /** All of the group is here. */
  | { readonly kind: 'loaded'; readonly count: number; readonly requests: number }
  /** Values of the sheet are looked up in a group that is not read. */
  | { readonly kind: 'looking-up'; readonly loaded: number; readonly total: number }
  /**
   * Its first page and what was looked up. `pages`: the requests that reading all of it would take.
   */
  | {
      readonly kind: 'in-part';
      readonly count: number;
      readonly pages: number;
      readonly lookedUp: number;
      readonly requests: number;
    }
  | { readonly kind: 'failed'; readonly problem: PlatformProblem };

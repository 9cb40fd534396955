import type { ReadonlySignal } from '@preact/signals-core';
import type { MovedRow } from '../../review/view/moved-rows';

/** Looks for what others change on the platform while a review is open (docs/product.md 2.4). */
export interface RadarModel {
  /** Rows of the present review that have moved on since it was made. */
  readonly moved: ReadonlySignal<readonly MovedRow[]>;
  /** Nobody is signed in any more: nothing is asked until the next review. */
  readonly isOff: ReadonlySignal<boolean>;
  /** Asks the platform once. */
  look(): Promise<void>;
  /**
   * Takes the present values of these rows, and makes the review again with them. What was decided
   * stays where it still fits; a confirmed kind whose rows ask for something else is to be
   * confirmed again.
   */
  refresh(rows: readonly MovedRow[]): Promise<void>;
}

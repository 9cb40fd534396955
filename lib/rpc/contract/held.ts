import type { Result } from '../../result';

declare const tableBrand: unique symbol;
declare const reviewBrand: unique symbol;
declare const planBrand: unique symbol;

/*
 * Handles of what the sheet worker holds. A call carries the handle of what it is about, so that an
 * answer can never be about another sheet, review or plan than the panel means: the worker refuses
 * a handle that is not what it holds.
 */

/** A table that was opened, or made of a run. Columns that are joined leave it the same table. */
export type TableId = number & { readonly [tableBrand]: true };

/** A review, however often it is made again with more of the group or corrected. */
export type ReviewId = number & { readonly [reviewBrand]: true };

/** The changes that were confirmed of a review. */
export type PlanId = number & { readonly [planBrand]: true };

/** The worker holds another one by now, or none. */
export interface NotHeld {
  readonly code: 'not-held';
}

/** Answer of the worker about something that it holds. */
export type Held<T> = Result<T, NotHeld>;

export const NOT_HELD = { ok: false, problem: { code: 'not-held' } } as const satisfies Held<never>;

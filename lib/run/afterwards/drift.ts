import type { AttributeId } from '../../credential/attribute';
import type { Value } from '../../credential/value';

/** A field whose present value is no longer the one that the maker of the changes saw. */
export interface MovedSince {
  readonly row: number;
  readonly who: string;
  readonly attribute: AttributeId;
  readonly before: Value;
  readonly now: Value;
  readonly after: Value;
}

/** How the platform of now differs from the one that a change set was made of. */
export interface Drift {
  /** How many changes the set has. */
  readonly changes: number;
  /** How many of them have a value that has moved on. */
  readonly moved: number;
  /** Their fields, the first `MOST_LISTED`. */
  readonly fields: readonly MovedSince[];
  /** Changes whose values are there already. */
  readonly already: number;
  /** Changes whose credential is not in the group any more. */
  readonly gone: readonly { readonly row: number; readonly who: string }[];
  /** Values that cannot be written from here: the account has no such attribute. */
  readonly cannot: number;
}

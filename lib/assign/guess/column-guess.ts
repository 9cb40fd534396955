import type { Attribute, AttributeId } from '../../credential/attribute';
import type { GuessReason } from '../choice/assignment';
import type { KnownValues } from './known-values';
import type { LabelIndex } from './label-index';

/** Guess for one column by itself. `weight` ranks the columns that want the same attribute. */
export type ColumnGuess =
  | {
      readonly kind: 'sure';
      readonly attribute: AttributeId;
      readonly weight: number;
      readonly reason: GuessReason;
    }
  | { readonly kind: 'perhaps'; readonly attribute: AttributeId | null };

/** Context of a guess, besides the column itself. */
export interface GuessContext {
  readonly attributes: readonly Attribute[];
  readonly labels: LabelIndex;
  /** Null until the group's credentials are loaded. */
  readonly known: KnownValues | null;
  /**
   * True when "Name" can only be the recipient's: there is an e-mail column and no first or last
   * name.
   */
  readonly nameIsWhole: boolean;
  /** Headers of all columns, normalised by `headerText`. */
  readonly headers: ReadonlySet<string>;
}

export const WEIGHT = { label: 4, synonym: 3, words: 2.25, perhaps: 2, values: 1 };
/** Least share of values that are ids of the group for the values to decide. */
export const IDS = 0.8;

import type { AttributeId } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { DateFormat } from '../../sheet/dates/date-format';
import type { TextTransform } from './text-transform';

/** What a column is for. */
export type Target =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'attribute'; readonly id: AttributeId };

/** What a blank cell means: keep what is there (the default; the platform's own page clears) or clear it. */
export type BlankRule = 'keep' | 'clear';

/**
 * When a value of the sheet is written: whenever it differs (the default), only where the credential has none, or never,
 * for a column that the platform knows better.
 */
export type WriteRule = 'always' | 'only-empty' | 'never';

/** The admin's choices for one column of the table. */
export interface ColumnChoice {
  readonly column: number;
  readonly target: Target;
  /** Null while it is open; only asked for where the target is a day and the column has written dates. */
  readonly dateFormat: DateFormat | null;
  readonly blank: BlankRule;
  readonly write: WriteRule;
  /** What is tidied in its values before they are compared; missing: nothing, as in the sheet. */
  readonly transform?: TextTransform | undefined;
}

/** Which column feeds which attribute, and what credentials are found by. At most one column an attribute. */
export interface Assignment {
  readonly columns: readonly ColumnChoice[];
  /** What credentials are found by: an id, an e-mail, or what the admin has chosen; null when nothing is. */
  readonly key: AttributeId | null;
  /** The second half of a key that is only one together with it (e-mail and course); most have none. */
  readonly alsoBy?: AttributeId;
}

/** Why an attribute was guessed. */
export type GuessReason =
  | { readonly kind: 'header-is-label' }
  | { readonly kind: 'header-is-synonym' }
  | { readonly kind: 'header-and-values'; readonly percent: number }
  | { readonly kind: 'values-are-ids-of-this-group'; readonly percent: number }
  | { readonly kind: 'values-are-names-of-this-group'; readonly percent: number }
  /** Results have added it behind the admin's own columns. */
  | { readonly kind: 'added-by-results' }
  /** It was decided so on that day, for these headers in this group. */
  | { readonly kind: 'remembered'; readonly day: Day }
  /** So says a file that was saved on that day and loaded here. */
  | { readonly kind: 'from-file'; readonly day: Day };

/** A guess for one column; `possible` is said beside an undecided column ("could be Grade"). */
export interface Guess {
  readonly column: number;
  readonly target: Target;
  readonly reason: GuessReason | null;
  readonly possible: AttributeId | null;
}

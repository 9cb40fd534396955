import type { AttributeId } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { DateFormat } from '../../sheet/dates/date-format';
import type { TextTransform } from './text-transform';
import type { AttributeRule } from './value-rule';

/** Purpose of a column. */
export type Target = UndecidedTarget | DecidedTarget;

export interface UndecidedTarget {
  readonly kind: 'undecided';
}

export type DecidedTarget =
  { readonly kind: 'skip' } | { readonly kind: 'attribute'; readonly id: AttributeId };

/**
 * Meaning of a blank cell. Keeping the current value is the default. The platform's own page clears
 * it.
 */
export type BlankRule = 'keep' | 'clear';

/**
 * When a value of the sheet is written: whenever it differs (the default), only where the
 * credential has none, or never. "Never" is for a column that the platform knows better.
 */
export type WriteRule = 'always' | 'only-empty' | 'never';

/** The admin's choices for one column of the table. */
export interface ColumnChoice {
  readonly column: number;
  readonly target: Target;
  /**
   * Null while it is undecided. It is asked for only where the target is a day and the column has
   * written dates.
   */
  readonly dateFormat: DateFormat | null;
  readonly blank: BlankRule;
  readonly write: WriteRule;
  /** Applied to the values before they are compared. Missing: the values stay as in the sheet. */
  readonly transform?: TextTransform | undefined;
  /** Set by the review for a column that stands for a value rule (ruled-columns.ts). */
  readonly ruled?: RuledBy;
}

/** A value rule, and the day on which it is applied, in UTC. */
export interface RuledBy extends AttributeRule {
  readonly today: Day;
}

/**
 * Attributes by column, and the key that credentials are found by. An attribute has at most one
 * column.
 */
export interface Assignment {
  readonly columns: readonly ColumnChoice[];
  /**
   * Attribute that credentials are found by: an id, an e-mail, or the admin's choice. Null when
   * there is none.
   */
  readonly key: AttributeId | null;
  /** Second half of a composite key, such as e-mail and course. Most keys have none. */
  readonly alsoBy?: AttributeId;
  /**
   * Whether a key that no credential has may find the only one that has it in another spelling
   * (docs/product.md 2.3). The admin asks for it, for this sheet and key.
   */
  readonly anySpelling?: true;
  /** Value rules, for attributes that no column has. Missing: there is none. */
  readonly rules?: readonly AttributeRule[];
}

/** Reason for a guess. */
export type GuessReason =
  | { readonly kind: 'header-is-label' }
  | { readonly kind: 'header-is-synonym' }
  | { readonly kind: 'header-and-values'; readonly percent: number }
  | { readonly kind: 'values-are-ids-of-this-group'; readonly percent: number }
  | { readonly kind: 'values-are-names-of-this-group'; readonly percent: number }
  /** The column was added by our own result file. */
  | { readonly kind: 'added-by-results' }
  /** Neither its header nor its values speak for anything. */
  | { readonly kind: 'nothing-speaks' }
  /** It is half of a joined column. */
  | { readonly kind: 'joined' }
  /** A saved mapping of that day decided so, for these headers in this group. */
  | { readonly kind: 'remembered'; readonly day: Day }
  /** A mapping file that was saved on that day says so. */
  | { readonly kind: 'from-file'; readonly day: Day };

/**
 * Guess for one column: a target with its reason, or what an undecided column could be ("could be
 * Grade").
 */
export type Guess =
  | {
      readonly column: number;
      readonly target: DecidedTarget;
      readonly reason: GuessReason;
      readonly possible: null;
    }
  | {
      readonly column: number;
      readonly target: UndecidedTarget;
      readonly reason: null;
      readonly possible: AttributeId | null;
    };

import type { Attribute, AttributeId } from '../../credential/attribute';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { TextTransform } from './text-transform';

/*
 * Value rules: how the new value of an attribute follows from the present one (docs/product.md
 * 2.3). The sheet says which credentials are meant, and no column says the value.
 */

export type PeriodUnit = (typeof PERIOD_UNITS)[number];
export const PERIOD_UNITS = ['day', 'month', 'year'] as const;

/** The most of each unit. A hundred years are longer than any credential is valid. */
export const MOST_OF_UNIT: Readonly<Record<PeriodUnit, number>> = { day: 36_500, month: 1_200, year: 100 };

/**
 * Moves a day later, never earlier: 2 years from the present day, or from today.
 *
 * A credential that already lasts as long from today as the rule would give is kept. So a renewal
 * that is run twice on one day changes nothing the second time. `evenIfLong` adds all the same,
 * each time that it is run.
 */
export interface ExtendRule {
  readonly kind: 'extend';
  readonly count: number;
  readonly unit: PeriodUnit;
  /** Where the period begins while the credential is valid. */
  readonly from: 'expiry' | 'today';
  /** Choice for a credential that has lapsed: the period begins today, or it is kept. */
  readonly lapsed: 'from-today' | 'keep';
  /** The same for one without a day, which never lapses: a day makes it shorter. */
  readonly without: 'from-today' | 'keep';
  /** The last day of the period as it is, or the end of its month or year. */
  readonly end: 'day' | 'month' | 'year';
  readonly evenIfLong: boolean;
}

/** Writes spaces and letter case of the present text otherwise. */
export interface TidyRule {
  readonly kind: 'tidy';
  readonly tidy: TextTransform;
}

/** Replaces a part of the present text, or a text as a whole. Letter case counts. */
export interface ReplaceRule {
  readonly kind: 'replace';
  readonly find: string;
  readonly by: string;
  readonly wholeValue: boolean;
}

/** One value for all: a text, a day as 2027-01-31, "yes" or "no". */
export interface SetRule {
  readonly kind: 'set';
  readonly value: string;
}

export type ValueRule = ExtendRule | TidyRule | ReplaceRule | SetRule;

export const COMPARISONS = ['is', 'is-not', 'at-least', 'at-most', 'filled', 'blank'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Source of a condition's value: a column of the sheet, or the credential's present value. */
export type ConditionSource =
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'attribute'; readonly id: AttributeId };

/** Condition on a row, such as "Hours is at least 30". Other rows keep their value. */
export interface Condition<Source = ConditionSource> {
  readonly of: Source;
  readonly is: Comparison;
  /** A number, a day as 2027-01-31, or a text; "" for `filled` and `blank`. */
  readonly than: string;
}

/** A value rule for an attribute that no column is assigned to. */
export interface AttributeRule<Source = ConditionSource> {
  readonly attribute: AttributeId;
  readonly rule: ValueRule;
  /** Null: the rule holds for every row. */
  readonly condition: Condition<Source> | null;
}

/**
 * The kinds of rule that an attribute may have. One name or one e-mail for all people is never
 * meant, an issue date is not extended, and evidence, links and phones have none.
 */
export function ruleKindsOf({ id, kind, role }: Attribute): readonly ValueRule['kind'][] {
  if ((role !== 'field' && role !== 'key-and-field') || evidencePartOf(id) !== null) return [];
  switch (kind) {
    case 'day':
      return id === 'issue-date' ? ['set'] : ['extend', 'set'];
    case 'name':
      return ['tidy', 'replace'];
    case 'text':
      return ['tidy', 'replace', 'set'];
    case 'email':
      return ['replace'];
    case 'flag':
      return ['set'];
    case 'id':
    case 'phone':
    case 'url':
    case 'image':
      return [];
  }
}

/** Whether a condition needs a value to compare with. */
export function hasComparedValue(is: Comparison): boolean {
  return is !== 'filled' && is !== 'blank';
}

import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Assignment } from '../choice/assignment';
import {
  COMPARISONS,
  MOST_OF_UNIT,
  PERIOD_UNITS,
  ruleKindsOf,
  type AttributeRule,
  type Condition,
  type ValueRule,
} from '../choice/value-rule';
import { rulesOf } from '../edit/assigned-rules';
import { withRule } from '../edit/edit-assignment';
import { TEXT_TRANSFORMS } from '../choice/text-transform';

/**
 * Source of a saved condition's value. A column is named by its header, or by the header's
 * fingerprint.
 */
export type SavedSource =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'attribute'; readonly id: AttributeId };

/** A value rule of an earlier day. Its texts are those that the admin typed into the rule. */
export type SavedRule = AttributeRule<SavedSource>;

/** Converts value rules for saving. A rule whose column has no name is not saved. */
export function toSavedRules(
  rules: readonly AttributeRule[],
  names: ReadonlyMap<number, string>,
): readonly SavedRule[] {
  return rules.flatMap(({ attribute, rule, condition }): SavedRule[] => {
    if (condition === null) return [{ attribute, rule, condition }];
    const { of } = condition;
    if (of.kind === 'attribute') return [{ attribute, rule, condition: { ...condition, of } }];
    const name = names.get(of.column);
    return name === undefined
      ? []
      : [{ attribute, rule, condition: { ...condition, of: { kind: 'column', name } } }];
  });
}

/**
 * Restores value rules for the current columns. A rule is dropped where the account has lost its
 * attribute, or the sheet the column of its condition: without a condition it would change every
 * row.
 */
export function restoreRules(
  saved: readonly SavedRule[],
  names: ReadonlyMap<number, string>,
  attributes: readonly Attribute[],
): readonly AttributeRule[] {
  const known = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const columns = new Map([...names].map(([column, name]) => [name, column]));
  return saved.flatMap(({ attribute, rule, condition }): AttributeRule[] => {
    const of = known.get(attribute);
    if (of === undefined || !ruleKindsOf(of).includes(rule.kind)) return [];
    if (condition === null) return [{ attribute, rule, condition }];
    const source = condition.of;
    if (source.kind === 'attribute')
      return known.get(source.id)?.needsDetail === false
        ? [{ attribute, rule, condition: { ...condition, of: source } }]
        : [];
    const column = columns.get(source.name);
    return column === undefined
      ? []
      : [{ attribute, rule, condition: { ...condition, of: { kind: 'column', column } } }];
  });
}

/** Adds restored rules, except for attributes that the admin has decided about. */
export function withRestoredRules(
  assignment: Assignment,
  rules: readonly AttributeRule[],
  decided: ReadonlySet<number>,
): Assignment {
  const isDecided = ({ attribute }: AttributeRule) =>
    rulesOf(assignment).some((rule) => rule.attribute === attribute) ||
    assignment.columns.some(
      ({ column, target }) => target.kind === 'attribute' && target.id === attribute && decided.has(column),
    );
  return rules.filter((rule) => !isDecided(rule)).reduce(withRule, assignment);
}

/** Most characters of a text in a rule. Nobody has a longer value. */
const LONGEST = 10_000;

/**
 * Reads a saved value rule, from a file or from the storage; null for anything else. Whether the
 * account has its attribute is checked by `restoreRules`.
 */
export function readSavedRule(raw: unknown): SavedRule | null {
  if (!isRecord(raw) || typeof raw['attribute'] !== 'string') return null;
  const rule = ruleOf(raw['rule']);
  const condition = raw['condition'] === null ? null : conditionOf(raw['condition']);
  if (rule === null || condition === undefined) return null;
  return { attribute: raw['attribute'] as AttributeId, rule, condition };
}

function ruleOf(raw: unknown): ValueRule | null {
  if (!isRecord(raw)) return null;
  switch (raw['kind']) {
    case 'extend': {
      const { count, evenIfLong } = raw;
      const unit = oneOf(PERIOD_UNITS, raw['unit']);
      const from = oneOf(['expiry', 'today'] as const, raw['from']);
      const lapsed = oneOf(['from-today', 'keep'] as const, raw['lapsed']);
      const without = oneOf(['from-today', 'keep'] as const, raw['without']);
      const end = oneOf(['day', 'month', 'year'] as const, raw['end']);
      if (!unit || !from || !lapsed || !without || !end || typeof evenIfLong !== 'boolean') return null;
      if (typeof count !== 'number' || !isCount(count, MOST_OF_UNIT[unit])) return null;
      return { kind: 'extend', count, unit, from, lapsed, without, end, evenIfLong };
    }
    case 'tidy': {
      const tidy = oneOf(TEXT_TRANSFORMS, raw['tidy']);
      return tidy === null ? null : { kind: 'tidy', tidy };
    }
    case 'replace': {
      const { find, by, wholeValue } = raw;
      if (!isText(find) || find === '' || !isText(by) || typeof wholeValue !== 'boolean') return null;
      return { kind: 'replace', find, by, wholeValue };
    }
    case 'set':
      return isText(raw['value']) ? { kind: 'set', value: raw['value'] } : null;
    default:
      return null;
  }
}

/** Whether a number of days, months or years can be that of a rule. */
export function isCount(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= most;
}

function conditionOf(raw: unknown): Condition<SavedSource> | undefined {
  if (!isRecord(raw) || !isRecord(raw['of'])) return undefined;
  const is = oneOf(COMPARISONS, raw['is']);
  const { than } = raw;
  if (is === null || !isText(than)) return undefined;
  const { kind, name, id } = raw['of'];
  if (kind === 'column' && isText(name)) return { of: { kind, name }, is, than };
  if (kind === 'attribute' && isText(id)) return { of: { kind, id: id as AttributeId }, is, than };
  return undefined;
}

function oneOf<T extends string>(known: readonly T[], raw: unknown): T | null {
  return known.find((one) => one === raw) ?? null;
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length <= LONGEST;
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

import {
  hasComparedValue,
  MOST_OF_UNIT,
  ruleKindsOf,
  type AttributeRule,
  type Comparison,
  type Condition,
  type ConditionSource,
  type ExtendRule,
  type ValueRule,
} from '../../lib/assign/choice/value-rule';
import type { TextTransform } from '../../lib/assign/choice/text-transform';
import { isCount } from '../../lib/assign/mapping/saved-rules';
import { setValue } from '../../lib/assign/value-rule/apply-rule';
import { hasOrder } from '../../lib/assign/value-rule/condition';
import type { Attribute } from '../../lib/credential/attribute';

/** A value rule as it is being written: every field of every kind, as text where it is typed. */
export interface RuleDraft extends Omit<ExtendRule, 'kind' | 'count'> {
  readonly kind: ValueRule['kind'];
  readonly count: string;
  readonly tidy: TextTransform;
  readonly find: string;
  readonly by: string;
  readonly wholeValue: boolean;
  readonly value: string;
  /** Null: the rule holds for every row. */
  readonly of: ConditionSource | null;
  readonly is: Comparison;
  readonly than: string;
}

/** Why a draft is no rule yet. */
export type DraftProblem = 'count' | 'find' | 'value' | 'than' | 'order';

const NEW: RuleDraft = {
  kind: 'extend',
  count: '1',
  unit: 'year',
  from: 'expiry',
  lapsed: 'from-today',
  without: 'keep',
  end: 'day',
  evenIfLong: false,
  tidy: 'title',
  find: '',
  by: '',
  wholeValue: false,
  value: '',
  of: null,
  is: 'is',
  than: '',
};

/** A draft for an attribute; of what was written before, its kind is kept where it can be. */
export function draftFor(attribute: Attribute, before: RuleDraft = NEW): RuleDraft {
  const kinds = ruleKindsOf(attribute);
  const kind = kinds.includes(before.kind) ? before.kind : (kinds[0] ?? before.kind);
  // "yes" is the value of a list, which always has one.
  const value =
    attribute.kind === 'flag' && setValue(before.value, attribute) === null ? 'yes' : before.value;
  return { ...before, kind, value };
}

/** The draft of a rule that is to be changed. */
export function draftOf({ rule, condition }: AttributeRule): RuleDraft {
  const { of, is, than } = condition ?? { of: null, is: NEW.is, than: NEW.than };
  const written = rule.kind === 'extend' ? { ...rule, count: String(rule.count) } : rule;
  return { ...NEW, ...written, of, is, than };
}

/** The rule that a draft says, or what it lacks. */
export function ruleOf(draft: RuleDraft, attribute: Attribute): AttributeRule | DraftProblem {
  const rule = valueRuleOf(draft, attribute);
  if (typeof rule === 'string') return rule;
  const condition = conditionOf(draft);
  return typeof condition === 'string' ? condition : { attribute: attribute.id, rule, condition };
}

function valueRuleOf(draft: RuleDraft, attribute: Attribute): ValueRule | DraftProblem {
  switch (draft.kind) {
    case 'extend': {
      const count = Number(draft.count);
      const { unit, from, lapsed, without, end } = draft;
      if (!isCount(count, MOST_OF_UNIT[unit])) return 'count';
      const evenIfLong = draft.evenIfLong && from === 'expiry';
      return { kind: 'extend', count, unit, from, lapsed, without, end, evenIfLong };
    }
    case 'tidy':
      return { kind: 'tidy', tidy: draft.tidy };
    case 'replace': {
      const { find, by, wholeValue } = draft;
      return find === '' ? 'find' : { kind: 'replace', find, by, wholeValue };
    }
    case 'set':
      return setValue(draft.value, attribute) === null ? 'value' : { kind: 'set', value: draft.value };
  }
}

/** The condition that a draft says, null for every row, or what it lacks. */
export function conditionOf({
  of,
  is,
  than,
}: Pick<RuleDraft, 'of' | 'is' | 'than'>): Condition | null | 'than' | 'order' {
  if (of === null) return null;
  if (!hasComparedValue(is)) return { of, is, than: '' };
  if (than.trim() === '') return 'than';
  const isOrdered = is === 'at-least' || is === 'at-most';
  return isOrdered && !hasOrder(than) ? 'order' : { of, is, than: than.trim() };
}

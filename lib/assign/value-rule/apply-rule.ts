import { assertNever } from '../../assert-never';
import type { Attribute } from '../../credential/attribute';
import { dayOfTimestamp, type Day } from '../../credential/day';
import type { Value } from '../../credential/value';
import type { Cell } from '../../sheet/cells/sheet';
import type { AttributeRule, ValueRule } from '../choice/value-rule';
import { readCell } from '../read/read-cell';
import { holds } from './condition';
import { extendedDay, type ExtendBranch } from './extended-day';
import { ruledText, type RuledText } from './ruled-text';

/** Outcome of a rule for a present value. The review shows it beside the value. */
export type RuleBranch =
  | ExtendBranch
  | RuledText['branch']
  | 'set'
  | 'kept-no-day'
  | 'kept-empty'
  | 'kept-unreadable'
  | 'condition-not-met'
  | 'condition-unreadable';

export interface RuledValue {
  /** The present value where it is kept. */
  readonly value: Value;
  readonly branch: RuleBranch;
}

/**
 * The new value of an attribute by a rule (docs/product.md 2.3). `cell`: the cell that the
 * condition looks at; null without a condition. A condition that is not met, or that cannot be
 * judged, keeps the value.
 *
 * Applied again on the same day to what it gave, a rule keeps that, but for `evenIfLong`.
 */
export function applyRule(
  { rule, condition }: Pick<AttributeRule, 'rule' | 'condition'>,
  attribute: Attribute,
  present: Value,
  cell: Cell | null,
  today: Day,
): RuledValue {
  if (condition !== null && cell !== null) {
    const verdict = holds(condition, cell);
    if (verdict !== 'holds')
      return {
        value: present,
        branch: verdict === 'unreadable' ? 'condition-unreadable' : 'condition-not-met',
      };
  }
  return ruled(rule, attribute, present, today);
}

function ruled(rule: ValueRule, attribute: Attribute, present: Value, today: Day): RuledValue {
  switch (rule.kind) {
    case 'extend': {
      const day = typeof present === 'string' && present !== '' ? dayOfTimestamp(present) : null;
      // A date of the account may hold any text on the platform.
      if (day === null && present !== null && present !== '')
        return { value: present, branch: 'kept-no-day' };
      const extended = extendedDay(rule, day, today);
      return { value: extended.day === day ? present : extended.day, branch: extended.branch };
    }
    case 'tidy':
    case 'replace': {
      if (typeof present !== 'string' || present === '') return { value: present, branch: 'nothing-to-do' };
      const { text, branch } = ruledText(rule, present);
      if (text !== '') return { value: text, branch };
      return attribute.clearable ? { value: null, branch } : { value: present, branch: 'kept-empty' };
    }
    case 'set': {
      const value = setValue(rule.value, attribute);
      return value === null ? { value: present, branch: 'kept-unreadable' } : { value, branch: 'set' };
    }
    default:
      return assertNever(rule);
  }
}

/** The value that a text means for an attribute; null where it cannot be read as one. */
export function setValue(text: string, attribute: Attribute): Value {
  const reading = readCell({ kind: 'text', text }, attribute, {
    dateFormat: 'year-month-day',
    blank: 'keep',
  });
  return reading.kind === 'value' ? reading.value : null;
}

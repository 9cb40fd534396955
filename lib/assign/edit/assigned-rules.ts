import type { AttributeId } from '../../credential/attribute';
import type { Assignment } from '../choice/assignment';
import type { AttributeRule } from '../choice/value-rule';

/*
 * The value rules of an assignment. An attribute has a column or a rule: `withTarget` and
 * `withRule` (edit-assignment.ts) see to that.
 */

/** The value rules of an assignment; most have none. */
export function rulesOf({ rules }: Assignment): readonly AttributeRule[] {
  return rules ?? [];
}

/** Replaces the value rules of an assignment. */
export function withRules(
  { rules: _before, ...assignment }: Assignment,
  rules: readonly AttributeRule[],
): Assignment {
  return rules.length === 0 ? assignment : { ...assignment, rules };
}

/** Removes the value rule of an attribute. */
export function withoutRule(assignment: Assignment, attribute: AttributeId): Assignment {
  const rules = rulesOf(assignment);
  return rules.some((rule) => rule.attribute === attribute)
    ? withRules(
        assignment,
        rules.filter((rule) => rule.attribute !== attribute),
      )
    : assignment;
}

/**
 * Removes the rules whose condition looks at a column that is gone. Without its condition a rule
 * would change more than was meant.
 */
export function withoutRulesOn(assignment: Assignment, gone: readonly number[]): Assignment {
  const isOn = ({ condition }: AttributeRule) =>
    condition !== null && condition.of.kind === 'column' && gone.includes(condition.of.column);
  return withRules(
    assignment,
    rulesOf(assignment).filter((rule) => !isOn(rule)),
  );
}

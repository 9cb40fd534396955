import type { AttributeRule, ValueRule } from '../../lib/assign/choice/value-rule';
import { named, namedPlural, t, tn } from '../text';

/** A field of a rule with what was chosen for it, in the words of its form. */
export type RulePair = readonly [label: string, text: string];

/** A value rule in words, field by field. `nameOf`: what its condition looks at. */
export function rulePairs<S>(
  { rule, condition }: AttributeRule<S>,
  nameOf: (source: S) => string,
): readonly RulePair[] {
  const pairs = [...ofRule(rule)];
  if (condition === null) return pairs;
  const { of, is, than } = condition;
  return [...pairs, [t('ruleWhere'), t(named('ruleCondition', is), nameOf(of), than)]];
}

function ofRule(rule: ValueRule): readonly RulePair[] {
  const kind: RulePair = [t('ruleKind'), t(named('ruleKind', rule.kind))];
  switch (rule.kind) {
    case 'extend':
      return [
        kind,
        [t('ruleCount'), tn(namedPlural('rulePeriod', rule.unit), rule.count)],
        [t('ruleFrom'), t(named('ruleFrom', rule.from))],
        [t('ruleLapsed'), t(named('ruleLapsed', rule.lapsed))],
        [t('ruleWithout'), t(named('ruleWithout', rule.without))],
        [t('ruleEnd'), t(named('ruleEnd', rule.end))],
        ...(rule.evenIfLong ? [[t('ruleLong'), t('yes')] as const] : []),
      ];
    case 'tidy':
      return [kind, [t('ruleTidy'), t(named('tidy', rule.tidy))]];
    case 'replace':
      return [
        kind,
        [t('ruleFind'), rule.find],
        [t('ruleBy'), rule.by],
        ...(rule.wholeValue ? [[t('ruleWhole'), t('yes')] as const] : []),
      ];
    case 'set':
      return [kind, [t('ruleValue'), rule.value]];
  }
}

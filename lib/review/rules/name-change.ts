import { classOfNameChange } from '../similarity/class-of-name-change';
import { warningAt } from '../terms/finding-at';
import type { FindingFacts } from '../terms/finding';
import { changeOf, NOTHING, type RowRule, type RuleContext } from '../terms/matched-row';

/**
 * The recipient's name changes. A name that somebody else of the group has is another person's,
 * however near it is. Any other name where there was none has no class: there is nothing to compare
 * it with.
 */
export const nameChange: RowRule = (row) => {
  const change = changeOf(row, 'recipient-name');
  if (!change) return NOTHING;
  const { before, after } = change;
  const facts = row.diff.takesAnothersName
    ? { nameClass: 'another-person' as const }
    : typeof before === 'string' && typeof after === 'string'
      ? factsOf(before, after, row.context)
      : { nameClass: null };
  return [warningAt(row.row, 'name-change', 'recipient-name', facts)];
};

function factsOf(
  before: string,
  after: string,
  { sharedFirstWords }: RuleContext,
): FindingFacts['name-change'] {
  const nameClass = classOfNameChange(before, after);
  if (nameClass !== 'surname' && nameClass !== 'typo') return { nameClass };
  const inGroup = classOfNameChange(before, after, (first) => sharedFirstWords().has(first));
  return inGroup === 'another-person' ? { nameClass: inGroup, isDoubt: true } : { nameClass };
}

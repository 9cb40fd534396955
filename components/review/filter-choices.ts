import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewFilter, ReviewSummary } from '../../lib/review/cross-row/review';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';

/** A filter with its words. `count`: the rows that it shows. */
export interface FilterChoice {
  readonly filter: ReviewFilter;
  readonly label: string;
  readonly count: number;
}

/** The filters of a review, also those that show nothing. */
export function filterChoices(summary: ReviewSummary, attributes: readonly Attribute[]): FilterChoice[] {
  const { shown } = summary;
  return [
    { filter: { kind: 'changes' }, label: t('filterAll'), count: shown.changes },
    ...summary.attributes
      .filter(({ changed }) => changed > 0)
      .map(({ attribute, shown: count }) => ({
        filter: { kind: 'attribute', attribute } as const,
        label: attributeLabel(attribute, attributes),
        count,
      })),
    { filter: { kind: 'cleared' }, label: t('filterCleared'), count: shown.cleared },
    { filter: { kind: 'errors' }, label: t('filterErrors'), count: summary.withErrors },
    { filter: { kind: 'excluded' }, label: t('filterLeftOut'), count: shown.excluded },
    { filter: { kind: 'kept' }, label: t('filterKept'), count: summary.kept.count },
    { filter: { kind: 'moved' }, label: t('filterMoved'), count: summary.moved.count },
    { filter: { kind: 'all' }, label: t('filterAllRows'), count: summary.rows },
  ];
}

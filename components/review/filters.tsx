import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewFilter, ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { useRoving } from '../parts/roving';
import { formatNumber, t } from '../text';
import { filterChoices } from './filter-choices';
import { shapeText } from './shape-text';
import { titleOf } from './finding-title';

/**
 * Chooses the rows that the grid shows: all changes, each changed attribute, cleared, errors,
 * excluded, every row.
 */
export function Filters(props: {
  session: Session;
  summary: ReviewSummary;
  attributes: readonly Attribute[];
}) {
  const { session, summary, attributes } = props;
  const present = session.review.filter.value;
  const chips = useRoving<HTMLDivElement>();
  const choices = filterChoices(summary, attributes);
  // Rows of one kind are shown from beside the grid: that it is not all of them is seen here, and
  // the way back is.
  const group = present.kind === 'finding' && summary.groups.find(({ code }) => code === present.code);
  const shape =
    present.kind === 'shape' &&
    session.review.shapes.value?.groups.find(
      ({ attribute, key }) => attribute === present.attribute && key === present.key,
    );
  if (shape) choices.push({ filter: present, label: shapeText(shape, attributes), count: shape.count });
  if (group) choices.push({ filter: present, label: t(titleOf(group)), count: group.count });
  return (
    <div ref={chips} class="chips" role="group" aria-label={t('filter')}>
      {choices
        .filter(({ count, filter }) => count > 0 || sameFilter(filter, present))
        .map(({ filter, label, count }) => (
          <button
            key={JSON.stringify(filter)}
            type="button"
            class="chip"
            aria-pressed={sameFilter(filter, present)}
            onClick={() => session.review.setFilter(filter)}
          >
            {label} <strong>{formatNumber(count)}</strong>
          </button>
        ))}
    </div>
  );
}

function sameFilter(a: ReviewFilter, b: ReviewFilter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

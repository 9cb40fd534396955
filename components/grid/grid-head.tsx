import type { ComponentChildren } from 'preact';
import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewSort, ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';

/**
 * The head of the grid: each column can be sorted by, and each attribute left out. Keys do the same
 * from any cell.
 */
export function GridHead(props: {
  session: Session;
  summary: ReviewSummary;
  attributes: readonly Attribute[];
}) {
  const { session, summary, attributes } = props;
  return (
    <div class="grid-head" role="row" aria-rowindex={1}>
      <span role="columnheader" aria-colindex={1}>
        <span class="visually-hidden">{t('gridIncludeHeader')}</span>
      </span>
      <Sortable session={session} by="row" colIndex={2} label={t('gridRow')} />
      <Sortable session={session} by="who" colIndex={3} label={t('gridRecipient')} />
      {summary.attributes.map(({ attribute, isExcluded }, at) => {
        const label = attributeLabel(attribute, attributes);
        return (
          <Sortable key={attribute} session={session} by={attribute} colIndex={at + 4} label={label}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('gridIncludeColumn', label)}
              checked={!isExcluded}
              onClick={() =>
                void session.review.decide({ kind: 'exclude-column', attribute, excluded: !isExcluded })
              }
            />
          </Sortable>
        );
      })}
    </div>
  );
}

function Sortable(props: {
  session: Session;
  by: ReviewSort['by'];
  colIndex: number;
  label: string;
  children?: ComponentChildren;
}) {
  const { session, by, colIndex, label, children } = props;
  const sort = session.review.sort.value;
  const isBy = sort !== null && sort.by === by;
  const order = !isBy ? 'none' : sort.descending ? 'descending' : 'ascending';
  return (
    <span role="columnheader" aria-colindex={colIndex} aria-sort={order} class="sortable">
      {children}
      <button
        type="button"
        tabIndex={-1}
        class="sort"
        title={t('gridSort', label)}
        onClick={() => session.review.setSort(nextSort(sort, by))}
      >
        {label}
        <span aria-hidden="true">{order === 'none' ? '' : order === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </span>
  );
}

/** Up, then down, then as in the sheet. */
export function nextSort(sort: ReviewSort | null, by: ReviewSort['by']): ReviewSort | null {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}

import type { VNode } from 'preact';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import { withSignsShown } from '../parts/shown-signs';
import { t } from '../text';
import type { RowActions } from './row-actions';

/** The recipient that a row is about. */
export function WhoCell(props: {
  id: string;
  row: ReviewedRow;
  isActive: boolean;
  /** Somebody has changed it on the platform since the review was made. */
  isMoved: boolean;
  editor: VNode | null;
  /** The id of the sentence that says what is wrong with the row; null where nothing is. */
  wrongId: string | null;
  actions: Pick<RowActions, 'activate' | 'edit'>;
}) {
  const { id, row, isActive, isMoved, editor, wrongId, actions } = props;
  const key = row.who.key.filter((text) => text !== '').join(' · ');
  return (
    <span
      role="gridcell"
      id={id}
      class="who"
      data-active={isActive}
      aria-colindex={3}
      aria-describedby={wrongId ?? undefined}
      onClick={() => actions.activate(0)}
      onDblClick={() => actions.edit(0)}
    >
      <span class="line marked">
        <bdi>{withSignsShown(row.who.name ?? key)}</bdi>
        {isMoved && (
          // A sign alone: name and e-mail need the room. The list beside the changes says more.
          <span class="mark" data-severity="warning" title={t('radarMark')}>
            <span aria-hidden="true">↻</span>
            <span class="visually-hidden">{t('radarMark')}</span>
          </span>
        )}
      </span>
      {editor ?? <bdi class="line small quiet">{withSignsShown(row.who.email ?? key)}</bdi>}
    </span>
  );
}

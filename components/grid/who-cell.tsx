import type { VNode } from 'preact';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import { withSignsShown } from '../parts/shown-signs';
import type { RowActions } from './row-actions';

/** The recipient that a row is about. */
export function WhoCell(props: {
  id: string;
  row: ReviewedRow;
  isActive: boolean;
  editor: VNode | null;
  /** The id of the sentence that says what is wrong with the row; null where nothing is. */
  wrongId: string | null;
  actions: Pick<RowActions, 'activate' | 'edit'>;
}) {
  const { id, row, isActive, editor, wrongId, actions } = props;
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
      <bdi class="line">{withSignsShown(row.who.name ?? key)}</bdi>
      {editor ?? <bdi class="line small quiet">{withSignsShown(row.who.email ?? key)}</bdi>}
    </span>
  );
}

import type { VNode } from 'preact';
import type { AttributeId } from '../../lib/credential/attribute';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import { t } from '../text';
import { withSignsShown } from '../parts/shown-signs';
import { findingText } from './finding-text';
import type { RowActions } from './row-actions';

/**
 * The recipient that a row is about. What no cell of the grid can say is said here, with what can
 * be done about it.
 */
export function WhoCell(props: {
  id: string;
  row: ReviewedRow;
  /** Attributes that have a column in the grid. */
  shown: readonly AttributeId[];
  isActive: boolean;
  editor: VNode | null;
  actions: Pick<RowActions, 'activate' | 'edit' | 'toggle' | 'choose'>;
}) {
  const { id, row, shown, isActive, editor, actions } = props;
  const ofTheRow = row.findings.filter(
    ({ attribute, severity }) =>
      severity === 'error' && (attribute === null || row.cells.length === 0 || !shown.includes(attribute)),
  );
  const isWhole = row.cells.length === 0;
  const key = row.who.key.filter((text) => text !== '').join(' · ');
  const sentences = ofTheRow.map(findingText);
  return (
    <span
      role="gridcell"
      id={id}
      class="who"
      data-active={isActive}
      data-whole-row={isWhole}
      aria-colindex={3}
      aria-colspan={isWhole ? shown.length + 1 : 1}
      onClick={() => actions.activate(0)}
      onDblClick={() => actions.edit(0)}
    >
      <span class="line with-actions">
        <span class="line">{withSignsShown(row.who.name ?? key)}</span>
        {row.status !== 'update' && row.status !== 'unchanged' && <Actions row={row} actions={actions} />}
      </span>
      {editor ??
        (sentences.length === 0 ? (
          <span class="line small quiet">{withSignsShown(row.who.email ?? key)}</span>
        ) : (
          <span class="line small error" title={sentences.join('\n')}>
            {sentences.join(' ')}
          </span>
        ))}
    </span>
  );
}

function Actions({ row, actions }: { row: ReviewedRow; actions: Pick<RowActions, 'toggle' | 'choose'> }) {
  const number = String(row.row);
  const isSeveral = row.findings.some(({ code }) => code === 'several-match');
  const isNewAddress = row.findings.some(({ code }) => code === 'new-address');
  return (
    <span class="row-actions">
      {isNewAddress && (
        <button
          type="button"
          tabIndex={-1}
          class="link small"
          aria-label={t('changeAddressOf', number)}
          onClick={actions.choose}
        >
          {t('changeAddress')}
        </button>
      )}
      {isSeveral && (
        <button
          type="button"
          tabIndex={-1}
          class="link small"
          aria-label={t('chooseFor', number)}
          onClick={actions.choose}
        >
          {t('choose')}
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        class="link small"
        aria-label={t(row.excluded ? 'takeInRow' : 'leaveOutRow', number)}
        onClick={actions.toggle}
      >
        {t(row.excluded ? 'takeIn' : 'leaveOut')}
      </button>
    </span>
  );
}

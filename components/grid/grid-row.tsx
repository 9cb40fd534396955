import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import type { ReviewedRow } from '../../lib/review/reviewed-row';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';
import { ChangeCell } from './change-cell';
import { findingText } from './finding-text';

/** One row of the grid. Rows with errors say what is wrong under the recipient, or in the cell it is about. */
export function GridRow(props: {
  id: string;
  row: ReviewedRow;
  index: number;
  top: number;
  active: boolean;
  columns: readonly AttributeId[];
  attributes: readonly Attribute[];
  onToggle: () => void;
  onActivate: () => void;
}) {
  const { id, row, index, top, active, columns, attributes, onToggle, onActivate } = props;
  const shownHere = new Set<AttributeId>(columns);
  // What no cell of the grid can say is said of the whole row.
  const ofTheRow = row.findings.filter(
    ({ attribute, severity }) => severity === 'error' && (attribute === null || !shownHere.has(attribute)),
  );
  return (
    <div
      id={id}
      role="row"
      class="grid-row"
      aria-rowindex={index + 2}
      data-status={row.status}
      data-left-out={row.status === 'update' && !row.included}
      data-active={active}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onActivate}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('gridInclude', String(row.row))}
          checked={row.included && row.status === 'update'}
          disabled={row.status !== 'update'}
          onClick={onToggle}
        />
      </span>
      <span role="gridcell" class="small quiet">
        {row.row}
      </span>
      <span
        role="gridcell"
        class="who"
        data-whole-row={row.cells.length === 0}
        aria-colspan={row.cells.length === 0 ? columns.length + 1 : 1}
      >
        <span class="line">{row.who.name ?? row.who.key}</span>
        {ofTheRow[0] === undefined ? (
          <span class="line small quiet">{row.who.email ?? row.who.key}</span>
        ) : (
          <span class="line small error" title={ofTheRow.map(findingText).join('\n')}>
            {ofTheRow.map(findingText).join(' ')}
          </span>
        )}
      </span>
      {(row.cells.length === 0 ? [] : columns).map((column) => (
        <ChangeCell
          key={column}
          label={attributeLabel(column, attributes)}
          cell={row.cells.find(({ attribute }) => attribute === column)}
          findings={row.findings.filter(({ attribute }) => attribute === column)}
        />
      ))}
    </div>
  );
}

import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import { isWrong, type ReviewedRow } from '../../lib/review/terms/reviewed-row';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { t } from '../text';
import { CellEditor } from './cell-editor';
import { ChangeCell } from './change-cell';
import { RowFixes, wrongId } from './row-fixes';
import type { RowActions } from './row-actions';
import { WhoCell } from './who-cell';

/**
 * One row of the grid. Rows with errors say what is wrong under the recipient, or in the cell it is
 * about.
 */
export function GridRow(props: {
  row: ReviewedRow;
  index: number;
  top: number;
  height: number;
  /** The column that the keyboard is in; null when it is in another row. */
  active: number | null;
  editing: boolean;
  isViewed: boolean;
  /** Somebody has changed it on the platform since the review was made. */
  isMoved: boolean;
  /** The key that rows are matched by: one attribute, or two together. */
  keyAttributes: readonly AttributeId[];
  columns: readonly AttributeId[];
  attributes: readonly Attribute[];
  actions: RowActions;
}) {
  const {
    row,
    index,
    top,
    height,
    active,
    editing,
    isViewed,
    isMoved,
    keyAttributes,
    columns,
    attributes,
    actions,
  } = props;
  const editor = (attribute: AttributeId, text: string) => (
    <CellEditor
      label={t('editCell', attributeLabel(attribute, attributes), String(row.row))}
      text={text}
      onTake={(typed) => actions.take(attribute, typed)}
      onDone={actions.endEdit}
    />
  );
  /** In a key of two columns the blank one has to be typed; both are open to find and replace. */
  const keyEditor = () => {
    const part = Math.max(0, row.who.key.indexOf(''));
    const attribute = keyAttributes[part];
    return attribute === undefined ? null : editor(attribute, row.who.key[part] ?? '');
  };
  return (
    <div
      id={`row-${row.row}`}
      role="row"
      class="grid-row"
      aria-rowindex={index + 2}
      data-status={row.status}
      data-left-out={row.excluded}
      data-new={row.included && !isViewed}
      data-has-cells={row.cells.length > 0}
      data-active={active !== null}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
    >
      <span role="gridcell" aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('gridInclude', String(row.row))}
          checked={row.included}
          disabled={row.status !== 'update'}
          onClick={actions.toggle}
        />
      </span>
      <span role="gridcell" aria-colindex={2} class="small quiet" onClick={() => actions.activate(0)}>
        {row.row}
      </span>
      <WhoCell
        id={cellId(row.row, 0)}
        row={row}
        isActive={active === 0}
        isMoved={isMoved}
        editor={editing && active === 0 ? keyEditor() : null}
        wrongId={isWrong(row) ? wrongId(row.row) : null}
        actions={actions}
      />
      {(row.cells.length === 0 ? [] : columns).map((attribute, at) => {
        const cell = row.cells.find((of) => of.attribute === attribute);
        const isHere = active === at + 1;
        return (
          <ChangeCell
            key={attribute}
            id={cellId(row.row, at + 1)}
            label={attributeLabel(attribute, attributes)}
            kind={attributeKind(attribute, attributes)}
            colIndex={at + 4}
            cell={cell}
            findings={row.findings.filter((finding) => finding.attribute === attribute)}
            isEdited={row.edited.includes(attribute)}
            isActive={isHere}
            editor={editing && isHere && cell !== undefined ? editor(attribute, cell.text) : null}
            onActivate={() => actions.activate(at + 1)}
            onEdit={() => actions.edit(at + 1)}
          />
        );
      })}
      {isWrong(row) && (
        <span role="gridcell" class="fixes" aria-colindex={columns.length + 4}>
          <RowFixes
            row={row}
            columns={columns}
            keyAttributes={keyAttributes}
            attributes={attributes}
            actions={actions}
          />
        </span>
      )}
    </div>
  );
}

/** The id of a cell, for the screen reader to follow the keyboard. */
export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

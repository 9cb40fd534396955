import { batch, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AttributeId } from '../../lib/credential/attribute';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import { columnWith } from './column-with';
import { cellId } from './grid-row';

/** Rows and columns that the cursor can be in. `show` brings a row into view. */
interface GridPlaces {
  readonly total: number;
  readonly columns: readonly AttributeId[];
  readonly rowAt: (index: number) => ReviewedRow | undefined;
  readonly show: (index: number) => void;
}

/** The active cell of the grid: its row by place, its column counted from "who" (0). */
export function useGridCursor({ total, columns, rowAt, show }: GridPlaces) {
  const wantedRow = useSignal(0);
  const wantedColumn = useSignal(0);
  /** The kind of cell to find in the row, until that row is here. */
  const sought = useSignal<{ readonly severity: 'error' | 'warning' } | null>(null);
  // The row that was corrected may have been the last of those that are shown.
  const index = Math.min(wantedRow.value, Math.max(0, total - 1));
  const row = rowAt(index);
  // A row without a credential has one cell; a column may have gone since.
  const mostColumn = row?.cells.length === 0 ? 0 : columns.length;
  const seeking = sought.value;
  const present = Math.min(wantedColumn.value, mostColumn);
  const column =
    seeking === null || row === undefined ? present : columnWith(row, seeking.severity, columns, present);
  const cell = row === undefined ? undefined : cellId(row.row, column);
  useEffect(() => {
    // Rows are brought into view by the virtualizer; columns by the scroller itself.
    if (cell !== undefined && column > 0)
      document.getElementById(cell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Only when the cursor goes to another column: one may scroll away by hand and stay there.
  }, [column]);
  // Only for this drawing: an effect of the one before still has the row that was left.
  useEffect(() => {
    if (seeking === null || sought.peek() !== seeking) return;
    show(index);
    if (row === undefined) return;
    wantedColumn.value = column;
    sought.value = null;
  });
  const moveTo = (to: number) => {
    wantedRow.value = Math.max(0, Math.min(total - 1, to));
    show(wantedRow.value);
  };
  return {
    index,
    row,
    column,
    cell,
    /** The attribute of its column; undefined for "who". */
    attribute: columns[column - 1],
    moveTo,
    moveBy(rows: number, by: number) {
      wantedColumn.value = Math.max(0, Math.min(mostColumn, column + by));
      moveTo(index + rows);
    },
    /** Puts it where the pointer is, which is in view. */
    put(at: number, inColumn = column) {
      wantedRow.value = at;
      wantedColumn.value = inColumn;
    },
    /** Goes to a row, and in it to the first cell of that severity once the row is here. */
    seek(at: number, severity: 'error' | 'warning') {
      batch(() => {
        // Not held to the rows of this drawing: another filter may have been taken since.
        wantedRow.value = at;
        sought.value = { severity };
      });
    },
  };
}

export type GridCursor = ReturnType<typeof useGridCursor>;

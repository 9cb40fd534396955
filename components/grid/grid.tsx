import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import type { ReviewSummary } from '../../lib/review/cross-row/review';
import { asksFor, type ReviewedRow } from '../../lib/review/terms/reviewed-row';
import type { Session } from '../../lib/session/session';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';
import { columnWidths } from './column-widths';
import { columnWith } from './column-with';
import { GridHead, nextSort } from './grid-head';
import { GRID_ID } from './grid-id';
import { gridAction, type GridAction } from './grid-keys';
import { cellId, GridRow } from './grid-row';
import { useKeptRows } from './use-kept-rows';
import { useVirtualRows } from './use-virtual-rows';

const ROW_HEIGHT = 50;
const HEAD_HEIGHT = 32;
/** Rows are asked for in whole pages, so that scrolling by one row asks for nothing. */
const PAGE = 60;

/**
 * The grid "Changes": who, then each attribute that changes anywhere, old and new. It shows a window of rows that the
 * worker holds. One stop for the keyboard (grid-keys.ts); a live region says what a key did.
 */
export function Grid(props: { session: Session; summary: ReviewSummary; attributes: readonly Attribute[] }) {
  const { session, summary, attributes } = props;
  const { review } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const row = useSignal(0);
  const column = useSignal(0);
  /** The number of the row whose active cell is typed in; null while none is. */
  const editing = useSignal<number | null>(null);
  const said = useSignal('');
  /** The search for the next row, until that row is here and its cell has the focus. */
  const sought = useSignal<'error' | 'warning' | null>(null);
  const window = review.window.value;
  const total = window === null ? 0 : window.total;
  const virtual = useVirtualRows(scroller, total, ROW_HEIGHT, HEAD_HEIGHT);
  const keepRow = useKeptRows();
  const first = virtual.items[0]?.index ?? 0;
  const last = virtual.items.at(-1)?.index ?? 0;
  const from = Math.floor(first / PAGE) * PAGE;
  const count = Math.ceil((last + 1 - from) / PAGE) * PAGE;
  useEffect(() => {
    if (total > 0) review.showRows(from, count);
  }, [review, from, count, total]);

  const columns = summary.attributes.map(({ attribute }) => attribute);
  const rowAt = (index: number): ReviewedRow | undefined =>
    window === null ? undefined : window.rows[index - window.from];
  // The row that was corrected may have been the last of those that are shown.
  const activeIndex = Math.min(row.value, Math.max(0, total - 1));
  const activeRow = rowAt(activeIndex);
  // A row without a credential has one cell; a column may have gone since.
  const mostColumn = activeRow?.cells.length === 0 ? 0 : columns.length;
  const activeColumn = Math.min(column.value, mostColumn);
  const attribute = columns[activeColumn - 1];
  const activeCell = activeRow === undefined ? undefined : cellId(activeRow.row, activeColumn);
  useEffect(() => {
    // Rows are brought into view by the virtualizer; which of the columns are seen is the scroller's own affair.
    if (activeCell !== undefined && activeColumn > 0)
      document.getElementById(activeCell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Only when the cursor goes to another column: one may scroll away by hand and stay there.
  }, [activeColumn]);
  useEffect(() => {
    if (sought.value === null || activeRow === undefined) return;
    column.value = columnWith(activeRow, sought.value, columns, activeColumn);
    sought.value = null;
  });

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    row.value = next;
    virtual.show(next);
  };
  const toggle = (of: ReviewedRow | undefined) => {
    if (of === undefined || of.status === 'unchanged') return;
    const excluded = !of.excluded;
    void review.decide({ kind: 'exclude', rows: [of.row], excluded });
    said.value = t(excluded ? 'liveLeftOut' : 'liveTakenIn', String(of.row));
  };
  const toggleCell = () => {
    const cell = activeRow?.cells.find((of) => of.attribute === attribute);
    if (activeRow === undefined || attribute === undefined) return;
    const label = attributeLabel(attribute, attributes);
    if (cell === undefined || !asksFor(cell.outcome)) {
      said.value = t('liveCellNothing', label, String(activeRow.row));
      return;
    }
    const excluded = cell.outcome !== 'excluded';
    void review.decide({ kind: 'exclude-cell', row: activeRow.row, attribute, excluded });
    said.value = t(excluded ? 'liveCellLeftOut' : 'liveCellTakenIn', label, String(activeRow.row));
  };
  const toggleColumn = () => {
    const of = summary.attributes.find((one) => one.attribute === attribute);
    if (of === undefined) return;
    void review.decide({ kind: 'exclude-column', attribute: of.attribute, excluded: !of.isExcluded });
    said.value = t(
      of.isExcluded ? 'liveColumnTakenIn' : 'liveColumnLeftOut',
      attributeLabel(of.attribute, attributes),
    );
  };
  const goToNext = async (severity: 'error' | 'warning') => {
    const found = await review.findNext(severity, activeIndex);
    said.value = found === null ? t(severity === 'error' ? 'liveNoErrors' : 'liveNoWarnings') : '';
    if (found === null) return;
    moveTo(found);
    sought.value = severity;
  };
  const edit = (of: ReviewedRow | undefined) => {
    if (of === undefined) return;
    const isSeveral = of.findings.some(({ code }) => code === 'several-match');
    if (isSeveral && activeColumn === 0) void review.choose(of.row);
    else editing.value = of.row;
  };
  const page = Math.max(1, virtual.items.length - 12);
  const act = (action: GridAction) => {
    switch (action.kind) {
      case 'move':
        column.value = Math.max(0, Math.min(mostColumn, activeColumn + action.columns));
        moveTo(activeIndex + action.rows);
        return;
      case 'page':
        return moveTo(activeIndex + (action.down ? page : -page));
      case 'end':
        return moveTo(action.last ? total - 1 : 0);
      case 'toggle-row':
        return toggle(activeRow);
      case 'toggle-cell':
        return toggleCell();
      case 'toggle-column':
        return toggleColumn();
      case 'sort':
        return review.setSort(nextSort(review.sort.value, attribute ?? 'who'));
      case 'edit':
        return edit(activeRow);
      case 'next':
        void goToNext(action.severity);
    }
  };
  const actionsOf = (of: ReviewedRow, index: number) => ({
    toggle() {
      row.value = index;
      toggle(of);
    },
    activate(at: number) {
      row.value = index;
      column.value = at;
    },
    edit(at: number) {
      row.value = index;
      column.value = at;
      editing.value = of.row;
    },
    take(edited: AttributeId, text: string) {
      void review.decide({ kind: 'edit', row: of.row, attribute: edited, text });
      said.value = t('liveEdited', attributeLabel(edited, attributes), String(of.row));
    },
    endEdit() {
      editing.value = null;
      scroller.current?.focus(); // it goes with the grid
    },
    choose: () => void review.choose(of.row),
  });

  const { template, least } = columnWidths(columns, attributes);
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div
        ref={scroller}
        id={GRID_ID}
        class="grid"
        role="grid"
        aria-label={t('changes')}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 3}
        aria-activedescendant={activeCell}
        tabIndex={0}
        onKeyDown={(event) => {
          const action = gridAction(event);
          const { target } = event;
          const isControl = target instanceof HTMLButtonElement || isInHead(target);
          // Enter and Space press a button that has the keyboard.
          if (action === null || (isControl && (event.key === 'Enter' || event.key === ' '))) return;
          event.preventDefault();
          act(action);
        }}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (text === '' || activeRow === undefined) return;
          event.preventDefault();
          void review.paste(text, activeIndex, [...summary.key.slice(0, 1), ...columns].slice(activeColumn));
          said.value = t('livePasted');
        }}
        style={{ '--columns': template, '--least-width': `${least}px` }}
      >
        <GridHead session={session} summary={summary} attributes={attributes} />
        <div role="rowgroup" class="grid-body" style={{ height: `${virtual.height}px` }}>
          {virtual.items.map(({ index, start }) => {
            const shown = rowAt(index);
            if (shown === undefined) return null;
            const active = index === activeIndex ? activeColumn : null;
            const isEdited = editing.value === shown.row;
            return keepRow(shown.row, [shown, start, active, isEdited, summary, attributes], () => (
              <GridRow
                key={shown.row}
                row={shown}
                index={index}
                top={start}
                active={active}
                editing={isEdited}
                keyAttributes={summary.key}
                columns={columns}
                attributes={attributes}
                actions={actionsOf(shown, index)}
              />
            ));
          })}
        </div>
        {window !== null && total === 0 && <Empty session={session} summary={summary} />}
      </div>
    </>
  );
}

function isInHead(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.grid-head') !== null;
}

function Empty({ session, summary }: { session: Session; summary: ReviewSummary }) {
  const nothing = session.review.filter.value.kind === 'changes' && session.review.search.value === '';
  return (
    <div role="row">
      <p role="gridcell" class="empty quiet">
        {nothing && summary.withErrors === 0 ? t('gridNoChanges') : t('gridEmpty')}
      </p>
    </div>
  );
}

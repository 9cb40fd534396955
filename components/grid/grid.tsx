import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewSummary } from '../../lib/review/cross-row/review';
import type { MovedRow } from '../../lib/review/view/moved-rows';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import type { Session } from '../../lib/session/session';
import { t } from '../text';
import { columnWidths } from './column-widths';
import { gridDecisions, newAddressOwner } from './grid-decisions';
import { GridHead, nextSort } from './grid-head';
import { GRID_ID } from './grid-id';
import { gridAction, type GridAction } from './grid-keys';
import { GridRow } from './grid-row';
import type { RowActions } from './row-actions';
import { useGridCursor } from './use-grid-cursor';
import { useKeptRows } from './use-kept-rows';
import { heightOf } from './row-height';
import { useNarrow } from './use-narrow';
import { useShownWindow } from './use-shown-window';

/**
 * The grid "Changes": who, then each attribute that changes anywhere, old and new. It shows a
 * window of rows that the worker holds. One stop for the keyboard (grid-keys.ts); a live region
 * says what a key did.
 */
export function Grid(props: {
  session: Session;
  summary: ReviewSummary;
  attributes: readonly Attribute[];
  /** Rows that others have changed on the platform since the review was made. */
  moved?: readonly MovedRow[] | undefined;
}) {
  const { session, summary, attributes, moved = [] } = props;
  const movedRows = new Set(moved.map(({ row }) => row));
  const { review } = session;
  const scroller = useRef<HTMLDivElement>(null);
  /** The number of the row whose active cell is typed in; null while none is. */
  const editing = useSignal<number | null>(null);
  const said = useSignal('');
  const isNarrow = useNarrow();
  const { isHere, total, virtual, rowAt, viewed } = useShownWindow(review, scroller, isNarrow);
  const columns = summary.attributes.map(({ attribute }) => attribute);
  const cursor = useGridCursor({ total, columns, rowAt, show: (index) => virtual.show(index) });
  const decide = gridDecisions(review, summary, attributes, said);
  const keepRow = useKeptRows();

  /** Asks which of several credentials is meant. A new address has one alone. */
  const choose = (of: ReviewedRow) => {
    const credential = newAddressOwner(of);
    if (credential === null) void review.choose(of.row);
    else decide.changeAddress(of, credential);
  };
  const edit = (of: ReviewedRow | undefined) => {
    if (of === undefined) return;
    const isSeveral = of.findings.some(({ code }) => code === 'several-match');
    if (isSeveral && cursor.column === 0) choose(of);
    else editing.value = of.row;
  };
  const goToNext = async (severity: 'error' | 'warning') => {
    const found = await decide.findNext(severity, cursor.index);
    if (found !== null) cursor.seek(found, severity);
  };
  const act = (action: GridAction) => {
    switch (action.kind) {
      case 'move':
        return cursor.moveBy(action.rows, action.columns);
      case 'page': {
        const page = Math.max(1, virtual.items.length - 12);
        return cursor.moveBy(action.down ? page : -page, 0);
      }
      case 'end':
        return cursor.moveTo(action.last ? total - 1 : 0);
      case 'toggle-row':
        return decide.toggleRow(cursor.row);
      case 'toggle-cell':
        return decide.toggleCell(cursor.row, cursor.attribute);
      case 'toggle-column':
        return decide.toggleColumn(cursor.attribute);
      case 'sort':
        return review.setSort(nextSort(review.sort.value, cursor.attribute ?? 'who'));
      case 'edit':
        return edit(cursor.row);
      case 'change-address':
        if (cursor.row !== undefined && newAddressOwner(cursor.row) !== null) choose(cursor.row);
        return;
      case 'next':
        void goToNext(action.severity);
    }
  };
  const actionsOf = (of: ReviewedRow, index: number): RowActions => ({
    toggle() {
      cursor.put(index);
      decide.toggleRow(of);
    },
    activate: (at) => cursor.put(index, at),
    edit(at) {
      cursor.put(index, at);
      editing.value = of.row;
    },
    take: (attribute, text) => decide.take(of, attribute, text),
    toggleCell: (attribute) => decide.toggleCell(of, attribute),
    endEdit() {
      editing.value = null;
      scroller.current?.focus(); // it goes with the grid
    },
    choose: () => choose(of),
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
        aria-colcount={columns.length + 4}
        aria-activedescendant={cursor.cell}
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
          if (text === '' || cursor.row === undefined) return;
          event.preventDefault();
          const into = [...summary.key.slice(0, 1), ...columns].slice(cursor.column);
          decide.paste(text, cursor.index, into);
        }}
        style={{ '--columns': template, '--least-width': `${least}px` }}
      >
        <GridHead session={session} summary={summary} attributes={attributes} />
        <div role="rowgroup" class="grid-body" style={{ height: `${virtual.height}px` }}>
          {virtual.items.map(({ index, start }) => {
            const shown = rowAt(index);
            if (shown === undefined) return null;
            const active = index === cursor.index ? cursor.column : null;
            const isEdited = editing.value === shown.row;
            const isViewed = viewed.has(shown.row);
            const isMoved = movedRows.has(shown.row);
            const height = heightOf(shown, isNarrow);
            const drawn = [shown, start, height, active, isEdited, isViewed, isMoved, summary, attributes];
            return keepRow(shown.row, drawn, () => (
              <GridRow
                key={shown.row}
                row={shown}
                index={index}
                top={start}
                height={height}
                active={active}
                editing={isEdited}
                isViewed={isViewed}
                isMoved={isMoved}
                keyAttributes={summary.key}
                columns={columns}
                attributes={attributes}
                actions={actionsOf(shown, index)}
              />
            ));
          })}
        </div>
        {isHere && total === 0 && <Empty session={session} summary={summary} />}
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

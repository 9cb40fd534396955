import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewSummary } from '../../lib/review/review';
import type { ReviewedRow } from '../../lib/review/reviewed-row';
import type { SessionShape } from '../../lib/session';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';
import { columnWidths } from './column-widths';
import { GridRow } from './grid-row';
import { useVirtualRows } from './use-virtual-rows';

const ROW_HEIGHT = 50;
const HEAD_HEIGHT = 32;
/** Rows are asked for in whole pages, so that scrolling by one row asks for nothing. */
const PAGE = 60;

/**
 * The grid "Changes": who, then each attribute that changes anywhere, old and new. It shows a window of rows that the
 * worker holds. One stop for the keyboard: arrows or j and k move, Space includes or leaves out, e and w go to the next
 * error and warning. A live region says what a key did.
 */
export function Grid(props: {
  session: SessionShape;
  summary: ReviewSummary;
  attributes: readonly Attribute[];
}) {
  const { session, summary, attributes } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const active = useSignal(0);
  const said = useSignal('');
  const window = session.review.window.value;
  const total = window === null ? 0 : window.total;
  const virtual = useVirtualRows(scroller, total, ROW_HEIGHT, HEAD_HEIGHT);
  const first = virtual.items[0]?.index ?? 0;
  const last = virtual.items.at(-1)?.index ?? 0;
  const from = Math.floor(first / PAGE) * PAGE;
  const count = Math.ceil((last + 1 - from) / PAGE) * PAGE;
  useEffect(() => {
    if (total > 0) session.review.showRows(from, count);
  }, [session, from, count, total]);

  const rowAt = (index: number): ReviewedRow | undefined =>
    window === null ? undefined : window.rows[index - window.from];
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    active.value = next;
    virtual.show(next);
  };
  const toggle = (row: ReviewedRow | undefined) => {
    if (row === undefined || row.status !== 'update') return;
    const leftOut = row.included;
    void session.review.decide({ kind: 'leave-out', rows: [row.row], leftOut });
    said.value = t(leftOut ? 'liveLeftOut' : 'liveTakenIn', String(row.row));
  };
  const goToNext = async (severity: 'error' | 'warning') => {
    const found = await session.review.findNext(severity, active.peek());
    said.value = found === null ? t(severity === 'error' ? 'liveNoErrors' : 'liveNoWarnings') : '';
    if (found === null) return;
    active.value = found;
    virtual.show(found);
  };
  const page = Math.max(1, virtual.items.length - 12);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, number> = {
      ArrowDown: active.value + 1,
      j: active.value + 1,
      ArrowUp: active.value - 1,
      k: active.value - 1,
      PageDown: active.value + page,
      PageUp: active.value - page,
      Home: 0,
      End: total - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === ' ') {
      event.preventDefault();
      toggle(rowAt(active.value));
    } else if (event.key === 'e' || event.key === 'w') {
      event.preventDefault();
      void goToNext(event.key === 'e' ? 'error' : 'warning');
    }
  };

  const columns = summary.attributes.map(({ attribute }) => attribute);
  const { template, least } = columnWidths(columns, attributes);
  const activeRow = rowAt(active.value);
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div
        ref={scroller}
        class="grid"
        role="grid"
        aria-label={t('changes')}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 3}
        aria-activedescendant={activeRow === undefined ? undefined : rowId(activeRow)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ '--columns': template, '--least-width': `${least}px` }}
      >
        <div class="grid-head" role="row" aria-rowindex={1}>
          <span role="columnheader">
            <span class="visually-hidden">{t('gridIncludeHeader')}</span>
          </span>
          <span role="columnheader">{t('gridRow')}</span>
          <span role="columnheader">{t('gridRecipient')}</span>
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {attributeLabel(column, attributes)}
            </span>
          ))}
        </div>
        <div role="rowgroup" class="grid-body" style={{ height: `${virtual.height}px` }}>
          {virtual.items.map(({ index, start }) => {
            const row = rowAt(index);
            if (row === undefined) return null;
            return (
              <GridRow
                key={row.row}
                id={rowId(row)}
                row={row}
                index={index}
                top={start}
                active={index === active.value}
                columns={columns}
                attributes={attributes}
                onToggle={() => {
                  active.value = index;
                  toggle(row);
                }}
                onActivate={() => (active.value = index)}
              />
            );
          })}
        </div>
        {window !== null && total === 0 && <Empty session={session} summary={summary} />}
      </div>
    </>
  );
}

function Empty({ session, summary }: { session: SessionShape; summary: ReviewSummary }) {
  const nothing = session.review.filter.value.kind === 'changes' && session.review.search.value === '';
  return (
    <div role="row">
      <p role="gridcell" class="empty quiet">
        {nothing && summary.withErrors === 0 ? t('gridNoChanges') : t('gridEmpty')}
      </p>
    </div>
  );
}

function rowId(row: ReviewedRow): string {
  return `row-${row.row}`;
}

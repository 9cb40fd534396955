import { yieldToEventLoop } from '../../sheet/text/yield-to-event-loop';
import { scanRecords } from '../../sheet/text/scan-records';
import type { Decision } from './decision';
import type { ReviewWindow } from '../cross-row/review';

type Paste = Extract<Decision, { readonly kind: 'paste' }>;

/**
 * The decision to paste a block over the rows that are seen where it begins (`seen`: the window
 * that is shown). An edit that is still on its way, or more of the group, may bring other rows
 * there before the decision is carried out.
 */
export function pasteOver(seen: ReviewWindow | null, block: Omit<Paste, 'kind' | 'rows'>): Paste {
  const first = seen === null ? -1 : block.from - seen.from;
  const rows = first < 0 ? [] : (seen?.rows.slice(first, first + block.cells.length) ?? []);
  return { kind: 'paste', ...block, rows: rows.map(({ row }) => row) };
}

/**
 * Reads copied cells as rows of texts. A spreadsheet program separates cells by tabs, and quotes a
 * cell with a tab or a line end in it. Null for more than anybody pastes into a review.
 */
export async function pastedBlock(text: string): Promise<readonly (readonly string[])[] | null> {
  // Every program ends the last row as it ends the others.
  const records = await scanRecords(text.replace(/\r?\n$/, ''), '\t', () => yieldToEventLoop(undefined));
  if (!records.ok) return null;
  const { value: block } = records;
  return Array.from({ length: block.count }, (_row, row) =>
    Array.from({ length: block.width(row) }, (_cell, column) => block.field(row, column).trim()),
  );
}

import { assertNever } from '../assert-never';
import { isIncluded, isLeftOut } from './included-rows';
import type { Decisions, JudgedRow, Review, ReviewFilter, ReviewWindow } from './review';

interface Filtered {
  readonly decisions: Decisions;
  readonly filter: ReviewFilter;
  readonly search: string;
  readonly rows: readonly JudgedRow[];
}

/** The last filtering of each review: scrolling asks for window after window of the same. */
const lastFiltered = new WeakMap<Review, Filtered>();

/**
 * The rows from position `from` of those that the filter and the search leave, at most `count`. The search is without
 * case, in name, e-mail, key, row number, present and new values.
 */
export function windowOf(
  review: Review,
  decisions: Decisions,
  filter: ReviewFilter,
  search: string,
  from: number,
  count: number,
): ReviewWindow {
  const rows = filtered(review, decisions, filter, search.trim().toLowerCase());
  return {
    from,
    total: rows.length,
    rows: rows.slice(from, from + count).map((row) => ({
      row: row.row,
      credential: row.credential,
      who: row.who,
      status: row.status,
      cells: row.cells,
      findings: row.findings,
      credits: row.credits,
      included: isIncluded(row, decisions),
    })),
  };
}

/**
 * The position of the next row behind `after` (-1: from the start) that has an error or a warning (an alarm is one too),
 * among those that the filter and the search leave; from the end it goes on at the start. Null when there is none.
 */
export function nextWith(
  review: Review,
  decisions: Decisions,
  filter: ReviewFilter,
  search: string,
  severity: 'error' | 'warning',
  after: number,
): number | null {
  const rows = filtered(review, decisions, filter, search.trim().toLowerCase());
  const has = ({ findings }: JudgedRow) =>
    findings.some((finding) => (finding.severity === 'error') === (severity === 'error'));
  for (let step = 1; step <= rows.length; step += 1) {
    const at = (after + step + rows.length) % rows.length;
    const row = rows[at];
    if (row !== undefined && has(row)) return at;
  }
  return null;
}

function filtered(
  review: Review,
  decisions: Decisions,
  filter: ReviewFilter,
  search: string,
): readonly JudgedRow[] {
  const last = lastFiltered.get(review);
  const isSame =
    last?.decisions === decisions &&
    last.search === search &&
    JSON.stringify(last.filter) === JSON.stringify(filter);
  if (isSame) return last.rows;
  const rows = review.told.filter(
    (row) => passes(row, filter, decisions) && (search === '' || contains(row, search)),
  );
  lastFiltered.set(review, { decisions, filter, search, rows });
  return rows;
}

function passes(row: JudgedRow, filter: ReviewFilter, decisions: Decisions): boolean {
  switch (filter.kind) {
    case 'changes':
      return row.status === 'update';
    case 'errors':
      return row.status !== 'update' && !isLeftOut(row, decisions);
    case 'attribute':
      return row.cells.some(
        ({ attribute, outcome }) =>
          attribute === filter.attribute && outcome !== 'same' && outcome !== 'kept-because-blank',
      );
    case 'cleared':
      return row.cells.some(({ outcome }) => outcome === 'cleared');
    case 'left-out':
      return isLeftOut(row, decisions);
    case 'finding':
      return row.findings.some(
        ({ code, severity }) =>
          code === filter.code &&
          (severity === 'warning' ? isIncluded(row, decisions) : !isLeftOut(row, decisions)),
      );
    default:
      return assertNever(filter);
  }
}

function contains(row: JudgedRow, search: string): boolean {
  const { name, email, key } = row.who;
  const has = (text: unknown) => typeof text === 'string' && text.toLowerCase().includes(search);
  if (has(name) || has(email) || has(key) || row.credential === search || String(row.row) === search)
    return true;
  return row.cells.some(({ before, after, written }) => has(before) || has(after) || has(written));
}

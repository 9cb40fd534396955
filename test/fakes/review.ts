import { assignmentOf } from '../../lib/assign/edit/edit-assignment';
import type { BlankRule, ColumnChoice, WriteRule } from '../../lib/assign/choice/assignment';
import { describeColumns } from '../../lib/assign/facts/describe-columns';
import type { AttributeId, CustomAttributeKey } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import type { Credential } from '../../lib/credential/credential';
import type { Day } from '../../lib/credential/day';
import { createGroup } from '../../lib/review/group/group';
import { reviewSheet } from '../../lib/review/view/review-sheet';
import { NOTHING_CORRECTED, type ReviewInput } from '../../lib/review/group/review-input';
import type { Review, ReviewFilter, ReviewSort } from '../../lib/review/cross-row/review';
import type { JudgedRow } from '../../lib/review/terms/reviewed-row';
import type { Decision } from '../../lib/review/corrections/decision';
import { beginReview, decide, type Reviewed } from '../../lib/review/reviewed';
import { windowOf } from '../../lib/review/view/review-window';
import { describeRows } from '../../lib/review/cross-row/describe-rows';
import type { DateFormat } from '../../lib/sheet/dates/date-format';
import type { Table } from '../../lib/sheet/table/table';
import { baseOf } from './export-base';
import { tableOf, type WrittenCell } from './table';

/** The part of a review's input that says that nobody has looked or corrected anything yet. */
export const UNCORRECTED = {
  located: new Map(),
  corrected: NOTHING_CORRECTED,
} satisfies Partial<ReviewInput>;

export const TODAY = '2026-06-15' as Day;

export const CUSTOM: readonly CustomAttributeKey[] = [
  { name: 'CE Hours', kind: 'text' },
  { name: 'Seen On', kind: 'date' },
  { name: '__proto__', kind: 'text' },
];

/** A review as a test writes it: columns by attribute, rows, credentials. */
export interface WrittenReview {
  readonly key?: AttributeId;
  readonly alsoBy?: AttributeId;
  readonly columns: readonly AttributeId[];
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly credentials: readonly Credential[];
  readonly blank?: BlankRule;
  readonly write?: WriteRule;
  readonly dateFormat?: DateFormat;
  readonly located?: ReviewInput['located'];
  /** Rows of a text file with more fields than the header row, and how many more. */
  readonly wideRows?: Table['wideRows'];
  /** The credentials as they were when the sheet was downloaded; missing: it is no download. */
  readonly exported?: readonly Credential[];
}

/**
 * The input of a review of group 7 on 2026-06-15, matched by the first column unless `key` says
 * otherwise.
 */
export function reviewInputOf(written: WrittenReview): ReviewInput {
  const table = tableOf([...written.columns], written.rows);
  const columns = assignmentOf([], describeColumns(table)).columns.map((choice, index): ColumnChoice => ({
    ...choice,
    target: { kind: 'attribute', id: written.columns[index]! },
    blank: written.blank ?? 'keep',
    write: written.write ?? 'always',
    dateFormat: written.dateFormat ?? choice.dateFormat,
  }));
  return {
    table: { ...table, wideRows: written.wideRows ?? table.wideRows },
    assignment: {
      columns,
      key: written.key ?? written.columns[0]!,
      ...(written.alsoBy !== undefined && { alsoBy: written.alsoBy }),
    },
    attributes: attributesOf(CUSTOM),
    group: createGroup(written.credentials),
    today: TODAY,
    base: written.exported === undefined ? null : baseOf(written.exported, written.columns, CUSTOM),
    located: written.located ?? new Map(),
    corrected: NOTHING_CORRECTED,
  };
}

/** All rows of a review that there is something to tell of, in words. */
export function describeAll(review: Review): readonly JudgedRow[] {
  return describeRows(review, review.crossRow.reported);
}

/** A review with all of its rows in words. */
export type DescribedReview = Review & { readonly described: readonly JudgedRow[] };

export function reviewOf(written: WrittenReview): DescribedReview {
  const review = reviewSheet(reviewInputOf(written));
  return { ...review, described: describeAll(review) };
}

/** A review under way, after these decisions. */
export function reviewedOf(written: WrittenReview, ...decisions: readonly Decision[]): Reviewed {
  return decisions.reduce(decide, beginReview(reviewInputOf(written), null));
}

/** The rows that a view shows, by their numbers. */
export function rowsShown(review: Review, filter: ReviewFilter, search = '', sort: ReviewSort | null = null) {
  return windowOf(review, { filter, search, sort }, 0, 100).rows.map(({ row }) => row);
}

/** A finding in one line: "2 name-change recipient-name". */
export function findingLines(rows: readonly JudgedRow[]): readonly string[] {
  return rows.flatMap(({ findings }) =>
    findings.map(({ row, code, attribute }) =>
      [row, code, ...(attribute === null ? [] : [attribute])].join(' '),
    ),
  );
}

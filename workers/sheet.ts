import { describeColumns, type ColumnFacts } from '../lib/assign/facts/describe-columns';
import { FIRST_JOINED, joinColumns, type Join } from '../lib/assign/edit/joined-columns';
import { attributesOf } from '../lib/credential/attributes';
import { unguardedSheet, withoutGuards } from '../lib/report/guarded-text';
import type { PlannedSheet } from '../lib/report/sheet-results';
import { failed, ok } from '../lib/result';
import type { ReviewInput } from '../lib/review/group/review-input';
import type { Change } from '../lib/credential/change';
import type { ReviewRequest, SheetContract } from '../lib/rpc/contract/sheet-contract';
import { readFirstRows } from '../lib/sheet/first-rows';
import { findHeaderRow } from '../lib/sheet/table/header-row';
import { makeTable } from '../lib/sheet/table/make-table';
import type { LazyText } from '../lib/sheet/lazy-text';
import { readWorkbook } from '../lib/sheet/read-workbook';
import type { Workbook } from '../lib/sheet/cells/sheet';
import type { SheetJsReader, SheetJsWriter } from '../lib/sheet/sheetjs/sheetjs';
import { fileCalls } from './file-calls';
import { groupCalls } from './group-calls';
import { createHeldGroup } from './held-group';
import { madeCalls, planCalls } from './plan-calls';
import { resultFileMaker } from './result-file';
import { assignCalls, reviewCalls } from './review-calls';
import type { ReviewParts } from './review-parts';
import { createMemory } from './sheet-memory';

/** Dependencies of the worker. */
export interface SheetDeps {
  /** Brings SheetJS, which is a script of its own. */
  readonly loadSheetJs: () => Promise<{ readonly read: SheetJsReader; readonly write: SheetJsWriter }>;
  /** Brings what few text files need, likewise. */
  readonly loadLazyText: () => Promise<LazyText>;
  /** Brings the review, likewise; at once, as a worker can. */
  readonly loadReview: () => ReviewParts;
}

/**
 * The thread in which the rows live: what it holds is in its memory, what it does with that is in lib. Nothing leaves it
 * but counts, samples, the window that is seen, and the confirmed changes.
 */
export function createSheet({ loadSheetJs, loadLazyText, loadReview }: SheetSurroundings): SheetContract {
  const late = { loadSheetJs: async () => (await loadSheetJs()).read, loadLazyText };
  let lookedAt: ArrayBuffer | null = null; // between the first look at a file and its reading
  let workbook: Workbook | null = null;
  /** The table as it is in the sheet, and the same with the columns that were joined. */
  let own: Table | null = null;
  let delimiter: string | undefined; // of a text file
  let joined: readonly Join[] = [];
  let table: Table | null = null;
  let facts: readonly ColumnFacts[] = [];
  const group = createHeldGroup(loadReview);
  let planned: readonly Change[] = [];
  /** Made for the first review, whose script comes late. */
  let reviewing: Reviewing | null = null;
  /** What the plan was made from: the results of its run are about these rows, whatever is opened after it. */
  let plannedFrom: PlannedSheet | null = null;

  const use = (next: Table): void => {
    table = next;
    reviewing?.outdate();
    planned = [];
  };
  /** With what was corrected in the review, where there is one. */
  const sheetNow = (): Table => reviewing?.sheet() ?? needed(table);
  const useSheet = (next: Table, dividedBy?: string): void => {
    own = next;
    delimiter = dividedBy;
    joined = [];
    facts = describeColumns(next);
    use(next);
  };
  /** Tables of a run's values by their number; what is worked on stays until one is taken. */
  const made = new Map<number, Table>();
  let lastMade = 0;
  const madeTable = (next: Table) => {
    made.set((lastMade += 1), next);
    return { made: lastMade, table: openedTable(next, describeColumns(next), 0, []) };
  };
  const inputOf = (request: ReviewRequest): ReviewInput => ({
    table: needed(table),
    assignment: request.assignment,
    attributes: attributesOf(request.customAttributes),
    group: group.now(),
    today: request.today,
  });
  const fileOf = resultFileMaker(loadSheetJs);

  return {
    ...fileCalls(memory, late),
    ...groupCalls(memory, loadReview),
    ...assignCalls(memory, loadReview),
    ...reviewCalls(memory, loadReview),
    ...planCalls(memory, loadReview, resultFileMaker(loadSheetJs)),
    ...madeCalls(memory, loadReview),
  };
}

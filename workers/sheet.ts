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
import type { RareText } from '../lib/sheet/rare-text';
import { readWorkbook } from '../lib/sheet/read-workbook';
import type { Workbook } from '../lib/sheet/cells/sheet';
import type { SheetJsReader, SheetJsWriter } from '../lib/sheet/sheetjs/sheetjs';
import type { Table } from '../lib/sheet/table/table';
import { openedTable, previewOf } from './opened-table';
import type { ReviewParts } from './review-parts';
import type { Reviewing } from './reviewing';
import { countFields } from './count-fields';
import { createHeldGroup } from './held-group';
import { resultFileMaker } from './result-file';
import { sha256Of } from './sha256';

/** What the worker is given. */
export interface SheetSurroundings {
  /** Brings SheetJS, which is a script of its own. */
  readonly loadSheetJs: () => Promise<{ readonly read: SheetJsReader; readonly write: SheetJsWriter }>;
  /** Brings what few text files need, likewise. */
  readonly loadRareText: () => Promise<RareText>;
  /** Brings the review, likewise; at once, as a worker can. */
  readonly loadReview: () => ReviewParts;
}

/**
 * The thread in which the rows live: what it holds is here, what it does with them is in lib. Nothing leaves it but
 * counts, samples, the window that is seen, and the confirmed changes.
 */
export function createSheet({ loadSheetJs, loadRareText, loadReview }: SheetSurroundings): SheetContract {
  const late = { loadSheetJs: async () => (await loadSheetJs()).read, loadRareText };
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
    async look(bytes, reading) {
      lookedAt = bytes;
      const whole = new Uint8Array(bytes);
      const read = await readFirstRows(whole, { reading, ...late });
      if (read === null || read.rowCount === 0) return null;
      const sheet = unguardedSheet(read);
      const headerRow = findHeaderRow(sheet).row;
      return { headerRow, preview: previewOf(sheet, headerRow) };
    },
    async open(bytes, reading) {
      const whole = new Uint8Array(bytes ?? needed(lookedAt));
      lookedAt = null;
      // Both at once, of the very same bytes: hashing is quicker, and in a thread of its own.
      const [read, sha256] = await Promise.all([readWorkbook(whole, { reading, ...late }), sha256Of(whole)]);
      if (!read.ok) return read;
      workbook = withoutGuards(read.value);
      const { format, text, sheets } = workbook;
      return ok({
        sha256,
        format,
        text,
        sheets: sheets.map(({ name, hidden, rowCount }) => ({ name, hidden, rows: rowCount })),
      });
    },
    chooseTable(index, headerRow) {
      const sheet = needed(workbook).sheets[index];
      if (sheet === undefined) throw new Error('no such sheet');
      if (sheet.rowCount === 0) return failed({ code: 'sheet-empty', sheet: sheet.name });
      const header =
        headerRow === null ? findHeaderRow(sheet) : ({ row: headerRow, reason: 'chosen' } as const);
      const made = makeTable(sheet, header);
      if (!made.ok) return made;
      useSheet(made.value, workbook?.text?.delimiter);
      return ok(openedTable(made.value, facts, index, previewOf(sheet, header.row)));
    },
    joinColumns(joins) {
      joined = joins;
      const next = joinColumns(needed(own), joins);
      const added = describeColumns({
        ...next,
        columns: next.columns.filter(({ index }) => index >= FIRST_JOINED),
      });
      facts = [...facts.filter(({ column }) => column < FIRST_JOINED), ...added];
      use(next);
      return added;
    },
    addCredentials(part, first) {
      if (first) group.forget();
      group.add(part);
    },
    inPart: () => group.inPart(),
    whole: () => group.whole(),
    lookedUp: (key, values) => group.lookedUp(key, values),
    notLookedUp: (key, values) => group.notLookedUp(key, values),
    nextLookUp: (assignment, customAttributes) =>
      group.nextLookUp(sheetNow(), assignment, attributesOf(customAttributes)),
    notHeld: (ids) => ids.filter((id) => group.get(id) === undefined),
    addDetails: (part, gone) => group.addDetails(part, gone),
    guess(customAttributes) {
      const { guessAssignment, knownValuesIn } = loadReview();
      const present = needed(table);
      const known = group.size === 0 ? null : knownValuesIn(present, group.now().all);
      return guessAssignment(facts, attributesOf(customAttributes), known);
    },
    report(assignment, customAttributes) {
      const { reportColumns, reportKeys, valueAmongHeaders } = loadReview();
      const present = needed(table);
      const attributes = attributesOf(customAttributes);
      const known = group.now();
      const toLookUp = group.toLookUp(sheetNow(), assignment, attributes);
      // The dates of some rows decide nothing about a column: those of the others may speak for another order.
      const matched = toLookUp === null ? known.all : [];
      return {
        columns: reportColumns(present, assignment, attributes, matched),
        keys: reportKeys(present, assignment, attributes, known),
        toLookUp,
        ofWholeGroup: group.isReadWhole,
        valueInHeader: valueAmongHeaders(needed(own).columns, known.all),
      };
    },
    missingDetails(request) {
      const { missingDetails } = loadReview();
      // A row that was corrected, or of which one of several was chosen, is about another credential than the sheet says.
      const corrected = reviewing?.withoutDetail() ?? []; // nothing reviewed yet
      const unread = corrected.filter((id) => group.get(id)?.detail === null);
      return [...new Set([...missingDetails(inputOf(request)), ...unread])];
    },
    review(request) {
      const { createReviewing } = loadReview();
      reviewing ??= createReviewing(({ table: sheet, assignment, attributes, group: among }) => {
        return group.toLookUp(sheet, assignment, attributes, among) !== null;
      });
      return reviewing.begin(inputOf(request));
    },
    toLocate: () => needed(reviewing).toLocate(),
    addLocated: (located) => needed(reviewing).addLocated(located),
    decide: (decision) => needed(reviewing).decide(decision),
    window: (view, from, count) => needed(reviewing).window(view, from, count),
    nextWith: (view, severity, after) => needed(reviewing).nextWith(view, severity, after),
    previewReplace: (replacement) => needed(reviewing).previewReplace(replacement),
    candidates: (row) => needed(reviewing).candidates(row),
    makePlan(goesOn) {
      const { makePlan } = loadReview();
      const { review, decisions } = needed(reviewing).present();
      const inTheWay = needed(reviewing).obstacles();
      if (inTheWay.length > 0) return failed(inTheWay);
      const plan = makePlan(review, decisions);
      if (!plan.ok) return plan;
      planned = plan.value.changes;
      const of = { table: needed(own), joins: joined, delimiter, review };
      if (goesOn !== true) plannedFrom = { ...of, changes: planned };
      return ok({
        changes: planned.length,
        creditsAtMost: plan.value.creditsAtMost,
        fields: countFields(planned),
        confirmedWarnings: plan.value.confirmedWarnings,
        rest: plan.value.rest,
      });
    },
    changes: (from, count) => planned.slice(from, from + count),
    skippedRows: () => (plannedFrom === null ? [] : loadReview().skippedRows(plannedFrom.review)),
    async results(results, words, only, format) {
      if (plannedFrom === null) return null;
      const rows = loadReview().sheetResults(plannedFrom, results, words, only);
      return fileOf(rows, format, plannedFrom.delimiter);
    },
    workbook: (rows, format) => fileOf(rows, format),
    makeUndo(entries, customAttributes) {
      const { undoOf } = loadReview();
      const undo = undoOf(entries, group, attributesOf(customAttributes), 'Undo');
      if (undo === null) return null;
      const { assignment, editedSince, cannot } = undo;
      return { ...madeTable(undo.table), assignment, editedSince, cannot };
    },
    makeDecided(entries, decided, moved, customAttributes) {
      const { conflictsOf, decidedSheet } = loadReview();
      const conflicts = conflictsOf(entries, moved);
      const answer = decidedSheet(conflicts, decided, group, attributesOf(customAttributes), 'Decided');
      if (answer.kind !== 'sheet') return answer;
      return { kind: 'sheet', ...madeTable(answer.table), assignment: answer.assignment };
    },
    takeMade(number) {
      useSheet(needed(made.get(number) ?? null));
      made.clear();
      reviewing?.forget();
    },
    forgetPlan() {
      planned = [];
      plannedFrom = null;
      made.clear();
    },
    forgetDecisions() {
      reviewing?.forget();
    },
  };
}

/** A step that comes before its own needs is a bug of the panel. */
function needed<T>(value: T | null): T {
  if (value === null) throw new Error('asked for before it was there');
  return value;
}

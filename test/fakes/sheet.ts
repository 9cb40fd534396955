import { assignmentOf } from '../../lib/assign/edit/edit-assignment';
import type { Assignment, ColumnChoice } from '../../lib/assign/choice/assignment';
import type { AttributeId, CustomAttributeKey } from '../../lib/credential/attribute';
import type { Credential } from '../../lib/credential/credential';
import type { Day } from '../../lib/credential/day';
import type { Held, PlanId, ReviewId, TableId } from '../../lib/rpc/contract/held';
import type {
  OpenedTable,
  ReviewRequest,
  ReviewState,
  SheetContract,
} from '../../lib/rpc/contract/sheet-contract';
import { lazyText } from '../../lib/sheet/lazy-text';
import { readWithSheetJs, writeWithSheetJs } from '../../lib/sheet/sheetjs/sheetjs';
import { reviewParts } from '../../workers/review-parts';
import { createSheet } from '../../workers/sheet';

/** The sheet worker's object, called directly. */
export function workerSheet(): SheetContract {
  return createSheet({
    loadSheetJs: () => Promise.resolve({ read: readWithSheetJs, write: writeWithSheetJs }),
    loadLazyText: () => Promise.resolve(lazyText),
    loadReview: () => reviewParts,
  });
}

/**
 * The same for tests of what it does: calls are about the table, review and plan that came last,
 * and are not refused.
 */
export function realSheet() {
  const sheet = workerSheet();
  let [table, review, plan, planOfRows] = [0 as TableId, 0 as ReviewId, 0 as PlanId, 0 as PlanId];
  const seen = (state: ReviewState) => {
    review = state.review;
    return state;
  };
  return {
    ...sheet,
    chooseTable(...args: Parameters<SheetContract['chooseTable']>) {
      const chosen = sheet.chooseTable(...args);
      if (chosen.ok) table = chosen.value.id;
      return chosen;
    },
    takeMade(made: TableId) {
      table = made;
      return held(sheet.takeMade(made));
    },
    joinColumns: (...args: Rest<'joinColumns'>) => held(sheet.joinColumns(table, ...args)),
    nextLookUp: (...args: Rest<'nextLookUp'>) => held(sheet.nextLookUp(table, ...args)),
    guess: (...args: Rest<'guess'>) => held(sheet.guess(table, ...args)),
    report: (...args: Rest<'report'>) => held(sheet.report(table, ...args)),
    missingDetails: (request: ReviewRequest) => held(sheet.missingDetails({ ...request, table })),
    review: (request: ReviewRequest) => seen(held(sheet.review({ ...request, table }))),
    toLocate: () => held(sheet.toLocate(review)),
    addLocated: (...args: Rest<'addLocated'>) => held(sheet.addLocated(review, ...args)),
    decide: (...args: Rest<'decide'>) => held(sheet.decide(review, ...args)),
    window: (...args: Rest<'window'>) => held(sheet.window(review, ...args)),
    nextWith: (...args: Rest<'nextWith'>) => held(sheet.nextWith(review, ...args)),
    markViewed: (...args: Rest<'markViewed'>) => held(sheet.markViewed(review, ...args)),
    changeShapes: (...args: Rest<'changeShapes'>) => held(sheet.changeShapes(review, ...args)),
    previewReplace: (...args: Rest<'previewReplace'>) => held(sheet.previewReplace(review, ...args)),
    candidates: (...args: Rest<'candidates'>) => held(sheet.candidates(review, ...args)),
    makePlan(goesOn?: boolean) {
      const made = held(sheet.makePlan(review, goesOn));
      if (made.ok) plan = made.value.plan;
      if (made.ok && goesOn !== true) planOfRows = plan;
      return made;
    },
    mails: () => held(sheet.mails(plan)),
    chooseTrial: () => held(sheet.chooseTrial(plan)),
    changes: (...args: Rest<'changes'>) => held(sheet.changes(plan, ...args)),
    skippedRows: () => held(sheet.skippedRows(planOfRows)),
    /** Null where the rows are no longer here. */
    async results(...args: Rest<'results'>) {
      const results = await sheet.results(planOfRows, ...args);
      return results.ok ? results.value : null;
    },
  };
}

/** The arguments of a call behind its handle. */
type Rest<K extends keyof SheetContract> =
  Parameters<SheetContract[K]> extends [unknown, ...infer Others] ? Others : never;

function held<T>(answer: Held<T>): T {
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

/** A file of this text. */
export function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).slice().buffer;
}

/** Opens a CSV and takes its first sheet. */
export async function openText(
  sheet: Pick<SheetContract, 'open' | 'chooseTable'>,
  text: string,
): Promise<OpenedTable> {
  const opened = await sheet.open(bytesOf(text), {});
  if (!opened.ok) throw new Error(opened.problem.code);
  const table = sheet.chooseTable(0, null);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

/**
 * An assignment of the table's columns in their order; null skips one. Matched by the first that is
 * a key.
 */
export function assignmentTo(
  table: OpenedTable,
  targets: readonly (AttributeId | null)[],
  key: AttributeId = targets[0]!,
  blank: ColumnChoice['blank'] = 'keep',
): Assignment {
  const { columns } = assignmentOf([], table.columns);
  const assigned = columns.map((choice, index): ColumnChoice => {
    const id = targets[index] ?? null;
    return { ...choice, blank, target: id === null ? { kind: 'skip' } : { kind: 'attribute', id } };
  });
  return { columns: assigned, key };
}

/** A review on 2026-06-15. `realSheet` puts the handle of its table in. */
export function requestFor(
  assignment: Assignment,
  customAttributes: readonly CustomAttributeKey[] = [],
  table = 1 as TableId,
): ReviewRequest {
  return { table, assignment, customAttributes, today: '2026-06-15' as Day };
}

/**
 * A worker that holds this sheet and these credentials, and its review with every target in order.
 */
export async function reviewedSheet(
  text: string,
  targets: readonly (AttributeId | null)[],
  credentials: readonly Credential[],
  customAttributes: readonly CustomAttributeKey[] = [],
) {
  const sheet = realSheet();
  const table = await openText(sheet, text);
  sheet.addCredentials(credentials, true);
  const assignment = assignmentTo(table, targets);
  const state = sheet.review(requestFor(assignment, customAttributes));
  return { sheet, table, assignment, state };
}

/** The worker's object as tests of what it does call it. */
export type RealSheet = ReturnType<typeof realSheet>;

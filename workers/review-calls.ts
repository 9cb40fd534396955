import type { Review } from '../lib/review/cross-row/review';
import type { Group } from '../lib/review/group/group';
import { attributesOf } from '../lib/credential/attributes';
import { ok } from '../lib/result';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import { inputOf, sheetNow } from './group-calls';
import type { ReviewParts } from './review-parts';
import type { ReviewCalls } from './reviewing';
import { newId, tableOf, type SheetMemory } from './sheet-memory';

type AssignCalls = Pick<SheetContract, 'guess' | 'nameJoin' | 'report' | 'preview'>;

/** The calls about what the columns are for. */
export function assignCalls(memory: SheetMemory, loadReview: () => ReviewParts): AssignCalls {
  const { group } = memory;
  /** The last preview: another example of it is shown without reviewing again. */
  let last: { readonly of: string; readonly group: Group; readonly review: Review } | null = null;
  return {
    guess(id, customAttributes) {
      const held = tableOf(memory, id);
      if (held === null) return NOT_HELD;
      const { guessAssignment, knownValuesIn } = loadReview();
      const known = group.size === 0 ? null : knownValuesIn(held.table, group.now().all, group.isReadWhole);
      return ok(guessAssignment(held.facts, attributesOf(customAttributes), known, held.joins));
    },
    nameJoin(id, guesses) {
      const held = tableOf(memory, id);
      if (held === null) return NOT_HELD;
      if (group.size === 0 || held.joins.length > 0) return ok(null);
      const { nameJoin, knownValuesIn } = loadReview();
      return ok(nameJoin(held.facts, guesses, knownValuesIn(held.table, group.now().all)));
    },
    report(id, assignment, customAttributes) {
      const held = tableOf(memory, id);
      if (held === null) return NOT_HELD;
      const { reportColumns, reportKeys, valueAmongHeaders } = loadReview();
      const attributes = attributesOf(customAttributes);
      const known = group.now();
      const toLookUp = group.toLookUp(sheetNow(memory, held), assignment, attributes);
      // The dates of some rows decide nothing about a column: those of the others may speak for
      // another order.
      const matched = toLookUp === null ? known.all : [];
      return ok({
        columns: reportColumns(held.table, held.facts, assignment, attributes, matched),
        keys: reportKeys(held.table, assignment, attributes, known),
        toLookUp,
        ofWholeGroup: group.isReadWhole,
        valueInHeader: valueAmongHeaders(held.own.columns, known.all),
      });
    },
    preview(request, at) {
      const held = tableOf(memory, request.table);
      if (held === null) return NOT_HELD;
      const { assignment, customAttributes } = request;
      const toLookUp = group.toLookUp(held.table, assignment, attributesOf(customAttributes));
      if (assignment.key === null || group.size === 0 || toLookUp !== null) return ok(null);
      const { describePreview, previewReview } = loadReview();
      const [of, now] = [JSON.stringify([request, held.joins]), group.now()];
      if (last?.of !== of || last.group !== now)
        last = { of, group: now, review: previewReview(inputOf(memory, held, request)) };
      return ok(describePreview(last.review, at));
    },
  };
}

/** The calls about the review. */
export function reviewCalls(
  memory: SheetMemory,
  loadReview: () => ReviewParts,
): ReviewCalls & Pick<SheetContract, 'review' | 'forgetDecisions'> {
  const { group } = memory;
  return {
    review(request, again) {
      const held = tableOf(memory, request.table);
      if (held === null) return NOT_HELD;
      const { createReviewing } = loadReview();
      const reviewing = (memory.reviewing ??= createReviewing(
        ({ table, assignment, attributes, group: among }) => {
          return group.toLookUp(table, assignment, attributes, among) !== null;
        },
      ));
      if (again !== undefined && again !== reviewing.id()) return NOT_HELD;
      return ok(reviewing.begin(again ?? newId(memory), inputOf(memory, held, request)));
    },
    toLocate: (review) => memory.reviewing?.toLocate(review) ?? NOT_HELD,
    addLocated: (review, located) => memory.reviewing?.addLocated(review, located) ?? NOT_HELD,
    decide: (review, decision) => memory.reviewing?.decide(review, decision) ?? NOT_HELD,
    window: (review, view, from, count) => memory.reviewing?.window(review, view, from, count) ?? NOT_HELD,
    nextWith: (review, view, severity, after) =>
      memory.reviewing?.nextWith(review, view, severity, after) ?? NOT_HELD,
    markViewed: (review, rows) => memory.reviewing?.markViewed(review, rows) ?? NOT_HELD,
    changeShapes: (review, code) => memory.reviewing?.changeShapes(review, code) ?? NOT_HELD,
    previewReplace: (review, replacement) =>
      memory.reviewing?.previewReplace(review, replacement) ?? NOT_HELD,
    candidates: (review, row) => memory.reviewing?.candidates(review, row) ?? NOT_HELD,
    movedRows: (review, credentials) => memory.reviewing?.movedRows(review, credentials) ?? NOT_HELD,
    forgetDecisions: () => memory.reviewing?.forget(),
  };
}

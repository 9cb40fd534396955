import { attributesOf } from '../lib/credential/attributes';
import { ok } from '../lib/result';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { ReviewRequest, SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { WrittenSheet } from '../lib/review/group/review-input';
import type { ReviewParts } from './review-parts';
import { tableOf, type HeldTable, type SheetMemory } from './sheet-memory';

type GroupCalls = Pick<
  SheetContract,
  | 'addCredentials'
  | 'inPart'
  | 'whole'
  | 'lookedUp'
  | 'notLookedUp'
  | 'nextLookUp'
  | 'notHeld'
  | 'addDetails'
  | 'takeMoved'
  | 'missingDetails'
>;

/** The calls about the group's credentials, and about what a sheet needs of them. */
export function groupCalls(memory: SheetMemory, loadReview: () => ReviewParts): GroupCalls {
  const { group } = memory;
  return {
    addCredentials(part, first) {
      if (first) group.forget();
      group.add(part);
    },
    inPart: () => group.inPart(),
    whole: () => group.whole(),
    lookedUp: (key, values) => group.lookedUp(key, values),
    notLookedUp: (key, values) => group.notLookedUp(key, values),
    nextLookUp(id, assignment, customAttributes) {
      const held = tableOf(memory, id);
      if (held === null) return NOT_HELD;
      return ok(group.nextLookUp(sheetNow(memory, held), assignment, attributesOf(customAttributes)));
    },
    notHeld: (ids) => ids.filter((id) => group.get(id) === undefined),
    addDetails: (part, gone) => group.addDetails(part, gone),
    takeMoved: (credentials) => group.replace(credentials),
    missingDetails(request) {
      const held = tableOf(memory, request.table);
      if (held === null) return NOT_HELD;
      const { missingDetails } = loadReview();
      // A row that was corrected, or of which one of several was chosen, is about another
      // credential than the sheet says.
      const corrected = memory.reviewing?.withoutDetail() ?? []; // nothing reviewed yet
      const unread = corrected.filter((id) => group.get(id)?.detail === null);
      return ok([...new Set([...missingDetails(inputOf(memory, held, request)), ...unread])]);
    },
  };
}

/** The table with what was corrected in its review, where there is one. */
export function sheetNow({ reviewing }: SheetMemory, { table }: HeldTable) {
  return reviewing?.sheet() ?? table;
}

/** Gives the input of a review. */
export function inputOf(
  { group }: SheetMemory,
  { table, bases }: HeldTable,
  request: ReviewRequest,
): WrittenSheet {
  return {
    table,
    base: bases[request.record ?? -1] ?? null, // of another group, or of none
    assignment: request.assignment,
    attributes: attributesOf(request.customAttributes),
    group: group.now(),
    today: request.today,
    located: new Map(),
  };
}

import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { LazyText } from '../lib/sheet/lazy-text';
import type { SheetJsReader, SheetJsWriter } from '../lib/sheet/sheetjs/sheetjs';
import { fileCalls } from './file-calls';
import { groupCalls } from './group-calls';
import { createHeldGroup } from './held-group';
import { planCalls } from './plan-calls';
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
 * The thread in which the rows live: what it holds is in its memory, what it does with that is in
 * lib. Nothing leaves it but counts, samples, the window that is seen, and the confirmed changes.
 */
export function createSheet({ loadSheetJs, loadLazyText, loadReview }: SheetDeps): SheetContract {
  const memory = createMemory(createHeldGroup(loadReview));
  const made = () => loadReview().madeCalls(memory);
  const template = () => loadReview().templateCalls(memory);
  const late = { loadSheetJs: async () => (await loadSheetJs()).read, loadLazyText };
  return {
    ...fileCalls(memory, late, loadReview),
    ...groupCalls(memory, loadReview),
    ...assignCalls(memory, loadReview),
    ...reviewCalls(memory, loadReview),
    ...planCalls(memory, loadReview, resultFileMaker(loadSheetJs, loadReview)),
    makeUndo: (...of) => made().makeUndo(...of),
    makeDecided: (...of) => made().makeDecided(...of),
    makeGroupSheet: () => made().makeGroupSheet(),
    takeMade: (table) => made().takeMade(table),
    templateColumns: (...of) => template().templateColumns(...of),
    templateCount: (...of) => template().templateCount(...of),
    template: (...of) => template().template(...of),
    backup: (...of) =>
      loadReview()
        .backupCalls(memory)
        .backup(...of),
    sealPlan: (...of) =>
      loadReview()
        .changeSetCalls(memory)
        .sealPlan(...of),
    hashPlan: (plan) => loadReview().changeSetCalls(memory).hashPlan(plan),
    sealAnswer: (...of) =>
      loadReview()
        .changeSetCalls(memory)
        .sealAnswer(...of),
    makeChecked: (...of) =>
      loadReview()
        .changeSetCalls(memory)
        .makeChecked(...of),
  };
}

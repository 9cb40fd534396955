import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { ReviewFilter, ReviewView, ShapeGroup } from '../../review/cross-row/review';
import type { WarningCode } from '../../review/terms/finding';
import type { ReplacePreview } from '../../review/corrections/replace';
import { FIRST_VIEW, openingFilter } from '../../review/view/opening-filter';
import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { ReviewState } from '../../rpc/contract/sheet-contract';
import { createLatest, type Latest } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import { createReviewMaking } from './make-review';
import type { Completing, ListedShapes, ReviewModel, ReviewPhase } from './review-model';
import type { ReviewSources } from './review-sources';
import { createShapeMarks } from './shape-marks';
import { createShownRows } from './shown-rows';

export type { ReviewSources } from './review-sources';

/**
 * The review of the sheet (docs/product.md 2.4). The rows stay in the worker; here are counts and
 * the window that is seen.
 */
export const createReviewModel = modelFactory((sheet: SheetClient, sources: ReviewSources): ReviewModel => {
  const phase = signal<ReviewPhase>({ kind: 'none' });
  const completing = signal<Completing>({ kind: 'no' });
  const latest = createLatest();
  const filter = signal(FIRST_VIEW.filter);
  const search = signal(FIRST_VIEW.search);
  const sort = signal(FIRST_VIEW.sort);
  const view = (): ReviewView => ({ filter: filter.peek(), search: search.peek(), sort: sort.peek() });
  const rows = createShownRows(sheet, phase, view);
  const onMade = (state: ReviewState) => {
    // The view of another sheet would hide what is to be sent of this one.
    const chosen = state.isOfAnotherSheet ? FIRST_VIEW : view();
    filter.value = openingFilter(chosen.filter, state.summary);
    search.value = chosen.search;
    sort.value = chosen.sort;
  };
  const making = createReviewMaking({
    sheet,
    sources,
    phase,
    completing,
    rows,
    latest,
    onMade,
  });
  const questions = createQuestions(sheet, phase, latest);
  const shapeMarks = createShapeMarks();
  /** The answer about the rows that were just looked at; until the next state has its own. */
  const counted = signal<{ readonly count: number; readonly of: ReviewPhase } | null>(null);

  return {
    phase,
    completing,
    filter,
    search,
    sort,
    view,
    window: rows.window,
    ...questions.model,
    shapeMarks: shapeMarks.marks,
    make: () => making.make(),
    complete: () => making.complete(),
    decide: (decision) => making.decide(decision),
    outdate() {
      making.outdate();
      rows.clear();
      questions.clear();
      shapeMarks.clear();
    },
    async paste(text, from, attributes) {
      const [now, seen] = [view(), rows.answered()];
      // Late: the reader of records is a tenth of the panel, and few admins ever paste.
      const { pastedBlock, pasteOver } = await import('../../review/corrections/pasted-block');
      const cells = await pastedBlock(text);
      if (cells !== null) await making.decide(pasteOver(seen, { view: now, from, attributes, cells }));
    },
    setFilter(next) {
      filter.value = next;
      rows.toTop();
      rows.refreshSoon();
    },
    setSearch(text) {
      search.value = text;
      rows.toTop();
      rows.refreshSoon();
    },
    setSort(next) {
      sort.value = next;
      rows.refreshSoon();
    },
    viewed: computed(() => {
      const now = phase.value;
      const last = counted.value;
      if (now.kind !== 'ready') return 0;
      return last?.of === now ? last.count : now.state.viewed;
    }),
    async markViewed(seen) {
      const of = phase.peek();
      if (of.kind !== 'ready' || seen.length === 0) return;
      const marking = async () => {
        const count = await sheet.call('markViewed', of.state.review, seen);
        if (!count.ok) return;
        counted.value = { count: count.value, of };
        await rows.refresh();
      };
      await ignoreWorkerEnd(marking());
    },
    lookAtShape: (code, group) => shapeMarks.mark('looked', code, group, true),
    async takeShape(code, group, isRight) {
      shapeMarks.mark('right', code, group, isRight);
      if (questions.model.shapes.peek()?.code !== code) return;
      // A correction since the listing may have given a row another shape, which nobody has seen:
      // the kind is confirmed by the groups of now.
      const groups = await questions.groupsNow(code);
      const ready = phase.peek();
      if (ready.kind !== 'ready' || groups.length === 0) return;
      const marks = shapeMarks.marks.peek();
      const confirmed = groups.every((one) => marks.has('right', code, one));
      const was = ready.state.summary.groups.some((one) => one.code === code && one.confirmed);
      if (confirmed !== was) await making.decide({ kind: 'confirm', code, confirmed });
    },
    showRows: (from, count) => rows.showRows(from, count),
    async findNext(severity, after) {
      const asked = { of: phase.peek(), view: view() };
      const { row, shownBy } = await nextRow(sheet, phase, asked.view, severity, after);
      const now = view();
      const isSame =
        phase.peek() === asked.of &&
        (['filter', 'search', 'sort'] as const).every((part) => now[part] === asked.view[part]);
      // A place among other rows is another row; the filter that the admin has taken since stays.
      if (!isSame) return 'outdated';
      if (shownBy === null) return row;
      filter.value = shownBy;
      search.value = '';
      rows.toTop();
      await rows.refresh();
      return row;
    },
  };
});

/**
 * Finds the next row with an error or a warning behind `after`, first among what is shown.
 * `shownBy`: the filter that is to be taken so that it is seen.
 */
async function nextRow(
  sheet: SheetClient,
  phase: ReadonlySignal<ReviewPhase>,
  view: ReviewView,
  severity: 'error' | 'warning',
  after: number,
): Promise<{ readonly row: number | null; readonly shownBy: ReviewFilter | null }> {
  const none = { row: null, shownBy: null };
  const ready = phase.peek();
  if (ready.kind !== 'ready') return none;
  const { review } = ready.state;
  const here = await sheet.call('nextWith', review, view, severity, after);
  if (!here.ok) return none;
  if (here.value !== null) return { row: here.value, shownBy: null };
  const shownBy: ReviewFilter = { kind: severity === 'error' ? 'errors' : 'changes' };
  const everywhere: ReviewView = { filter: shownBy, search: '', sort: view.sort };
  const first = await sheet.call('nextWith', review, everywhere, severity, -1);
  return first.ok && first.value !== null ? { row: first.value, shownBy } : none;
}

/** Asks the worker for a tool that is open over the review. */
function createQuestions(sheet: SheetClient, phase: ReadonlySignal<ReviewPhase>, ofReview: Latest) {
  const replacing = signal<ReplacePreview | null>(null);
  const choosing: Signal<ReturnType<ReviewModel['choosing']['peek']>> = signal(null);
  const shapes = signal<ListedShapes | null>(null);
  const replaces = createLatest();
  const listings = createLatest();
  const heldReview = () => {
    const now = phase.peek();
    return now.kind === 'ready' ? now.state.review : null;
  };
  const model: Pick<
    ReviewModel,
    'replacing' | 'choosing' | 'shapes' | 'previewReplace' | 'choose' | 'listShapes'
  > = {
    replacing,
    choosing,
    shapes,
    async listShapes(code) {
      const review = heldReview();
      if (review === null) return;
      const asking = listings.run(async (turn) => {
        const groups = await turn.held(sheet.call('changeShapes', review, code));
        shapes.value = { code, groups };
      });
      await ignoreWorkerEnd(asking);
    },
    async previewReplace(replacement) {
      const review = heldReview();
      replaces.outdate();
      if (replacement === null || review === null) {
        replacing.value = null;
        return;
      }
      const asking = replaces.run(async (turn) => {
        replacing.value = await turn.held(sheet.call('previewReplace', review, replacement));
      });
      await ignoreWorkerEnd(asking);
    },
    async choose(row) {
      const review = heldReview();
      choosing.value = null;
      if (row === null || review === null) return;
      const asking = ofReview.join(async (turn) => {
        const among = await turn.held(sheet.call('candidates', review, row));
        choosing.value = { row, among };
      });
      await ignoreWorkerEnd(asking);
    },
  };
  return {
    model,
    /** The groups of a kind as they are now; none where the review is another one by then. */
    async groupsNow(code: WarningCode): Promise<readonly ShapeGroup[]> {
      const review = heldReview();
      let groups: readonly ShapeGroup[] = [];
      if (review === null) return groups;
      const asking = sheet.call('changeShapes', review, code);
      await ignoreWorkerEnd(asking.then((now) => now.ok && (groups = now.value)));
      return groups;
    },
    clear() {
      replaces.outdate();
      listings.outdate();
      shapes.value = null;
      replacing.value = null;
      choosing.value = null;
    },
  };
}

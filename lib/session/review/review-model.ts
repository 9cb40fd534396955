import { computed, createModel, signal } from '@preact/signals-core';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { Candidate } from '../../review/view/candidates';
import { withChoice, withKnownRows } from '../../review/corrections/shown-window';
import { isIncomplete } from '../../review/plan/incomplete';
import { FIRST_VIEW, openingFilter } from '../../review/view/opening-filter';
import { pastedBlock, pasteOver } from '../../review/corrections/pasted-block';
import type { ReplacePreview } from '../../review/corrections/replace';
import type { ReviewFilter, ReviewView, ReviewWindow } from '../../review/cross-row/review';
import type { FoundElsewhere } from '../../platform/locate';
import type { Completing, ReviewModelShape, ReviewPhase } from './review-model-shape';
import { SheetWorkerEnded, ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { Decision, ReviewRequest, ReviewState } from '../../rpc/contract/sheet-contract';

/** What a review is made from; handed in by the session, which knows the other models. */
export interface ReviewSources {
  /** Null while a column is undecided or nothing is connected. */
  request(): ReviewRequest | null;
  /** Waits until the worker holds all of the group that the sheet needs; a problem when it cannot. */
  loadGroup(): Promise<PlatformProblem | null>;
  loadDetails(
    request: ReviewRequest,
    onProgress: (loaded: number, total: number) => void,
  ): Promise<PlatformProblem | null>;
  /** Looks for keys that match nothing in other groups; null when there was nothing to look for, or no answer. */
  locate(request: ReviewRequest): Promise<readonly FoundElsewhere[] | null>;
}

/** Rows that are asked for at first, before the grid has said how many it shows. */
const FIRST_ROWS = 60;

/** The review of the sheet (docs/product.md 2.4). The rows stay in the worker; here are counts and the window that is seen. */
export const ReviewModel = createModel((sheet: SheetClient, sources: ReviewSources): ReviewModelShape => {
  const phase = signal<ReviewPhase>({ kind: 'none' });
  const filter = signal(FIRST_VIEW.filter);
  const search = signal(FIRST_VIEW.search);
  const sort = signal(FIRST_VIEW.sort);
  const told = signal<ReviewWindow | null>(null);
  /** Decisions that the worker has not carried out yet: they are shown as if it had. */
  const pending = signal<readonly Decision[]>([]);
  const window = computed(() => told.value && pending.value.reduce(withChoice, told.value));
  const completing = signal<Completing>({ kind: 'no' });
  /** A decision came while it was completed. */
  let isToComplete = false;
  const replacing = signal<ReplacePreview | null>(null);
  const choosing = signal<{ readonly row: number; readonly among: readonly Candidate[] } | null>(null);
  let shown = { from: 0, count: FIRST_ROWS };
  /** Counts the reviews and the windows: a late answer about an older one is dropped. */
  let [turn, windowTurn] = [0, 0];
  /** The review that the window is of. */
  let toldOf: ReviewPhase | null = null;
  let replaceTurn = 0;

  const view = (): ReviewView => ({ filter: filter.peek(), search: search.peek(), sort: sort.peek() });
  const refreshWindow = async () => {
    // The grid may ask once more while its review goes.
    if (phase.peek().kind !== 'ready') return;
    const mine = ++windowTurn;
    const { from, count } = shown;
    const of = phase.peek();
    const answer = await sheet.call('window', view(), from, count);
    if (mine !== windowTurn) return;
    // Of the same review a row that was seen before is the same: whoever draws it need not look at it again.
    const isSame = of === toldOf && of === phase.peek();
    told.value = isSame ? withKnownRows(answer, told.peek()) : answer;
    toldOf = of;
  };
  const lookAgain = () => void ignoreWorkerEnd(refreshWindow());
  const settle = async (state: ReviewState, locating: boolean) => {
    phase.value = { kind: 'ready', state, locating };
    await refreshWindow();
  };
  const build = async (request: ReviewRequest, mine: number) => {
    const stale = () => mine !== turn;
    phase.value = { kind: 'reading-group' };
    const groupProblem = await sources.loadGroup();
    if (stale()) return;
    if (groupProblem !== null) {
      phase.value = { kind: 'failed', problem: groupProblem };
      return;
    }
    const detailProblem = await sources.loadDetails(request, (loaded, total) => {
      if (!stale()) phase.value = { kind: 'reading-details', loaded, total };
    });
    if (stale()) return;
    if (detailProblem !== null) {
      phase.value = { kind: 'failed', problem: detailProblem };
      return;
    }
    phase.value = { kind: 'comparing' };
    const state = await sheet.call('review', request);
    if (stale()) return;
    // What another sheet was looked at by would hide what is to be sent of this one.
    const chosen = state.isOfAnotherSheet ? FIRST_VIEW : view();
    filter.value = openingFilter(chosen.filter, state.summary);
    search.value = chosen.search;
    sort.value = chosen.sort;
    await settle(state, true);
    if (isIncomplete(state.obstacles)) await complete();
    if (stale()) return;
    const located = await sources.locate(request);
    if (stale()) return;
    const found = located === null ? null : await sheet.call('addLocated', located);
    if (stale()) return;
    // What was decided meanwhile stays.
    const decided = phase.peek();
    await settle(found ?? (decided.kind === 'ready' ? decided.state : state), false);
  };
  /** Reads what the review lacks since something was corrected in it, and makes it again with that. */
  const complete = async () => {
    isToComplete = true;
    if (completing.peek().kind === 'reading') return;
    const mine = turn;
    while (isToComplete) {
      isToComplete = false;
      const request = sources.request();
      if (request === null) return;
      completing.value = { kind: 'reading' };
      const problem = (await sources.loadGroup()) ?? (await sources.loadDetails(request, () => undefined));
      if (mine !== turn) return;
      if (problem !== null) {
        completing.value = { kind: 'failed', problem };
        return;
      }
      const state = await sheet.call('review', request);
      const now = phase.peek();
      if (mine !== turn || now.kind !== 'ready') return;
      completing.value = { kind: 'no' };
      await settle(state, now.locating);
    }
  };
  const decide = async (decision: Decision) => {
    const before = phase.peek();
    if (before.kind !== 'ready') return;
    const mine = turn;
    pending.value = [...pending.peek(), decision];
    const carryOut = async () => {
      const state = await sheet.call('decide', decision);
      const now = phase.peek();
      if (mine !== turn || now.kind !== 'ready') return;
      // What could not be read is not needed any more.
      if (!isIncomplete(state.obstacles) && completing.peek().kind === 'failed')
        completing.value = { kind: 'no' };
      await settle(state, now.locating);
      if (isIncomplete(state.obstacles)) void ignoreWorkerEnd(complete());
    };
    try {
      await ignoreWorkerEnd(carryOut());
    } finally {
      pending.value = pending.peek().filter((other) => other !== decision);
    }
  };

  return {
    phase,
    completing,
    complete: () => ignoreWorkerEnd(complete()),
    filter,
    search,
    sort,
    window,
    replacing,
    choosing,
    view,
    async make() {
      const request = sources.request();
      const { kind } = phase.peek();
      if (request === null || (kind !== 'none' && kind !== 'failed')) return;
      const mine = ++turn;
      try {
        await build(request, mine);
      } catch (error) {
        if (!(error instanceof SheetWorkerEnded)) throw error;
        if (mine === turn) phase.value = { kind: 'failed', problem: { code: 'reader-ended' } };
      }
    },
    outdate() {
      turn += 1;
      windowTurn += 1;
      phase.value = { kind: 'none' };
      completing.value = { kind: 'no' };
      isToComplete = false;
      told.value = null;
      replacing.value = null;
      choosing.value = null;
      shown = { from: 0, count: shown.count };
    },
    decide,
    async paste(text, from, attributes) {
      const [now, seen] = [view(), told.peek()];
      const cells = await pastedBlock(text);
      if (cells !== null) await decide(pasteOver(seen, { view: now, from, attributes, cells }));
    },
    setFilter(next) {
      filter.value = next;
      shown = { from: 0, count: shown.count };
      lookAgain();
    },
    setSearch(text) {
      search.value = text;
      shown = { from: 0, count: shown.count };
      lookAgain();
    },
    setSort(next) {
      sort.value = next;
      lookAgain();
    },
    async previewReplace(replacement) {
      const mine = ++replaceTurn;
      if (replacement === null) {
        replacing.value = null;
        return;
      }
      const ask = async () => {
        const preview = await sheet.call('previewReplace', replacement);
        if (mine === replaceTurn) replacing.value = preview;
      };
      await ignoreWorkerEnd(ask());
    },
    async choose(row) {
      choosing.value = null;
      if (row === null) return;
      const mine = turn;
      const ask = async () => {
        const among = await sheet.call('candidates', row);
        if (mine === turn) choosing.value = { row, among };
      };
      await ignoreWorkerEnd(ask());
    },
    async findNext(severity, after) {
      if (phase.peek().kind !== 'ready') return null;
      const here = await sheet.call('nextWith', view(), severity, after);
      if (here !== null) return here;
      const elsewhere: ReviewFilter = { kind: severity === 'error' ? 'errors' : 'changes' };
      const everywhere = { filter: elsewhere, search: '', sort: sort.peek() };
      const first = await sheet.call('nextWith', everywhere, severity, -1);
      if (first === null) return null;
      filter.value = elsewhere;
      search.value = '';
      shown = { from: 0, count: shown.count };
      await refreshWindow();
      return first;
    },
    showRows(from, count) {
      if (from === shown.from && count === shown.count) return;
      shown = { from, count };
      lookAgain();
    },
  };
});

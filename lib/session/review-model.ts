import { createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { PlatformProblem } from '../platform/platform-problem';
import type { ReviewFilter, ReviewWindow } from '../review/review';
import type { Located } from '../rpc/background-contract';
import { SheetWorkerEnded, unlessEnded, type SheetClient } from '../rpc/sheet-client';
import type { Decision, ReviewRequest, ReviewState } from '../rpc/sheet-contract';

/** Why there is no review. */
export type ReviewProblem = PlatformProblem | { readonly code: 'reader-ended' };

export type ReviewPhase =
  /** Not asked for yet, or out of date since the assignment, the file or the group changed. */
  | { readonly kind: 'none' }
  | { readonly kind: 'reading-group' }
  | { readonly kind: 'reading-details'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'failed'; readonly problem: ReviewProblem }
  | { readonly kind: 'ready'; readonly state: ReviewState; readonly locating: boolean };

/** What a review is made from; handed in by the session, which knows the other models. */
export interface ReviewSources {
  /** Null while a column is undecided or nothing is connected. */
  request(): ReviewRequest | null;
  /** Waits until the worker holds the whole group; a problem when it cannot. */
  loadGroup(): Promise<PlatformProblem | null>;
  loadDetails(
    request: ReviewRequest,
    onProgress: (loaded: number, total: number) => void,
  ): Promise<PlatformProblem | null>;
  /** Looks for keys that match nothing in other groups; null when there was nothing to look for, or no answer. */
  locate(request: ReviewRequest): Promise<readonly Located[] | null>;
}

export interface ReviewModelShape {
  readonly phase: ReadonlySignal<ReviewPhase>;
  readonly filter: ReadonlySignal<ReviewFilter>;
  readonly search: ReadonlySignal<string>;
  /** The rows that are seen; the grid asks for others as it is scrolled. Null before the first answer. */
  readonly window: ReadonlySignal<ReviewWindow | null>;
  /** Makes the review, unless there is one or it is being made. */
  make(): Promise<void>;
  /** What it was made from has changed. */
  outdate(): void;
  decide(decision: Decision): Promise<void>;
  setFilter(filter: ReviewFilter): void;
  setSearch(text: string): void;
  showRows(from: number, count: number): void;
  /**
   * The position of the next row with an error or a warning behind `after`. Where the filter leaves none, the filter
   * that shows them is taken. Null when there is none at all.
   */
  findNext(severity: 'error' | 'warning', after: number): Promise<number | null>;
}

/** Rows that are asked for at first, before the grid has said how many it shows. */
const FIRST_ROWS = 60;

/** The review of the sheet (product.md 2.4). The rows stay in the worker; here are counts and the window that is seen. */
export const ReviewModel = createModel((sheet: SheetClient, sources: ReviewSources): ReviewModelShape => {
  const phase = signal<ReviewPhase>({ kind: 'none' });
  const filter = signal<ReviewFilter>({ kind: 'changes' });
  const search = signal('');
  const window = signal<ReviewWindow | null>(null);
  let shown = { from: 0, count: FIRST_ROWS };
  /** Counts the reviews and the windows: a late answer about an older one is dropped. */
  let turn = 0;
  let windowTurn = 0;

  const refreshWindow = async () => {
    // The grid may ask once more while its review goes.
    if (phase.peek().kind !== 'ready') return;
    const mine = ++windowTurn;
    const { from, count } = shown;
    const answer = await sheet.call('window', filter.peek(), search.peek(), from, count);
    if (mine === windowTurn) window.value = answer;
  };
  const lookAgain = () => void unlessEnded(refreshWindow());
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
    await settle(state, true);
    const located = await sources.locate(request);
    if (stale()) return;
    const found = located === null ? null : await sheet.call('addLocated', located);
    if (stale()) return;
    // What was decided meanwhile stays.
    const decided = phase.peek();
    await settle(found ?? (decided.kind === 'ready' ? decided.state : state), false);
  };

  return {
    phase,
    filter,
    search,
    window,
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
      window.value = null;
      shown = { from: 0, count: shown.count };
    },
    async decide(decision) {
      const before = phase.peek();
      if (before.kind !== 'ready') return;
      const mine = turn;
      const carryOut = async () => {
        const state = await sheet.call('decide', decision);
        const now = phase.peek();
        if (mine === turn && now.kind === 'ready') await settle(state, now.locating);
      };
      await unlessEnded(carryOut());
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
    async findNext(severity, after) {
      if (phase.peek().kind !== 'ready') return null;
      const here = await sheet.call('nextWith', filter.peek(), search.peek(), severity, after);
      if (here !== null) return here;
      const elsewhere: ReviewFilter = { kind: severity === 'error' ? 'errors' : 'changes' };
      const first = await sheet.call('nextWith', elsewhere, '', severity, -1);
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

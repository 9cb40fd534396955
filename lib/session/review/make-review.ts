import type { Signal } from '@preact/signals-core';
import { isIncomplete } from '../../review/plan/incomplete';
import { SheetWorkerEnded, ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { Decision, ReviewRequest, ReviewState } from '../../rpc/contract/sheet-contract';
import type { Latest, Turn } from '../state/latest';
import type { Completing, ReviewPhase } from './review-model';
import type { ReviewSources } from './review-sources';
import type { ShownRows } from './shown-rows';

/** Shared by the parts of the review model. */
export interface ReviewParts {
  readonly sheet: SheetClient;
  readonly sources: ReviewSources;
  readonly phase: Signal<ReviewPhase>;
  readonly completing: Signal<Completing>;
  readonly rows: ShownRows;
  /** An answer about an earlier review is a stale one. */
  readonly latest: Latest;
  /** Runs with the first state of a review, before it is shown. */
  readonly onMade: (state: ReviewState) => void;
}

/** Reads of the group what the review needs; a problem when it cannot. */
async function readNeeds(
  sources: ReviewSources,
  turn: Turn,
  request: ReviewRequest,
  onProgress: (loaded: number, total: number) => void,
) {
  const groupProblem = await turn.answer(sources.loadGroup());
  if (groupProblem !== null) return groupProblem;
  const loading = sources.loadDetails(request, (loaded, total) => {
    if (!turn.signal.aborted) onProgress(loaded, total);
  });
  return await turn.answer(loading);
}

/** Waits for a review; the end of the worker is a problem of it. */
async function withWorkerEnd(phase: ReviewParts['phase'], building: Promise<void>): Promise<void> {
  try {
    await building;
  } catch (error) {
    if (!(error instanceof SheetWorkerEnded)) throw error;
    phase.value = { kind: 'failed', problem: { code: 'reader-ended' } };
  }
}

/** Makes a review, and makes it again with what a correction made necessary. */
export function createReviewMaking(parts: ReviewParts) {
  const { sheet, sources, phase, completing, rows, latest, onMade } = parts;
  /** Whether a decision came while the review was completed. */
  let isToComplete = false;

  const settle = async (state: ReviewState, locating: boolean) => {
    phase.value = { kind: 'ready', state, locating };
    sources.track?.({ kind: 'reviewed', review: state.review });
    await rows.refresh();
  };
  /** Looks for what matches nothing here; what was decided meanwhile stays. */
  const locate = async (turn: Turn, request: ReviewRequest, state: ReviewState) => {
    const values = await turn.held(sheet.call('toLocate', state.review));
    const located = await turn.answer(sources.locate(request, values));
    const found = located === null ? null : await turn.held(sheet.call('addLocated', state.review, located));
    const now = phase.peek();
    await settle(found ?? (now.kind === 'ready' ? now.state : state), false);
  };
  const build = async (turn: Turn, request: ReviewRequest) => {
    sources.track?.({ kind: 'assigned' });
    phase.value = { kind: 'reading-group' };
    const problem = await readNeeds(sources, turn, request, (loaded, total) => {
      phase.value = { kind: 'reading-details', loaded, total };
    });
    if (problem !== null) {
      phase.value = { kind: 'failed', problem };
      return;
    }
    phase.value = { kind: 'comparing' };
    const state = await turn.held(sheet.call('review', request));
    onMade(state);
    await turn.answer(settle(state, true));
    if (isIncomplete(state.obstacles)) await turn.answer(complete());
    await locate(turn, request, state);
  };
  /**
   * Reads what the review lacks since something was corrected in it, and makes it again with that.
   */
  const complete = async (): Promise<void> => {
    isToComplete = true;
    if (completing.peek().kind === 'reading') return;
    await latest.join(async (turn) => {
      while (isToComplete) {
        isToComplete = false;
        const [request, before] = [sources.request(), phase.peek()];
        if (request === null || before.kind !== 'ready') return;
        completing.value = { kind: 'reading' };
        const problem = await readNeeds(sources, turn, request, () => undefined);
        if (problem !== null) {
          completing.value = { kind: 'failed', problem };
          return;
        }
        const state = await turn.held(sheet.call('review', request, before.state.review));
        const now = phase.peek();
        if (now.kind !== 'ready') return;
        completing.value = { kind: 'no' };
        await turn.answer(settle(state, now.locating));
      }
    });
  };
  const carryOut = (decision: Decision) =>
    latest.join(async (turn) => {
      const before = phase.peek();
      if (before.kind !== 'ready') return;
      const state = await turn.held(sheet.call('decide', before.state.review, decision));
      const now = phase.peek();
      if (now.kind !== 'ready') return;
      // The part that could not be read is not needed any more.
      if (!isIncomplete(state.obstacles) && completing.peek().kind === 'failed')
        completing.value = { kind: 'no' };
      await settle(state, now.locating);
      if (isIncomplete(state.obstacles)) void ignoreWorkerEnd(complete());
    });

  return {
    complete: () => ignoreWorkerEnd(complete()),
    async decide(decision: Decision) {
      if (phase.peek().kind !== 'ready') return;
      await rows.during(decision, ignoreWorkerEnd(carryOut(decision)));
    },
    async make() {
      const request = sources.request();
      const { kind } = phase.peek();
      if (request === null || (kind !== 'none' && kind !== 'failed')) return;
      await latest.run((turn) => withWorkerEnd(phase, build(turn, request)));
    },
    outdate() {
      latest.outdate();
      isToComplete = false;
      phase.value = { kind: 'none' };
      completing.value = { kind: 'no' };
      sources.track?.({ kind: 'outdated' });
    },
  };
}

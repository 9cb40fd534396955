import { signal, type ReadonlySignal } from '@preact/signals-core';
import { createLatest, type Turn } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import type { CredentialId } from '../../credential/ids';
import type { GroupPage } from '../../platform/environment';
import type { LookUp } from '../../platform/look-up';
import type { PlatformProblem } from '../../platform/platform-problem';
import { requestsToLookUp } from '../../platform/search-keys';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import type { LookUpNeed } from '../../rpc/contract/sheet-contract';
import { isWorthLookingUp, SMALL_GROUP } from './cheaper-reading';
import type { LoadPhase } from './load-phase';
import { lookUpIn, NOTHING_READ, readGroup, type GroupReaders, type GroupState } from './read-group';

export type { LoadPhase } from './load-phase';

/**
 * Tells what is needed next of a group that is here in part, of which all would take so many pages.
 * It is asked again after each answer, until it says "nothing".
 */
export type NextNeed = (pages: number) => Promise<LookUpNeed>;

export interface CredentialsModel {
  readonly phase: ReadonlySignal<LoadPhase>;
  /**
   * Has the worker hold what is needed: all of the group, or of a large one only that, whichever
   * takes fewer requests. True when it does. Rejects with `SheetWorkerEnded` when the worker ends
   * meanwhile; the next `load` begins again then.
   */
  load(next: NextNeed): Promise<boolean>;
  /** Reads all of the group, however large. */
  loadWhole(): Promise<boolean>;
  /**
   * Marks what the worker holds as out of date, or the worker as a new one: the next `load` begins
   * again.
   */
  outdate(): void;
  /** Reads these credentials whole and gives them to the worker; `onProgress` counts them. */
  loadDetails(
    credentials: readonly CredentialId[],
    onProgress: (loaded: number, total: number) => void,
  ): Promise<PlatformProblem | null>;
}

/**
 * Problems of a search that may lie in the values that were looked up (docs/platform.md, Errors).
 * Reading the whole group does without them.
 */
const SEARCH_FAILED: ReadonlySet<PlatformProblem['code']> = new Set([
  'refused',
  'unexpected-answer',
  'server-fault',
  // By id only: the group can still be read.
  'not-allowed',
]);

type Reading = (turn: Turn) => Promise<PlatformProblem | null>;

/**
 * Carries the group's credentials from the background to the worker, part by part; the panel keeps
 * none.
 */
export const createCredentialsModel = modelFactory(
  (page: GroupPage, background: BackgroundClient, sheet: SheetClient): CredentialsModel => {
    const phase = signal<LoadPhase>({ kind: 'idle' });
    const state = signal(NOTHING_READ);
    /** The reading that was asked for last: one at a time, and the next one comes after it. */
    const last = signal<Promise<unknown> | null>(null);
    const latest = createLatest();
    const readers: GroupReaders = { page, background, sheet, phase, state };

    /**
     * Reads until nothing is needed any more; the whole group where looking up takes as long, or is
     * not to be had.
     */
    const fill = async (turn: Turn, next: NextNeed): Promise<PlatformProblem | null> => {
      if (state.peek().held === null) {
        const problem = await readGroup(readers, turn, SMALL_GROUP);
        if (problem !== null) return problem;
      }
      for (;;) {
        const { held } = state.peek();
        if (held?.kind !== 'part') return null;
        const need = await turn.answer(next(held.pages));
        if (need.kind === 'nothing') return null;
        if (need.kind === 'whole' || !isWorth(need.lookUp, held.pages)) return await readGroup(readers, turn);
        const problem = await lookUpIn(readers, turn, need.lookUp);
        if (problem === null) continue;
        // A search that the platform does not take, or does not answer as it says: the group can
        // still be read.
        return SEARCH_FAILED.has(problem.code) ? await readGroup(readers, turn) : problem;
      }
    };

    /**
     * Does the reading after the one before it. A reading that is aborted for a newer one ends as
     * that one does.
     */
    const inTurn = async (reading: Reading): Promise<boolean> => {
      const isRead = await latest.join(async (turn) => {
        const start = async () => {
          turn.signal.throwIfAborted();
          const problem = await reading(turn);
          phase.value = problem === null ? phaseOf(state.peek()) : { kind: 'failed', problem };
          return problem === null;
        };
        const before = last.peek();
        const begun = before === null ? start() : before.then(start);
        // Its caller hears how it ended; the next one only waits for it.
        last.value = begun.catch((reason: unknown) => reason);
        try {
          return await begun;
        } catch (reason) {
          if (reason instanceof SheetWorkerEnded && !turn.signal.aborted) outdate();
          throw reason;
        }
      });
      if (isRead !== null) return isRead;
      return last.peek() === null ? false : await inTurn(reading);
    };

    const outdate = () => {
      latest.outdate();
      last.value = null;
      state.value = NOTHING_READ;
      phase.value = { kind: 'idle' };
    };

    return {
      phase,
      outdate,
      load: (next) => inTurn((turn) => fill(turn, next)),
      loadWhole: () =>
        inTurn((turn) =>
          state.peek().held?.kind === 'whole' ? Promise.resolve(null) : readGroup(readers, turn),
        ),
      async loadDetails(credentials, onProgress) {
        let handedOn: Promise<void> = Promise.resolve();
        const answer = await background.call(
          { kind: 'load-details', page, credentials },
          {
            onPart: (part) => {
              handedOn = handedOn.then(() => sheet.call('addDetails', part.credentials, part.gone));
              handedOn.catch((reason: unknown) => reason); // waited for below
              onProgress(part.loaded, part.total);
            },
          },
        );
        await handedOn;
        return answer.ok ? null : answer.problem;
      },
    };
  },
);

function phaseOf({ held, lookedUp, requests }: GroupState): LoadPhase {
  if (held === null) return { kind: 'idle' };
  const { count } = held;
  if (held.kind === 'whole') return { kind: 'loaded', count, requests: held.requests };
  return { kind: 'in-part', count, pages: held.pages, lookedUp, requests };
}

function isWorth({ key, values }: LookUp, pages: number): boolean {
  return isWorthLookingUp(requestsToLookUp(key, values), pages);
}

import { createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import type { GroupPage } from '../../platform/environment';
import type { LookUp } from '../../platform/look-up';
import type { PlatformProblem } from '../../platform/platform-problem';
import { requestsToLookUp } from '../../platform/search-keys';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import type { LookUpNeed } from '../../rpc/contract/sheet-contract';
import { isWorthLookingUp, SMALL_GROUP } from './cheaper-reading';

/** How far reading the group's credentials is. */
export type LoadPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  /** All of the group is here. */
  | { readonly kind: 'loaded'; readonly count: number; readonly requests: number }
  /** Values of the sheet are looked up in a group that is not read. */
  | { readonly kind: 'looking-up'; readonly loaded: number; readonly total: number }
  /** Its first page and what was looked up. `pages`: the requests that reading all of it would take. */
  | {
      readonly kind: 'in-part';
      readonly count: number;
      readonly pages: number;
      readonly lookedUp: number;
      readonly requests: number;
    }
  | { readonly kind: 'failed'; readonly problem: PlatformProblem };

/**
 * Tells what is needed next of a group that is here in part, of which all would take so many pages. It is asked again after
 * each answer, until it says "nothing".
 */
export type NextNeed = (pages: number) => Promise<LookUpNeed>;

export interface CredentialsModelShape {
  readonly phase: ReadonlySignal<LoadPhase>;
  /**
   * Has the worker hold what is needed: all of the group, or of a large one only that, whichever takes fewer requests.
   * True when it does. Rejects with `SheetWorkerEnded` when the worker ends meanwhile; the next `load` begins anew then.
   */
  load(next: NextNeed): Promise<boolean>;
  /** Reads all of the group, however large. */
  loadWhole(): Promise<boolean>;
  /** What the worker holds is out of date, or the worker is a new one: the next `load` begins anew. */
  outdate(): void;
  /** Reads these credentials whole and gives them to the worker; `onProgress` counts them. */
  loadDetails(
    credentials: readonly CredentialId[],
    onProgress: (loaded: number, total: number) => void,
  ): Promise<PlatformProblem | null>;
}

/** It fails by a fault of the data too (docs/platform.md, Errors): a list of values can be what it does not take. */
const SEARCH_FAILED: ReadonlySet<PlatformProblem['code']> = new Set([
  'refused',
  'unexpected-answer',
  'server-fault',
]);

type Work = (signal: AbortSignal) => Promise<PlatformProblem | null>;

/** What became of the group so far; null before anything was read. */
type Held =
  | { readonly kind: 'whole'; readonly count: number; readonly requests: number }
  | { readonly kind: 'part'; readonly count: number; readonly pages: number };

/** Carries the group's credentials from the background to the worker, part by part; the panel keeps none. */
export const CredentialsModel = createModel(
  (page: GroupPage, background: BackgroundClient, sheet: SheetClient): CredentialsModelShape => {
    const phase = signal<LoadPhase>({ kind: 'idle' });
    let held: Held | null = null;
    let lookedUp = 0;
    let requests = 0;
    /** One reading at a time; who asks meanwhile comes after it. */
    let last: Promise<unknown> | null = null;
    let current = new AbortController();

    /** Hands parts to the worker in the order in which they come. */
    const handingOn = (signal: AbortSignal, first: Promise<unknown>) => {
      let handedOn = first;
      // It is waited for at the end; should that not be reached, its fault is no other than the one told there.
      handedOn.catch((reason: unknown) => reason);
      return {
        take(credentials: readonly Credential[]) {
          handedOn = handedOn.then(async () => {
            // What a newer reading gives must not be gone over by what is left of this one.
            if (!signal.aborted) await sheet.call('addCredentials', credentials, false);
          });
          handedOn.catch((reason: unknown) => reason);
        },
        all: () => handedOn,
      };
    };

    /** Reads the group; of one with more credentials than `most` only the first page. */
    const read = async (signal: AbortSignal, most?: number): Promise<PlatformProblem | null> => {
      // The first, empty part makes the worker forget what it had. Until the last one came nothing may pass for the group:
      // who is not here yet would match nothing, and one of two would be the only one.
      const begun = [sheet.call('addCredentials', [], true), sheet.call('inPart')];
      const parts = handingOn(signal, Promise.all(begun));
      held = null;
      lookedUp = 0;
      phase.value = { kind: 'loading', loaded: 0, total: 0 };
      const answer = await background.call(
        { kind: 'load-credentials', page, ...(most !== undefined && { most }) },
        {
          signal,
          onPart: (part) => {
            parts.take(part.credentials);
            phase.value = { kind: 'loading', loaded: part.loaded, total: part.total };
          },
        },
      );
      await parts.all();
      signal.throwIfAborted();
      if (!answer.ok) return answer.problem;
      requests += answer.value.requests;
      if (answer.value.kind === 'large') {
        held = { kind: 'part', count: answer.value.count, pages: answer.value.pages };
      } else {
        await sheet.call('whole');
        signal.throwIfAborted();
        held = { kind: 'whole', count: answer.value.count, requests: answer.value.requests };
      }
      return null;
    };

    const lookUp = async (signal: AbortSignal, lookUp: LookUp): Promise<PlatformProblem | null> => {
      const parts = handingOn(signal, Promise.resolve());
      phase.value = { kind: 'looking-up', loaded: 0, total: lookUp.values.length };
      const answer = await background.call(
        { kind: 'look-up', page, lookUp },
        {
          signal,
          onPart: (part) => {
            parts.take(part.credentials);
            phase.value = { kind: 'looking-up', loaded: part.loaded, total: part.total };
          },
        },
      );
      await parts.all();
      signal.throwIfAborted();
      if (!answer.ok) return answer.problem;
      await sheet.call('lookedUp', lookUp.key, lookUp.values);
      signal.throwIfAborted();
      lookedUp += lookUp.values.length;
      requests += answer.value.requests;
      return null;
    };

    /** Until nothing is needed any more; the whole group where looking up takes as long, or is not to be had. */
    const fill = async (signal: AbortSignal, next: NextNeed): Promise<PlatformProblem | null> => {
      if (held === null) {
        const problem = await read(signal, SMALL_GROUP);
        if (problem !== null) return problem;
      }
      for (;;) {
        if (held?.kind !== 'part') return null;
        const need = await next(held.pages);
        signal.throwIfAborted();
        if (need.kind === 'nothing') return null;
        if (need.kind === 'whole' || !isWorth(need.lookUp, held.pages)) return await read(signal);
        const problem = await lookUp(signal, need.lookUp);
        if (problem === null) continue;
        // A search that the platform does not take, or does not answer as it says: the group can still be read.
        return SEARCH_FAILED.has(problem.code) ? await read(signal) : problem;
      }
    };

    const isBegun = () => last !== null;

    /** Does the work when its turn has come. What was given up for a newer reading ends as that one does. */
    const inTurn = async (work: Work): Promise<boolean> => {
      const { signal } = current;
      const start = async () => {
        signal.throwIfAborted();
        const problem = await work(signal);
        phase.value = problem === null ? phaseOf(held) : { kind: 'failed', problem };
        return problem === null;
      };
      const begun = last === null ? start() : last.then(start);
      // Whoever asked is told how it ended; the next one only waits for it.
      last = begun.catch((reason: unknown) => reason);
      try {
        return await begun;
      } catch (reason) {
        if (signal.aborted) return isBegun() ? await inTurn(work) : false;
        if (reason instanceof SheetWorkerEnded) outdate();
        throw reason;
      }
    };

    const phaseOf = (what: Held | null): LoadPhase => {
      if (what === null) return { kind: 'idle' };
      const { count } = what;
      if (what.kind === 'whole') return { kind: 'loaded', count, requests: what.requests };
      return { kind: 'in-part', count, pages: what.pages, lookedUp, requests };
    };

    const outdate = () => {
      current.abort();
      current = new AbortController();
      last = null;
      held = null;
      lookedUp = 0;
      requests = 0;
      phase.value = { kind: 'idle' };
    };

    return {
      phase,
      outdate,
      load: (next) => inTurn((signal) => fill(signal, next)),
      loadWhole: () => inTurn((signal) => (held?.kind === 'whole' ? Promise.resolve(null) : read(signal))),
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

function isWorth({ key, values }: LookUp, pages: number): boolean {
  return isWorthLookingUp(requestsToLookUp(key, values), pages);
}

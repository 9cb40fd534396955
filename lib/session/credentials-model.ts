import { createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Credential } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import type { GroupPage } from '../platform/environment';
import type { PlatformProblem } from '../platform/platform-problem';
import type { BackgroundClient } from '../rpc/background-client';
import { SheetWorkerEnded, type SheetClient } from '../rpc/sheet-client';

/** How far reading the group's credentials is. */
export type LoadPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'loaded'; readonly count: number; readonly requests: number }
  | { readonly kind: 'failed'; readonly problem: PlatformProblem };

export interface CredentialsModelShape {
  readonly phase: ReadonlySignal<LoadPhase>;
  /**
   * Reads the group unless it is read or being read; true when the worker holds all of it. Rejects with
   * `SheetWorkerEnded` when the worker ends meanwhile; the next `load` reads the group anew then.
   */
  load(): Promise<boolean>;
  /** What the worker holds is out of date, or the worker is a new one: the next `load` reads the group anew. */
  outdate(): void;
  /** Reads these credentials whole and gives them to the worker; `onProgress` counts them. */
  loadDetails(
    credentials: readonly CredentialId[],
    onProgress: (loaded: number, total: number) => void,
  ): Promise<PlatformProblem | null>;
}

/** Carries the group's credentials from the background to the worker, part by part; the panel keeps none. */
export const CredentialsModel = createModel(
  (page: GroupPage, background: BackgroundClient, sheet: SheetClient): CredentialsModelShape => {
    const phase = signal<LoadPhase>({ kind: 'idle' });
    let loading: Promise<boolean> | null = null;
    let current = new AbortController();

    const read = async (signal: AbortSignal): Promise<boolean> => {
      // Parts are handed on in the order in which they come; the worker has them all before "loaded" is said. The first,
      // empty one makes it forget what it had.
      let handedOn = sheet.call('addCredentials', [], true);
      const handOn = (credentials: readonly Credential[]) => {
        handedOn = handedOn.then(async () => {
          // What a newer reading gives must not be gone over by what is left of this one.
          if (!signal.aborted) await sheet.call('addCredentials', credentials, false);
        });
        // It is waited for at the end; should that not be reached, its fault is no other than the one told there.
        handedOn.catch((reason: unknown) => reason);
      };
      handedOn.catch((reason: unknown) => reason);
      phase.value = { kind: 'loading', loaded: 0, total: 0 };
      const answer = await background.call<'load-credentials'>(
        { kind: 'load-credentials', page },
        {
          signal,
          onPart: (part) => {
            handOn(part.credentials);
            phase.value = { kind: 'loading', loaded: part.loaded, total: part.total };
          },
        },
      );
      await handedOn;
      signal.throwIfAborted();
      phase.value = answer.ok
        ? { kind: 'loaded', ...answer.value }
        : { kind: 'failed', problem: answer.problem };
      return answer.ok;
    };

    const start = (): Promise<boolean> => {
      current.abort();
      current = new AbortController();
      const { signal } = current;
      const begun = read(signal).catch((reason: unknown) => {
        // A newer reading took over; that one tells how it ends.
        if (signal.aborted) return loading ?? false;
        if (reason instanceof SheetWorkerEnded) outdate();
        throw reason;
      });
      loading = begun;
      return begun;
    };

    const outdate = () => {
      current.abort();
      loading = null;
      phase.value = { kind: 'idle' };
    };

    return {
      phase,
      outdate,
      async load() {
        if (loading !== null && phase.peek().kind !== 'failed') return await loading;
        return await start();
      },
      async loadDetails(credentials, onProgress) {
        let handedOn: Promise<void> = Promise.resolve();
        const answer = await background.call<'load-details'>(
          { kind: 'load-details', page, credentials },
          {
            onPart: (part) => {
              handedOn = handedOn.then(() => sheet.call('addDetails', part.credentials));
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

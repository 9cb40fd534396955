import type { Signal } from '@preact/signals-core';
import type { Credential } from '../../credential/credential';
import type { GroupPage } from '../../platform/environment';
import type { LookUp } from '../../platform/look-up';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { Turn } from '../state/latest';
import type { LoadPhase } from './load-phase';

/** How much of the group was read. `held` is null before anything was read. */
export interface GroupState {
  readonly held:
    | { readonly kind: 'whole'; readonly count: number; readonly requests: number }
    | { readonly kind: 'part'; readonly count: number; readonly pages: number }
    | null;
  /** Values that were looked up, and requests that all of it took. */
  readonly lookedUp: number;
  readonly requests: number;
}

export const NOTHING_READ: GroupState = { held: null, lookedUp: 0, requests: 0 };

/** Dependencies of a reading; the panel keeps no credential. */
export interface GroupReaders {
  readonly page: GroupPage;
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  readonly phase: Signal<LoadPhase>;
  readonly state: Signal<GroupState>;
}

/** Hands parts to the worker in the order in which they come. */
function handingOn(sheet: SheetClient, signal: AbortSignal, first: Promise<unknown>) {
  let handedOn = first;
  // It is awaited at the end. Where the end is not reached, the reading has failed by the same
  // fault.
  handedOn.catch((reason: unknown) => reason);
  return {
    take(credentials: readonly Credential[]) {
      handedOn = handedOn.then(async () => {
        // The rest of an aborted reading must not overwrite what a newer one gives.
        if (!signal.aborted) await sheet.call('addCredentials', credentials, false);
      });
      handedOn.catch((reason: unknown) => reason);
    },
    all: () => handedOn,
  };
}

/** Reads the group; of one with more credentials than `most` only the first page. */
export async function readGroup(
  { page, background, sheet, phase, state }: GroupReaders,
  turn: Turn,
  most?: number,
): Promise<PlatformProblem | null> {
  // The first, empty part makes the worker forget what it had. Until the last part has come, what
  // it holds is not the group: a credential that is not here yet would match nothing, and one of
  // two with the same key would look like the only one.
  const begun = [sheet.call('addCredentials', [], true), sheet.call('inPart')];
  const parts = handingOn(sheet, turn.signal, Promise.all(begun));
  const { requests } = state.peek();
  state.value = { held: null, lookedUp: 0, requests };
  phase.value = { kind: 'loading', loaded: 0, total: 0 };
  const answer = await background.call(
    { kind: 'load-credentials', page, ...(most !== undefined && { most }) },
    {
      signal: turn.signal,
      onPart: (part) => {
        parts.take(part.credentials);
        phase.value = { kind: 'loading', loaded: part.loaded, total: part.total };
      },
    },
  );
  await turn.answer(parts.all());
  if (!answer.ok) return answer.problem;
  const { count, requests: more } = answer.value;
  const after = { lookedUp: 0, requests: requests + more };
  if (answer.value.kind === 'large') {
    state.value = { ...after, held: { kind: 'part', count, pages: answer.value.pages } };
    return null;
  }
  await turn.answer(sheet.call('whole'));
  state.value = { ...after, held: { kind: 'whole', count, requests: more } };
  return null;
}

/** Looks up values of the sheet in a group that is not read. */
export async function lookUpIn(
  { page, background, sheet, phase, state }: GroupReaders,
  turn: Turn,
  lookUp: LookUp,
): Promise<PlatformProblem | null> {
  const parts = handingOn(sheet, turn.signal, Promise.resolve());
  phase.value = { kind: 'looking-up', loaded: 0, total: lookUp.values.length };
  const answer = await background.call(
    { kind: 'look-up', page, lookUp },
    {
      signal: turn.signal,
      onPart: (part) => {
        parts.take(part.credentials);
        phase.value = { kind: 'looking-up', loaded: part.loaded, total: part.total };
      },
    },
  );
  await turn.answer(parts.all());
  if (!answer.ok) return answer.problem;
  await turn.answer(sheet.call('lookedUp', lookUp.key, lookUp.values));
  const { held, lookedUp, requests } = state.peek();
  state.value = {
    held,
    lookedUp: lookedUp + lookUp.values.length,
    requests: requests + answer.value.requests,
  };
  return null;
}

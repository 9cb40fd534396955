import { signal, type ReadonlySignal } from '@preact/signals';
import type { GroupPage } from '../../lib/platform/environment';
import type { Opener } from '../../lib/rpc/contract/opener';
import { judgePress, type Press, type Refusal } from './judge-press';
import type { Sight } from './watch-sight';

/** Lets presses through that were meant, and says of the others why not. */
export interface Guard {
  /** Does `act` when the press counts; else `refused` says why it does not. */
  press(event: Event, act: () => void): Promise<void>;
  /** Why the last press did not count, until it is dismissed; null: none was refused. */
  readonly refused: ReadonlySignal<Refusal | null>;
  dismiss(): void;
  /** The frame as it is seen; null in a tab of its own. */
  readonly sight: Sight | null;
}

export interface GuardDeps {
  /** Null in a tab of its own. */
  readonly frame: {
    readonly page: GroupPage;
    readonly sight: Sight;
    /** Asks the content script of the tab; null where none answers. */
    readonly askOpener: () => Promise<Opener | null>;
  } | null;
}

/** An answer that takes longer is none. A press of long ago must not count when it comes. */
const ANSWER_MS = 3_000;

/**
 * Creates the panel's guard. It looks all the time, so that a press that is meant counts at once.
 */
export function createGuard({ frame }: GuardDeps): Guard {
  const refused = signal<Refusal | null>(null);
  let isAsking = false;
  /** Facts of the press. Those of its moment are read before anything is waited for. */
  const factsOf = async ({ timeStamp, isTrusted }: Event, isByKeyboard: boolean): Promise<Press> => {
    if (frame === null) return { isTrusted, isByKeyboard, framed: null };
    const { sight, askOpener, page } = frame;
    const focusedMs = sight.focusedMs(timeStamp);
    const clearMs = await answerWithin(sight.clearMs(timeStamp), 0); // not looked at: not seen
    // A browser that cannot tell (Firefox) gives frames no way to ask either.
    const opener = clearMs === null ? null : await answerWithin(askOpener(), null);
    return { isTrusted, isByKeyboard, framed: { clearMs, focusedMs, opener, page } };
  };
  return {
    refused,
    sight: frame?.sight ?? null, // a tab of its own
    dismiss: () => (refused.value = null),
    async press(event, act) {
      // The second click of a double click: the first one is still being judged.
      if (isAsking) return;
      isAsking = true;
      try {
        const isByKeyboard = !(event instanceof MouseEvent) || event.detail === 0;
        const refusal = judgePress(await factsOf(event, isByKeyboard));
        refused.value = refusal;
        if (refusal === null) act();
      } finally {
        isAsking = false;
      }
    },
  };
}

/** The answer, or `none` where it does not come in time. */
async function answerWithin<T>(answer: Promise<T>, none: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(none), ANSWER_MS)));
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

let guard: Guard | null = null;

/** Says who guards the presses of this page. Called once by the program, before it draws. */
export function setGuard(of: Guard): void {
  guard = of;
}

/** The guard of this page. Without one nothing could be pressed, so its absence is a bug. */
export function theGuard(): Guard {
  if (guard === null) throw new Error('no guard was set');
  return guard;
}

/**
 * A listener for the press on a button that sends, stops or deletes something: `act` is done only
 * when the press was meant. The event's own effect is taken from it: what is left is ours to do.
 */
export function guarded(act: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    void theGuard().press(event, act);
  };
}

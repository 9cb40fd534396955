import type { Random } from '../platform/seeded-random';

/** Somebody whose events are no longer delivered once they are dead. */
export interface Owner {
  readonly name: string;
  isDead: boolean;
  /** Whether their time stands still while the laptop sleeps. */
  readonly isLocal: boolean;
}

interface Event {
  at: number;
  /** Breaks ties, by chance or in the order of a queue. */
  readonly order: number;
  readonly owner: Owner;
  readonly work: () => void;
  isOff: boolean;
}

/** How a stretch of time ended: as asked, at its limit, or because nothing was left to happen. */
export type StretchEnd = 'done' | 'time' | 'idle';

/** Virtual time: the one place that decides what happens next. */
export interface Scheduler {
  /** Milliseconds since the beginning of the world. The world's time, not anybody's clock. */
  readonly time: () => number;
  /** Time that the laptop was asleep so far. */
  readonly asleep: () => number;
  /** Events that were delivered so far. */
  readonly steps: () => number;
  /** Calls `work` after so many milliseconds, unless its owner is dead by then. */
  after(milliseconds: number, owner: Owner, work: () => void): () => void;
  /** Lets the laptop sleep: what is local waits for so much longer. The network does not. */
  suspend(milliseconds: number): void;
  /** Delivers events until `isDone`, or until nothing is due before a moment. */
  run(isDone: () => boolean, until: number): Promise<StretchEnd>;
}

/**
 * Creates a scheduler. Between two events all microtasks end, so that the code under test is always
 * seen where it waits. `onStep`: called before each event with its number; what it does may take
 * the event away.
 */
export function createScheduler(random: Random, onStep: (step: number) => void): Scheduler {
  const queue = createQueue();
  let time = 0;
  let asleep = 0;
  let steps = 0;

  return {
    time: () => time,
    asleep: () => asleep,
    steps: () => steps,
    after(milliseconds, owner, work) {
      const event = { at: time + Math.max(0, milliseconds), order: random(), owner, work, isOff: false };
      queue.push(event);
      return () => {
        event.isOff = true;
      };
    },
    suspend(milliseconds) {
      asleep += milliseconds;
      queue.change((event) => {
        if (event.owner.isLocal) event.at += milliseconds;
      });
    },
    async run(isDone, until) {
      for (;;) {
        if (isDone()) return 'done';
        const next = queue.peek();
        if (next === undefined) return 'idle';
        if (!isLive(next)) {
          queue.pop();
          continue;
        }
        if (next.at > until) {
          time = until;
          return 'time';
        }
        steps += 1;
        onStep(steps);
        if (queue.peek() !== next) continue;
        queue.pop();
        time = Math.max(time, next.at);
        if (isLive(next)) next.work();
        await microtasksEnded();
      }
    },
  };
}

const isLive = ({ isOff, owner }: Event) => !isOff && !owner.isDead;

/**
 * Immediates that are asked for at once. Node carries them out in one turn of its event loop, and
 * ends all microtasks after each: so a step costs an immediate, and not a turn, which asks the
 * system for what has happened outside.
 */
const IN_ONE_TURN = 64;
let immediatesLeft = 0;
/** Waits for the microtasks to end; null: nobody does. */
let waiting: (() => void) | null = null;

function microtasksEnded(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting !== null) throw new Error('two schedulers run at the same time');
    waiting = resolve;
    if (immediatesLeft > 0) return;
    immediatesLeft = IN_ONE_TURN;
    for (let count = 0; count < IN_ONE_TURN; count += 1) setImmediate(endOne);
  });
}

function endOne(): void {
  immediatesLeft -= 1;
  const end = waiting;
  waiting = null;
  end?.();
}

/** A binary heap of events by time. */
function createQueue() {
  let heap: Event[] = [];
  const isBefore = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  const push = (event: Event) => {
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(heap[at]!, heap[parent]!)) break;
      swap(at, parent);
      at = parent;
    }
  };
  return {
    push,
    peek: () => heap[0],
    pop() {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        if (left >= heap.length) return;
        const right = left + 1;
        const least = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
        if (!isBefore(heap[least]!, heap[at]!)) return;
        swap(least, at);
        at = least;
      }
    },
    change(by: (event: Event) => void) {
      const all = heap;
      heap = [];
      for (const event of all) {
        by(event);
        push(event);
      }
    },
  };
}

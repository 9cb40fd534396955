import type { Entry } from '../../journal/entry';

/** When a write of each entry may have been in flight last, in ticks. */
export interface InFlight {
  /** Gives the moment; null when no write of the entry can be in flight. */
  last(entry: Entry): number | null;
  /** Notes the moment; null when the write has surely ended. */
  note(entry: Entry, at: number | null): void;
}

/**
 * Creates it for a loop that begins at a moment, until which an earlier background may have sent.
 */
export function createInFlight(begunAt: number): InFlight {
  const known = new Map<number, number | null>();
  return {
    last({ position, state }) {
      const at = known.get(position);
      if (at !== undefined) return at;
      return state.kind === 'planned' ? null : begunAt;
    },
    note: ({ position }, at) => void known.set(position, at),
  };
}

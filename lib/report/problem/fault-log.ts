import { placeOfFault } from './place-of-fault';

/** The most places that are kept, and that a report has. */
export const MOST_FAULTS = 20;

/** The places of the latest bugs of one program, in its memory alone. */
export interface FaultLog {
  /** Notes a bug, and gives its place: "" where that is not in our code. */
  note(error: unknown): string;
  /** The latest last. */
  places(): readonly string[];
}

export function createFaultLog(): FaultLog {
  const places: string[] = [];
  return {
    note(error) {
      const place = placeOfFault(error);
      if (place !== '') places.push(place);
      if (places.length > MOST_FAULTS) places.shift();
      return place;
    },
    places: () => [...places],
  };
}

import type { Move } from '../real-moves';
import type { Finding } from '../finding';
import { alarmsAt } from '../row-in-hand';

/** Names that stand beside the wrong rows: the column was sorted alone, or moved against its neighbours. */
export function namesShifted(shifted: readonly Move[]): readonly Finding[] {
  return alarmsAt(shifted, 'names-shifted', 'recipient-name');
}

import type { Finding } from '../terms/finding';
import { alarmAt, type Exchange } from '../terms/matched-row';

/** A name that stands beside the wrong row: the column was sorted alone, or moved against its neighbours. */
export const namesShifted = (row: number, exchange: Exchange): Finding =>
  alarmAt(row, 'names-shifted', 'recipient-name', exchange);

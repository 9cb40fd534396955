import type { Finding } from '../terms/finding';
import { alarmAt, type Exchange } from '../terms/matched-row';

/** An e-mail that stands beside the wrong row: the credential would go to its neighbour's mailbox. */
export const emailsShifted = (row: number, exchange: Exchange): Finding =>
  alarmAt(row, 'emails-shifted', 'recipient-email', exchange);

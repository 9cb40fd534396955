import type { Finding } from '../finding';
import type { IdentityAttribute } from '../identity-hash';
import { alarmAt, type Exchange } from '../row-in-hand';

/** Two people who get each other's name or e-mail, or up to four in a circle. */
export const peopleSwapped = (row: number, attribute: IdentityAttribute, exchange: Exchange): Finding =>
  alarmAt(row, 'people-swapped', attribute, exchange);

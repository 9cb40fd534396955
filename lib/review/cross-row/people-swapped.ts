import type { Finding } from '../terms/finding';
import type { IdentityAttribute } from '../identity/identity-hash';
import { alarmAt, type Exchange } from '../terms/matched-row';

/** Two people who get each other's name or e-mail, or up to four in a circle. */
export const peopleSwapped = (row: number, attribute: IdentityAttribute, exchange: Exchange): Finding =>
  alarmAt(row, 'people-swapped', attribute, exchange);

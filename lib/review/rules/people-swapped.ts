import type { Move } from '../real-moves';
import type { Finding } from '../finding';
import { alarmsAt } from '../row-in-hand';

/** Two people who get each other's name or e-mail, or up to four in a circle. */
export function peopleSwapped(names: readonly Move[], emails: readonly Move[]): readonly Finding[] {
  return [
    ...alarmsAt(names, 'people-swapped', 'recipient-name'),
    ...alarmsAt(emails, 'people-swapped', 'recipient-email'),
  ];
}

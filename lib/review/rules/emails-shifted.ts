import type { Move } from '../real-moves';
import type { Finding } from '../finding';
import { alarmsAt } from '../row-in-hand';

/** E-mails that stand beside the wrong rows: credentials would go to their neighbours' mailboxes. */
export function emailsShifted(shifted: readonly Move[]): readonly Finding[] {
  return alarmsAt(shifted, 'emails-shifted', 'recipient-email');
}

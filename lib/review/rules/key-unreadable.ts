import type { Finding } from '../finding';
import { errorAt, NOTHING, type RowInHand } from '../row-in-hand';

/** The error of a key cell that the spreadsheet has spoilt in this way; such a row is matched to nothing. */
export function keyUnreadable(
  { row, match }: RowInHand,
  code: 'damaged-id' | 'formula-error',
): readonly Finding[] {
  return match.kind === 'key-unreadable' && match.code === code
    ? [errorAt(row, code, match.attribute, { text: match.text })]
    : NOTHING;
}

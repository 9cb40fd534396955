import type { KeyProblem } from '../../assign/read/row-key';
import type { Finding } from '../terms/finding';
import { errorAt, NOTHING, type MatchedRow } from '../terms/matched-row';

/** The error of a key cell that cannot be read for this reason; such a row is matched to nothing. */
export function keyUnreadable({ row, match }: MatchedRow, code: KeyProblem): readonly Finding[] {
  return match.kind === 'key-unreadable' && match.code === code
    ? [errorAt(row, code, match.attribute, { text: match.text })]
    : NOTHING;
}

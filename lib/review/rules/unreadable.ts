import { certainText } from '../../assign/damage/damaged-text';
import { programText } from '../../assign/damage/program-text';
import { withoutTrunkZero } from '../../assign/read/read-phone';
import type { UnreadableCode } from '../../assign/read/read-cell';
import type { Finding } from '../terms/finding';
import { errorAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

/** The order in which errors of cells that cannot be read are reported, with what each is about. */
const RANK: Readonly<Record<UnreadableCode, number>> = {
  /** A formula gave no value: #REF!, #N/A. */
  'formula-error': 1,
  /** The spreadsheet has shortened a long id: 1.23E+15, or more than 15 digits. */
  'damaged-id': 2,
  /**
   * The same where the attribute is no id: a grade, or a number of the account's own that rows are
   * matched by.
   */
  'damaged-number': 3,
  /**
   * Letters were lost on the way into the sheet: "JosÃ©", "M�ller" (assign/damage/damaged-text.ts).
   */
  'damaged-text': 4,
  /** Signs that nobody sees and no honest text has: "100\u202E001" is read as "100100". */
  'hidden-sign': 5,
  /** A name that a program wrote: "O&#039;Brien", "<b>Ada</b>" (assign/damage/program-text.ts). */
  'code-in-name': 6,
  /** No date, not a real one (31 Feb), or not one in the order of its column: 13/25/2026. */
  'bad-date': 7,
  /** Not the shape of an e-mail address: "jane at x.org" (assign/read/read-email.ts). */
  'bad-email': 8,
  /** No full http or https address, or a description of evidence without its link. */
  'bad-link': 9,
  /** No phone number with its country code (E.164): "555 0100". */
  'bad-phone': 10,
  /** Neither yes nor no: "perhaps". It is never taken for no. */
  'bad-flag': 11,
};

/**
 * A cell of the row cannot be read: an error at each such cell, with the cell as written. A row
 * whose key cannot be read is matched to nothing, and has the error of its key alone.
 */
export const unreadable: RowRule = ({ row, match, diff }): readonly Finding[] => {
  if (match.kind === 'key-unreadable')
    return [errorAt(row, match.code, match.attribute, { text: match.text, suggestion: null })];
  if (diff.unreadable.length === 0) return NOTHING;
  return diff.unreadable
    .toSorted((one, other) => RANK[one.code] - RANK[other.code])
    .map(({ attribute, code, text, recoded }) =>
      recoded === undefined
        ? errorAt(row, code, attribute, { text, suggestion: suggestionFor(code, text) })
        : errorAt(row, 'damaged-text', attribute, {
            text,
            suggestion: recoded.meant,
            recoding: recoded.recoding,
          }),
    );
};

/** The text that is meant, where the damage leaves no doubt about it. */
function suggestionFor(code: UnreadableCode, text: string): string | null {
  switch (code) {
    case 'damaged-text':
      return certainText(text);
    case 'code-in-name':
      return programText(text)?.meant ?? null; // not certain
    case 'bad-phone':
      return withoutTrunkZero(text);
    default:
      return null;
  }
}

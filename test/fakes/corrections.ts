import type { AttributeId } from '../../lib/credential/attribute';
import type { Decision } from '../../lib/review/corrections/decision';
import type { Reviewed } from '../../lib/review/reviewed';
import { credentialOf } from './credential';
import { describeAll, findingLines, type WrittenReview } from './review';

/** Four people of a group; two share an address. */
export const PEOPLE = [
  credentialOf({ id: '1', recipientName: 'Ada Lovelace', grade: 'A' }),
  credentialOf({ id: '2', recipientName: 'Bob Stone', grade: 'B' }),
  credentialOf({ id: '3', recipientName: 'Cy Young', grade: 'C', recipientEmail: 'shared@example.org' }),
  credentialOf({ id: '4', recipientName: 'Dee Young', grade: 'C', recipientEmail: 'shared@example.org' }),
];
/** A name that changes, a day that is none with a grade, a key that matches nothing, a grade. */
export const SHEET: WrittenReview = {
  columns: ['credential-id', 'recipient-name', 'recipient-email', 'expiry-date', 'grade'],
  rows: [
    ['1', 'Ada King', '', '', 'A'],
    ['2', '', '', '31/02/2028', 'D'],
    ['9', '', '', '', 'E'],
    ['3', '', '', '', 'D'],
  ],
  credentials: PEOPLE,
  dateFormat: 'day-month-year',
};
/** Types a text into a cell. */
export const edit = (row: number, attribute: AttributeId, text: string): Decision => ({
  kind: 'edit',
  row,
  attribute,
  text,
});
/** Findings of the review, in lines. */
export const said = ({ review }: Reviewed) => findingLines(describeAll(review));
/** Changes that would be sent, in lines. */
export const sent = ({ review, corrections }: Reviewed) =>
  describeAll(review).flatMap(({ row, change }) =>
    (corrections.rows.get(row)?.excluded === true ? [] : (change?.fields ?? [])).map(
      ({ attribute, after }) => `${row} ${attribute} ${String(after)}`,
    ),
  );

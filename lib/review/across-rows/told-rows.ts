import type { Change } from '../../credential/change';
import { referenceOf, type Credential } from '../../credential/credential';
import { textOf } from '../../sheet/cells/sheet';
import { rowInHand } from '../each-row/judge-alone';
import { judgeRow } from '../each-row/judge-row';
import type { Review } from './review';
import type { JudgedRow } from '../terms/reviewed-row';
import { STATUSES } from '../each-row/row-columns';
import type { RowInHand } from '../terms/row-in-hand';
import { surelyRenews } from '../rules/renewal';
import { togetherFindings } from './together-findings';

/**
 * The rows at these places in words: compared and judged again, which gives what the columns of the review say in bits.
 * For the rows that are seen; of all 100,000 only when a test or the plan asks.
 */
export function toldRows(review: Review, places: Iterable<number>): readonly JudgedRow[] {
  const wanted = [...places];
  const together = togetherFindings(review, wanted);
  return wanted.map((index) => {
    const position = review.rows.position[index] ?? -1;
    const hand = rowInHand(review.frame, index, position, 'all');
    const { findings, credits } = judgeRow(hand);
    const { errors, others } = together(index);
    return {
      row: hand.row,
      credential: hand.match.kind === 'one' ? hand.match.credential.id : null,
      who: whoOf(review, hand),
      status: STATUSES[review.together.status[index] ?? 0] ?? 'unchanged',
      cells: inSheetOrder(review, hand),
      findings: [...errors, ...findings, ...others],
      credits,
      change: changeAt(review, index),
    };
  });
}

/** The very change that is sent for the row at a place; null unless its status is `update`. */
export function changeAt(review: Review, index: number): Change | null {
  if (STATUSES[review.together.status[index] ?? 0] !== 'update') return null;
  const hand = rowInHand(review.frame, index, review.rows.position[index] ?? -1, 'what-changes');
  if (hand.match.kind !== 'one') return null;
  const { credential } = hand.match;
  return {
    credential: credential.id,
    row: hand.row,
    who: { name: credential.recipientName, email: credential.recipientEmail },
    reference: referenceOf(credential),
    fields: hand.diff.fields,
    ...(surelyRenews(hand) && { renews: true }),
    credits: review.rows.credits[index] === 1 ? 1 : 0,
    expiredOn: credential.expiredOn,
    updatedAt: credential.updatedAt,
  };
}

function inSheetOrder({ frame: { placeOf } }: Review, { diff }: RowInHand): JudgedRow['cells'] {
  const place = (attribute: JudgedRow['cells'][number]['attribute']) => placeOf.get(attribute) ?? 0;
  return diff.cells.toSorted((a, b) => place(a.attribute) - place(b.attribute));
}

/** Who a row is about: the credential's present name and e-mail, or what the sheet says when there is no credential. */
function whoOf({ frame }: Review, { row, match }: RowInHand): JudgedRow['who'] {
  const { table } = frame.input;
  const { nameColumn, emailColumn } = frame.columns;
  const key = frame.columns.key.map(({ column }) => textOf(table.cell(row, column)).trim());
  if (match.kind === 'one') return whoIs(match.credential, key);
  const said = (column: number | null) => {
    const text = column === null ? '' : textOf(table.cell(row, column)).trim();
    return text === '' ? null : text;
  };
  return { name: said(nameColumn), email: said(emailColumn), key };
}

function whoIs({ recipientName, recipientEmail }: Credential, key: readonly string[]): JudgedRow['who'] {
  return { name: recipientName, email: recipientEmail, key };
}

import type { Change } from '../../credential/change';
import { referenceOf, type Credential } from '../../credential/credential';
import { textOf } from '../../sheet/cells/sheet';
import { matchedRowAt } from '../single-row/judge-single-row';
import { applyRowRules } from '../single-row/apply-row-rules';
import type { Review } from './review';
import type { JudgedRow } from '../terms/reviewed-row';
import { STATUSES } from '../single-row/row-columns';
import type { MatchedRow } from '../terms/matched-row';
import { surelyRenews } from '../rules/renewal';
import { crossRowFindings } from './cross-row-findings';

/**
 * The rows at these places in words: compared and judged again, which gives what the columns of the review say in bits.
 * For the rows that are seen; of all 100,000 only when a test or the plan asks.
 */
export function describeRows(review: Review, places: Iterable<number>): readonly JudgedRow[] {
  const wanted = [...places];
  const together = crossRowFindings(review, wanted);
  return wanted.map((index) => {
    const position = review.rows.position[index] ?? -1;
    const matched = matchedRowAt(review.frame, index, position, 'all');
    const { findings, credits } = applyRowRules(matched);
    const { errors, others } = together(index);
    return {
      row: matched.row,
      credential: matched.match.kind === 'one' ? matched.match.credential.id : null,
      who: whoOf(review, matched),
      status: STATUSES[review.crossRow.status[index] ?? 0] ?? 'unchanged',
      cells: inSheetOrder(review, matched),
      findings: [...errors, ...findings, ...others],
      credits,
      change: changeAt(review, index),
    };
  });
}

/** The very change that is sent for the row at a place; null unless its status is `update`. */
export function changeAt(review: Review, index: number): Change | null {
  if (STATUSES[review.crossRow.status[index] ?? 0] !== 'update') return null;
  const matched = matchedRowAt(review.frame, index, review.rows.position[index] ?? -1, 'what-changes');
  if (matched.match.kind !== 'one') return null;
  const { credential } = matched.match;
  return {
    credential: credential.id,
    row: matched.row,
    who: { name: credential.recipientName, email: credential.recipientEmail },
    reference: referenceOf(credential),
    fields: matched.diff.fields,
    ...(surelyRenews(matched) && { renews: true }),
    credits: review.rows.credits[index] === 1 ? 1 : 0,
    expiredOn: credential.expiredOn,
    updatedAt: credential.updatedAt,
  };
}

function inSheetOrder({ frame: { placeOf } }: Review, { diff }: MatchedRow): JudgedRow['cells'] {
  const place = (attribute: JudgedRow['cells'][number]['attribute']) => placeOf.get(attribute) ?? 0;
  return diff.cells.toSorted((a, b) => place(a.attribute) - place(b.attribute));
}

/** Who a row is about: the credential's present name and e-mail, or what the sheet says when there is no credential. */
function whoOf({ frame }: Review, { row, match }: MatchedRow): JudgedRow['who'] {
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

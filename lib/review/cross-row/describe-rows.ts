import type { Change } from '../../credential/change';
import { referenceOf, type Credential } from '../../credential/credential';
import { int32At, itemAt, uint8At } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import { matchedRowAt } from '../single-row/judge-single-row';
import { applyRowRules } from '../single-row/apply-row-rules';
import { placeIn } from '../single-row/review-frame';
import type { Review } from './review';
import type { JudgedRow } from '../terms/reviewed-row';
import { STATUSES } from '../single-row/row-columns';
import type { Finding } from '../terms/finding';
import type { MatchedRow } from '../terms/matched-row';
import { surelyRenews } from '../rules/renewal';
import { crossRowFindings } from './cross-row-findings';

/**
 * Describes the rows at these places: compares and judges them again, which gives in words what the
 * columns of the review have in numbers. Meant for the rows that are seen; all 100,000 are
 * described only when a test or the plan asks.
 */
export function describeRows(review: Review, places: Iterable<number>): readonly JudgedRow[] {
  const wanted = [...places];
  const findingsOf = crossRowFindings(review, wanted);
  return wanted.map((index) => {
    const matched = matchedRowAt(review.frame, index, int32At(review.rows.position, index), 'all');
    const { findings, credits } = applyRowRules(matched);
    const { errors, others } = findingsOf(index);
    return {
      row: matched.row,
      credential: matched.match.kind === 'one' ? matched.match.credential.id : null,
      who: whoOf(review, matched),
      status: statusAt(review, index),
      cells: inSheetOrder(review, matched),
      findings: [...errors, ...withoutNoMatch(findings, errors), ...others],
      credits,
      change: changeAt(review, index),
    };
  });
}

/** A row with a new address is not said a second time to match nothing. */
function withoutNoMatch(findings: readonly Finding[], errors: readonly Finding[]): readonly Finding[] {
  if (!errors.some(({ code }) => code === 'new-address')) return findings;
  return findings.filter(({ code }) => code !== 'no-match');
}

function statusAt({ crossRow }: Review, index: number): JudgedRow['status'] {
  return itemAt(STATUSES, uint8At(crossRow.status, index));
}

/** The very change that is sent for the row at a place; null unless its status is `update`. */
export function changeAt(review: Review, index: number): Change | null {
  if (statusAt(review, index) !== 'update') return null;
  const matched = matchedRowAt(review.frame, index, int32At(review.rows.position, index), 'what-changes');
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
  const place = (cell: JudgedRow['cells'][number]) => placeIn(placeOf, cell.attribute);
  return diff.cells.toSorted((a, b) => place(a) - place(b));
}

/**
 * The person that a row is about: the credential's present name and e-mail, or those of the sheet
 * when there is no credential.
 */
function whoOf({ frame }: Review, { row, match }: MatchedRow): JudgedRow['who'] {
  const { table } = frame.input;
  const { nameColumn, emailColumn } = frame.columns;
  const key = frame.columns.key.map(({ column }) => textOf(table.cell(row, column)).trim());
  if (match.kind === 'one') return whoIs(match.credential, key);
  const written = (column: number | null) => {
    const text = column === null ? '' : textOf(table.cell(row, column)).trim();
    return text === '' ? null : text;
  };
  return { name: written(nameColumn), email: written(emailColumn), key };
}

function whoIs({ recipientName, recipientEmail }: Credential, key: readonly string[]): JudgedRow['who'] {
  return { name: recipientName, email: recipientEmail, key };
}

import type { AttributeId } from '../../credential/attribute';
import { int32At } from '../../element-at';
import type { FindingCode } from '../terms/finding';
import { matchedRowAt } from '../single-row/judge-single-row';
import { applyRowRules } from '../single-row/apply-row-rules';
import type { FindingSample, Review } from '../cross-row/review';
import { shiftedIn } from '../cross-row/shifted-days';
import { CHANGED, CLEARED } from '../single-row/row-columns';

/** The row at a place as an example of a kind of finding, with the cell that it is about. */
export function sampleOf(review: Review, code: FindingCode, place: number): FindingSample {
  const matched = matchedRowAt(review.frame, place, int32At(review.rows.position, place), 'what-changes');
  const own = applyRowRules(matched).findings.find((finding) => finding.code === code);
  const attribute = own === undefined ? attributeOfCrossRow(review, code, place) : own.attribute;
  return { row: matched.row, cell: matched.diff.cells.find((cell) => cell.attribute === attribute) ?? null };
}

/**
 * The attribute that a cross-row finding is about in the row at a place; null for the row as a
 * whole.
 */
function attributeOfCrossRow(review: Review, code: FindingCode, place: number): AttributeId | null {
  const { crossRow, frame, rows } = review;
  switch (code) {
    case 'names-shifted':
      return 'recipient-name';
    case 'emails-shifted':
    case 'email-taken':
      return 'recipient-email';
    case 'people-swapped':
      return crossRow.shifts.names.swapped[place] === 1 ? 'recipient-name' : 'recipient-email';
    case 'many-changes': {
      const first = place * frame.attributes.length;
      const isChange = (at: number) =>
        rows.outcomes[first + at] === CHANGED || rows.outcomes[first + at] === CLEARED;
      const at = [...crossRow.manyChanges.keys()].find(isChange);
      return (at === undefined ? null : frame.attributes[at]) ?? null; // the row as a whole
    }
    case 'days-from-1904':
    case 'days-off-by-a-day':
    case 'days-exchanged': {
      const shifted = shiftedIn(crossRow.shiftedDays, rows, frame.attributes.length, place);
      const at = shifted.find(([, one]) => one.code === code)?.[0];
      return (at === undefined ? null : frame.attributes[at]) ?? null; // the row as a whole
    }
    default:
      return null;
  }
}

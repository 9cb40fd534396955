import type { AttributeId } from '../../credential/attribute';
import type { FindingCode } from '../terms/finding';
import { rowInHand } from '../each-row/judge-alone';
import { judgeRow } from '../each-row/judge-row';
import type { FindingSample, Review } from '../across-rows/review';
import { CHANGED, CLEARED } from '../each-row/row-columns';

/** The row at a place as an example of a kind of finding, with the cell that it is about. */
export function sampleOf(review: Review, code: FindingCode, place: number): FindingSample {
  const hand = rowInHand(review.frame, place, review.rows.position[place] ?? -1, 'what-changes');
  const own = judgeRow(hand).findings.find((finding) => finding.code === code);
  const attribute = own === undefined ? attributeTogether(review, code, place) : own.attribute;
  return { row: hand.row, cell: hand.diff.cells.find((cell) => cell.attribute === attribute) ?? null };
}

/** What a finding about several rows is about in one of them. */
function attributeTogether(review: Review, code: FindingCode, place: number): AttributeId | null {
  const { together, frame, rows } = review;
  switch (code) {
    case 'names-shifted':
      return 'recipient-name';
    case 'emails-shifted':
    case 'email-taken':
      return 'recipient-email';
    case 'people-swapped':
      return together.displaced.names.swapped[place] === 1 ? 'recipient-name' : 'recipient-email';
    case 'many-changes': {
      const first = place * frame.attributes.length;
      const isChange = (at: number) =>
        rows.outcomes[first + at] === CHANGED || rows.outcomes[first + at] === CLEARED;
      const at = [...together.manyChanges.keys()].find(isChange);
      return (at === undefined ? null : frame.attributes[at]) ?? null; // the row as a whole
    }
    default:
      return null;
  }
}

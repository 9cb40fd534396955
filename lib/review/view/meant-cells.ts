import type { AttributeId } from '../../credential/attribute';
import { int32At } from '../../element-at';
import { describeRows } from '../cross-row/describe-rows';
import type { Review } from '../cross-row/review';
import { applyRowRules } from '../single-row/apply-row-rules';
import { matchedRowAt } from '../single-row/judge-single-row';
import type { MeantCode } from '../terms/finding';
import { suggestionOf } from '../terms/suggestion';
import { countedWith, tallyOf } from './tally';

/** A cell that has an offered correction, as written and as meant. */
export interface MeantCell {
  readonly code: MeantCode;
  readonly text: string;
  readonly meant: string;
}

/**
 * Rows that are looked at for an example. A kind of finding mostly offers a correction in its first
 * row.
 */
const LOOKED_AT = 20;

/** The texts that are meant in all cells with a finding of a kind, by the numbers of their rows. */
export function meantTexts(
  review: Review,
  code: MeantCode,
): ReadonlyMap<number, ReadonlyMap<AttributeId, string>> {
  const places = review.crossRow.reported.filter(countedWith(review, code));
  return new Map(
    Array.from(places, (place) => {
      const { row, cells } = meantIn(review, code, place);
      return [row, new Map(cells.map(({ attribute, meant }) => [attribute, meant]))];
    }),
  );
}

/**
 * The first correction that a kind of finding offers; null where there is none among its first
 * rows.
 */
export function meantSampleOf(review: Review, code: MeantCode): MeantCell | null {
  if (code === 'new-address') return newAddressSample(review);
  const isCounted = countedWith(review, code);
  const { reported } = review.crossRow;
  let looked = 0;
  for (let at = reported.indexOf(tallyOf(review).firstWith(code)); at >= 0 && at < reported.length; at += 1) {
    const place = reported[at];
    if (place === undefined || !isCounted(place)) continue;
    const [cell] = meantIn(review, code, place).cells;
    if (cell !== undefined) return { code, text: cell.text, meant: cell.meant };
    looked += 1;
    if (looked === LOOKED_AT) return null;
  }
  return null;
}

/** The first new address, with the one that it is instead of. */
function newAddressSample(review: Review): MeantCell | null {
  const place = tallyOf(review).firstWith('new-address');
  if (place < 0) return null;
  const [described] = describeRows(review, [place]);
  const facts = described?.findings.flatMap((of) => (of.code === 'new-address' ? [of.facts] : []))[0];
  return facts === undefined
    ? null
    : { code: 'new-address', text: facts.present ?? facts.name, meant: facts.text };
}

function meantIn(review: Review, code: MeantCode, place: number) {
  const matched = matchedRowAt(review.frame, place, int32At(review.rows.position, place), 'what-changes');
  const cells = applyRowRules(matched).findings.flatMap((finding) => {
    const { attribute } = finding;
    const meant = finding.code === code ? suggestionOf(finding) : null;
    const cell = matched.diff.cells.find((one) => one.attribute === attribute);
    // A row that matches nothing has no cells that were compared.
    const text = finding.code === 'key-spelling' ? finding.facts.text : cell?.text;
    return meant === null || attribute === null || text === undefined ? [] : [{ attribute, text, meant }];
  });
  return { row: matched.row, cells };
}

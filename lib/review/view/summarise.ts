import type { AttributeId } from '../../credential/attribute';
import type { FindingCode, Severity } from '../terms/finding';
import { ALARM_BITS, bitOf, ERROR_BITS } from '../terms/finding-codes';
import type { Decisions, FindingGroup, Review, ReviewSummary } from '../cross-row/review';
import type { RowCounts } from './row-counts';
import { KEPT, rowsWithBit, slightBit, SLIGHTS } from '../diff/cosmetic-bits';
import { codesOf, tallyOf } from './tally';
import { sampleOf } from './finding-sample';

/** Counts a review under the admin's decisions. Every row is counted in exactly one of unchanged, toUpdate, withErrors and excluded. */
export function summarise(review: Review, decisions: Decisions): ReviewSummary {
  const tally = tallyOf(review);
  const { length: rows } = review.frame.input.table.rows;
  return {
    rows,
    unchanged: unchangedIn(review),
    toUpdate: tally.included,
    withWarnings: tally.withWarnings,
    withErrors: tally.withErrors,
    notMatched: tally.notMatched,
    excluded: tally.excluded,
    creditsAtMost: tally.credits,
    attributes: attributeCounts(review, tally),
    groups: codesOf(review).map((code) => groupOf(review, decisions, code)),
    slight: slightCounts(review),
    kept: keptByRule(review),
    key: review.frame.columns.key.map(({ attribute }) => attribute.id),
  };
}

/** Rows of which there is nothing to tell. */
export function unchangedIn({ frame, crossRow }: Review): number {
  return frame.input.table.rows.length - crossRow.reported.length;
}

/** Rows with values that a rule keeps, and the columns with such a rule, in the order of the sheet. */
function keptByRule({ frame, rows }: Review): ReviewSummary['kept'] {
  const { fields, evidence } = frame.columns;
  const filling = evidence
    .flatMap(({ url, description }) => [url, description])
    .filter((column) => column?.choice.write === 'only-empty');
  const ruled = [...fields.filter(({ choice }) => choice.write !== 'always'), ...filling];
  return {
    count: rowsWithBit(rows.cosmetic, KEPT),
    attributes: frame.attributes.filter((id) => ruled.some((column) => column?.attribute.id === id)),
  };
}

function slightCounts({ frame, rows }: Review): ReviewSummary['slight'] {
  return SLIGHTS.flatMap((slight) => {
    const count = rowsWithBit(rows.cosmetic, slightBit(slight));
    const isCounted = frame.input.counted?.has(slight) === true; // missing: none counts
    return count === 0 && !isCounted ? [] : [{ slight, count, isCounted }];
  });
}

/** Attributes with something to tell, in the order of the sheet: of a column that is left out, that it is. */
function attributeCounts({ frame }: Review, tally: RowCounts): ReviewSummary['attributes'] {
  return frame.attributes.flatMap((attribute: AttributeId, place) => {
    const isExcluded = frame.exclusions.columns.has(attribute);
    if (tally.reportedOf[place] === 0 && !isExcluded) return [];
    const changed = tally.changed[place] ?? 0;
    return [{ attribute, changed, excluded: tally.excludedCells[place] ?? 0, isExcluded }];
  });
}

function groupOf(review: Review, decisions: Decisions, code: FindingCode): FindingGroup {
  const tally = tallyOf(review);
  const severity = severityOf(code);
  const isCredit = code === 'renewal' || code === 'expiry-outside-year';
  return {
    code,
    severity,
    count: tally.rowsWith(code),
    confirmed:
      severity !== 'error' &&
      ((decisions.confirmed as ReadonlySet<FindingCode>).has(code) ||
        (decisions.overruled as ReadonlySet<FindingCode>).has(code)),
    credits: isCredit ? tally.creditsOf(code) : 0,
    classes: tally.classesOf(code),
    sample: sampleOf(review, code, tally.firstWith(code)),
  };
}

function severityOf(code: FindingCode): Severity {
  const bit = bitOf(code);
  if ((bit & ALARM_BITS) !== 0) return 'alarm';
  return (bit & ERROR_BITS) !== 0 ? 'error' : 'warning';
}

import type { AttributeId } from '../../credential/attribute';
import { int32At } from '../../element-at';
import type { FindingCode } from '../terms/finding';
import { isAlarm, isShiftedDays, isWarning, withSeverity } from '../terms/finding-codes';
import type { Decisions, FindingGroup, Review, ReviewSummary } from '../cross-row/review';
import type { RowCounts } from './row-counts';
import { KEPT, rowsWithBit, cosmeticBit, MOVED, COUNTABLE } from '../diff/cosmetic-bits';
import { isMeantCode } from '../terms/suggestion';
import { meantSampleOf } from './meant-cells';
import { codesOf, tallyOf } from './tally';
import { NOT_EDITED } from '../single-row/row-columns';
import { sampleOf } from './finding-sample';

/**
 * Counts a review under the admin's decisions. Every row is counted in exactly one of unchanged,
 * toUpdate, withErrors and excluded.
 */
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
    shown: {
      changes: tally.shownAsChanges,
      cleared: tally.shownAsCleared,
      excluded: tally.shownAsExcluded,
    },
    groups: codesOf(review).map((code) => groupOf(review, decisions, code)),
    cosmetic: cosmeticCounts(review),
    kept: keptByRule(review),
    moved: movedSince(review),
    key: review.frame.columns.key.map(({ attribute }) => attribute.id),
  };
}

/** Rows of which there is nothing to report. */
export function unchangedIn({ frame, crossRow }: Review): number {
  return frame.input.table.rows.length - crossRow.reported.length;
}

/**
 * Rows with values that a rule keeps, and the columns with such a rule, in the order of the sheet.
 */
function keptByRule({ frame, rows }: Review): ReviewSummary['kept'] {
  const { fields, evidence } = frame.columns;
  const filling = evidence
    .flatMap(({ url, description }) => [url, description])
    .filter((column) => column?.choice.write === 'only-empty');
  const ruling = fields.filter(({ choice }) => choice.write !== 'always' || choice.ruled !== undefined);
  const ruled = [...ruling, ...filling];
  return {
    count: rowsWithBit(rows.cosmetic, KEPT),
    attributes: frame.attributes.filter((id) => ruled.some((column) => column?.attribute.id === id)),
  };
}

/**
 * Rows in which the platform has moved on since the download of the sheet, and the columns of those
 * that the admin did not edit.
 */
function movedSince({ frame, rows }: Review): ReviewSummary['moved'] {
  const count = rowsWithBit(rows.cosmetic, MOVED);
  if (count === 0) return { count, attributes: [] };
  const places = new Set<number>();
  const { length: width } = frame.attributes;
  for (let at = 0; at < rows.outcomes.length; at += 1)
    if (rows.outcomes[at] === NOT_EDITED) places.add(at % width);
  return { count, attributes: frame.attributes.filter((_, place) => places.has(place)) };
}

function cosmeticCounts({ frame, rows }: Review): ReviewSummary['cosmetic'] {
  return COUNTABLE.flatMap((cosmetic) => {
    const count = rowsWithBit(rows.cosmetic, cosmeticBit(cosmetic));
    const isCounted = frame.input.corrected.counted.has(cosmetic);
    return count === 0 && !isCounted ? [] : [{ cosmetic, count, isCounted }];
  });
}

/**
 * Attributes with something to report, in the order of the sheet; excluded columns are always among
 * them.
 */
function attributeCounts({ frame }: Review, tally: RowCounts): ReviewSummary['attributes'] {
  return frame.attributes.flatMap((attribute: AttributeId, place) => {
    const isExcluded = frame.exclusions.columns.has(attribute);
    const shown = int32At(tally.reportedOf, place);
    if (shown === 0 && !isExcluded) return [];
    const [changed, cleared] = [int32At(tally.changed, place), int32At(tally.cleared, place)];
    const excluded = int32At(tally.excludedCells, place);
    return [{ attribute, changed, cleared, excluded, isExcluded, shown }];
  });
}

function groupOf(review: Review, decisions: Decisions, code: FindingCode): FindingGroup {
  const tally = tallyOf(review);
  const isCredit = code === 'renewal' || code === 'expiry-outside-year';
  return {
    ...withSeverity(code),
    count: tally.rowsWith(code),
    confirmed:
      (isWarning(code) && decisions.confirmed.has(code)) || (isAlarm(code) && decisions.overruled.has(code)),
    mend: isShiftedDays(code) ? code : null,
    credits: isCredit ? tally.creditsOf(code) : 0,
    classes: tally.classesOf(code),
    sample: sampleOf(review, code, tally.firstWith(code)),
    meant: isMeantCode(code) ? meantSampleOf(review, code) : null,
  };
}

import type { AttributeId } from '../credential/attribute';
import type { FindingCode, Severity } from './finding';
import { ALARM_BITS, bitOf, ERROR_BITS } from './finding-codes';
import type { Decisions, FindingGroup, Review, ReviewSummary } from './review';
import { CHANGED, CLEARED, LEFT_OUT, UPDATE } from './row-columns';
import { KEPT, rowsWithBit, slightBit, SLIGHTS } from './quiet-bits';
import { codesOf, tallyOf } from './tally';
import { sampleOf } from './finding-sample';

/** Counts a review under the admin's decisions. Every row is counted in exactly one of unchanged, toUpdate, withErrors and leftOut. */
export function summarise(review: Review, decisions: Decisions): ReviewSummary {
  const tally = tallyOf(review);
  const { length: rows } = review.frame.input.table.rows;
  return {
    rows,
    unchanged: rows - review.together.told.length,
    toUpdate: tally.included,
    withWarnings: tally.withWarnings,
    withErrors: tally.withErrors,
    notMatched: tally.notMatched,
    leftOut: tally.leftOut,
    creditsAtMost: tally.credits,
    attributes: attributeCounts(review),
    groups: codesOf(review).map((code) => groupOf(review, decisions, code)),
    slight: slightCounts(review),
    kept: keptByRule(review),
    key: review.frame.columns.key.map(({ attribute }) => attribute.id),
  };
}

/** Rows with values that a rule keeps, and the columns with such a rule, in the order of the sheet. */
function keptByRule({ frame, rows }: Review): ReviewSummary['kept'] {
  const ruled = frame.columns.fields.filter(({ choice }) => choice.write !== 'always');
  return {
    count: rowsWithBit(rows.quiet, KEPT),
    attributes: frame.attributes.filter((id) => ruled.some(({ attribute }) => attribute.id === id)),
  };
}

function slightCounts({ frame, rows }: Review): ReviewSummary['slight'] {
  return SLIGHTS.flatMap((slight) => {
    const count = rowsWithBit(rows.quiet, slightBit(slight));
    const isCounted = frame.input.counted?.has(slight) === true; // missing: none counts
    return count === 0 && !isCounted ? [] : [{ slight, count, isCounted }];
  });
}

/** Attributes with something to tell, in the order of the sheet: of a column that is left out, that it is. */
function attributeCounts({ frame, rows, together }: Review): ReviewSummary['attributes'] {
  const { attributes, leftOut } = frame;
  const changed = new Int32Array(attributes.length);
  const out = new Int32Array(attributes.length);
  const told = new Uint8Array(attributes.length);
  for (const index of together.told) {
    const first = index * attributes.length;
    const isUpdate = together.status[index] === UPDATE;
    for (let place = 0; place < attributes.length; place += 1) {
      const outcome = rows.outcomes[first + place];
      if (outcome === 0) continue;
      told[place] = 1;
      if (outcome === LEFT_OUT) out[place] = (out[place] ?? 0) + 1;
      else if (isUpdate && (outcome === CHANGED || outcome === CLEARED))
        changed[place] = (changed[place] ?? 0) + 1;
    }
  }
  return attributes.flatMap((attribute: AttributeId, place) => {
    const isLeftOut = leftOut.columns.has(attribute);
    if (told[place] === 0 && !isLeftOut) return [];
    return [{ attribute, changed: changed[place] ?? 0, leftOut: out[place] ?? 0, isLeftOut }];
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

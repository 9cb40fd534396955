import { shownRowKey } from '../../assign/read/row-key';
import { int32At, itemAt } from '../../element-at';
import type { AlarmCode, WarningCode } from '../terms/finding';
import type { Decisions, Review } from '../cross-row/review';
import { ERROR, NOT_MATCHED } from '../single-row/row-columns';
import { countedWith, isOpenError, tallyOf } from '../view/tally';
import { isReported } from '../cross-row/cross-row';
import { changeAt, describeRows } from '../cross-row/describe-rows';

/*
 * The admin's decisions about kinds of findings. Each function gives new ones. A confirmation is
 * about the rows that were seen: it is withdrawn as soon as another row joins them, and stays when
 * rows leave.
 *
 * "Renewal" confirmed with rows 2 and 5; row 5 is excluded -> still confirmed; row 7 is corrected
 * and renews now -> no more.
 */

/** Decisions before anybody decided anything. */
export const NO_DECISIONS: Decisions = { skipErrors: false, confirmed: new Set(), overruled: new Set() };

/** Confirms a kind of warning, or withdraws that. */
export function confirm(decisions: Decisions, code: WarningCode, isConfirmed: boolean): Decisions {
  const confirmed = new Set(decisions.confirmed);
  if (isConfirmed) confirmed.add(code);
  else confirmed.delete(code);
  return { ...decisions, confirmed };
}

/**
 * Overrules an alarm when the admin typed how many rows it is about; any other number withdraws
 * that.
 */
export function overrule(review: Review, decisions: Decisions, code: AlarmCode, rows: number): Decisions {
  const overruled = new Set(decisions.overruled);
  if (rows > 0 && tallyOf(review).rowsWith(code) === rows) overruled.add(code);
  else overruled.delete(code);
  return { ...decisions, overruled };
}

/** Skips rows with errors, or withdraws that. */
export function skipErrors(decisions: Decisions, isSkipped: boolean): Decisions {
  return { ...decisions, skipErrors: isSkipped };
}

/**
 * The rows of two reviews that are the same, by places. `mayDiffer`: whether a row may ask for
 * something else than before.
 */
export interface SameRows {
  placeBefore(place: number): number | undefined;
  mayDiffer(place: number): boolean;
}

/**
 * The decisions without the confirmations and overruled alarms whose rows have grown from `before`
 * to `after`: a row that did not have that finding has it now, or its change differs. Skipping
 * errors is withdrawn likewise when a row has an error that had none. `places`: where `after` may
 * differ; all reported rows at most.
 */
export function carryDecisions(
  before: Review,
  decisions: Decisions,
  after: Review,
  places: Iterable<number>,
  same: SameRows,
): Decisions {
  let haveErrorsGrown = false;
  const held = new Map(
    [...decisions.confirmed, ...decisions.overruled].map((code) => [
      code,
      { isNow: countedWith(after, code), wasBefore: countedWith(before, code) },
    ]),
  );
  const { length: width } = after.frame.attributes;
  for (const place of places) {
    if (!isReported(after.rows, after.crossRow, width, place)) continue;
    const placeBefore = same.placeBefore(place);
    haveErrorsGrown ||=
      isOpenError(after, place) && (placeBefore === undefined || !isWrong(before, placeBefore));
    let asksTheSame = placeBefore !== undefined && !same.mayDiffer(place) ? true : null;
    for (const [code, { isNow, wasBefore }] of held) {
      if (!isNow(place)) continue;
      if (placeBefore === undefined || !wasBefore(placeBefore)) held.delete(code);
      else if (!(asksTheSame ??= asked(before, placeBefore) === asked(after, place))) held.delete(code);
    }
  }
  return {
    skipErrors: decisions.skipErrors && !haveErrorsGrown,
    confirmed: new Set([...decisions.confirmed].filter((code) => held.has(code))),
    overruled: new Set([...decisions.overruled].filter((code) => held.has(code))),
  };
}

/**
 * Rows of two reviews of different sheets, by their credential, else by their key. All of them may
 * ask for something else.
 */
export function sameByCredential(before: Review, after: Review): SameRows {
  const places = new Map<string, number>();
  for (const place of before.crossRow.reported) places.set(identityOf(before, place), place);
  return {
    placeBefore: (place) => places.get(identityOf(after, place)),
    mayDiffer: () => true,
  };
}

/** Rows of two reviews of one sheet, of which only some were judged again. */
export function sameButFor(judgedAgain: readonly number[]): SameRows {
  const again = new Set(judgedAgain);
  return { placeBefore: (place) => place, mayDiffer: (place) => again.has(place) };
}

function identityOf(review: Review, place: number): string {
  const credential = review.frame.input.group.all[int32At(review.rows.position, place)];
  if (credential !== undefined) return `credential ${credential.id}`;
  const { table } = review.frame.input;
  return `key ${shownRowKey(table, itemAt(table.rows, place), review.frame.columns.key)}`;
}

/**
 * The change that a row asks for, as a text. A row with an error has no change; its cells say what
 * it wanted.
 */
function asked(review: Review, place: number): string {
  const change = changeAt(review, place);
  return JSON.stringify(change?.fields ?? describeRows(review, [place])[0]?.cells);
}

/** An error counts as seen even if its row was excluded. */
function isWrong({ crossRow }: Review, place: number): boolean {
  return crossRow.status[place] === ERROR || crossRow.status[place] === NOT_MATCHED;
}

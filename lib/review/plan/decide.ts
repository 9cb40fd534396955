import { shownRowKey } from '../../assign/read/row-key';
import type { AlarmCode, WarningCode } from '../terms/finding';
import { ALARM_BITS, bitOf, WARNING_BITS, type Codes } from '../terms/finding-codes';
import type { Decisions, Review } from '../cross-row/review';
import { ERROR, NOT_MATCHED } from '../single-row/row-columns';
import { countedCodes, isOpenError, tallyOf } from '../view/tally';
import { isReported } from '../cross-row/cross-row';
import { changeAt, describeRows } from '../cross-row/describe-rows';

/*
 * The admin's decisions about kinds of findings. Each move gives new ones. A confirmation is about the rows that were
 * seen: it falls as soon as the set behind it grows, and stays when rows leave it.
 */

/** Decisions before anybody decided anything. */
export const NO_DECISIONS: Decisions = { skipErrors: false, confirmed: new Set(), overruled: new Set() };

/** Confirms a kind of warning, or takes that back. */
export function confirm(decisions: Decisions, code: WarningCode, isConfirmed: boolean): Decisions {
  const confirmed = new Set(decisions.confirmed);
  if (isConfirmed) confirmed.add(code);
  else confirmed.delete(code);
  return { ...decisions, confirmed };
}

/** Overrules an alarm when the admin typed how many rows it is about; any other number takes that back. */
export function overrule(review: Review, decisions: Decisions, code: AlarmCode, rows: number): Decisions {
  const overruled = new Set(decisions.overruled);
  if (rows > 0 && tallyOf(review).rowsWith(code) === rows) overruled.add(code);
  else overruled.delete(code);
  return { ...decisions, overruled };
}

/** Skips rows with errors, or takes that back. */
export function skipErrors(decisions: Decisions, isSkipped: boolean): Decisions {
  return { ...decisions, skipErrors: isSkipped };
}

/** Which row of the review before a row is, by places; and whether it may ask for something else than it did. */
export interface SameRows {
  placeBefore(place: number): number | undefined;
  mayDiffer(place: number): boolean;
}

/**
 * The decisions without the confirmations and overruled alarms whose set has grown from `before` to `after`: a row that
 * was not among those with that warning is now, or its change is not what it was. Skipping errors falls likewise when a
 * row has an error that had none. `places`: where `after` may differ, all rows with something to tell at most.
 */
export function carryDecisions(
  before: Review,
  decisions: Decisions,
  after: Review,
  places: Iterable<number>,
  same: SameRows,
): Decisions {
  let fallen = 0;
  let haveErrorsGrown = false;
  const held = bitsOf([...decisions.confirmed, ...decisions.overruled]);
  const { length: width } = after.frame.attributes;
  for (const place of places) {
    if (!isReported(after.rows, after.crossRow, width, place)) continue;
    const placeBefore = same.placeBefore(place);
    haveErrorsGrown ||=
      isOpenError(after, place) && (placeBefore === undefined || !isWrong(before, placeBefore));
    const now = countedCodes(after, place) & (WARNING_BITS | ALARM_BITS) & held & ~fallen;
    if (now === 0) continue;
    const was = placeBefore === undefined ? 0 : countedCodes(before, placeBefore);
    fallen |= now & ~was;
    const asks = (now & was) !== 0 && placeBefore !== undefined && same.mayDiffer(place);
    if (asks && asked(before, placeBefore) !== asked(after, place)) fallen |= now;
  }
  const hasNotGrown = (code: WarningCode | AlarmCode) => (fallen & bitOf(code)) === 0;
  return {
    skipErrors: decisions.skipErrors && !haveErrorsGrown,
    confirmed: new Set([...decisions.confirmed].filter(hasNotGrown)),
    overruled: new Set([...decisions.overruled].filter(hasNotGrown)),
  };
}

/** Rows of two reviews of different sheets: by their credential, else by their key. All of them may ask for something else. */
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
  const credential = review.frame.input.group.all[review.rows.position[place] ?? -1];
  if (credential !== undefined) return `credential ${credential.id}`;
  const { table } = review.frame.input;
  return `key ${shownRowKey(table, table.rows[place] ?? 0, review.frame.columns.key)}`;
}

/** What a row asks for. One with an error has no change; its cells say what it wanted. */
function asked(review: Review, place: number): string {
  const change = changeAt(review, place);
  return JSON.stringify(change?.fields ?? describeRows(review, [place])[0]?.cells);
}

/** An error counts as seen even if its row was left out. */
function isWrong({ crossRow }: Review, place: number): boolean {
  return crossRow.status[place] === ERROR || crossRow.status[place] === NOT_MATCHED;
}

function bitsOf(codes: readonly (WarningCode | AlarmCode)[]): Codes {
  return codes.reduce((bits, code) => bits | bitOf(code), 0);
}

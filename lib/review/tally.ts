import { bitOf, FINDING_CODES, WARNING_BITS, type Codes } from './finding-codes';
import { EMAIL_CLASSES, NAME_CLASSES } from './finding-classes';
import type { FindingCode } from './finding';
import type { Review } from './review';
import { ERROR, NOT_MATCHED, UPDATE } from './row-columns';

/** Rows of a review counted once. Rows that are left out count nowhere but there. */
export interface Tally {
  /** Rows that are sent if the admin goes on now. */
  readonly included: number;
  readonly withWarnings: number;
  readonly withErrors: number;
  readonly notMatched: number;
  readonly leftOut: number;
  readonly credits: number;
  /** Rows with each kind of finding: of warnings only those that are sent. */
  rowsWith(code: FindingCode): number;
  /** The place of the first row with it; -1 for none. */
  firstWith(code: FindingCode): number;
  /** Credits of the rows with a kind of finding. */
  creditsOf(code: FindingCode): number;
  /** Rows by the class of their name or e-mail change. */
  classesOf(code: FindingCode): Readonly<Record<string, number>>;
}

const made = new WeakMap<Review, Tally>();

/** Counts a review, once for each. */
export function tallyOf(review: Review): Tally {
  const known = made.get(review) ?? count(review);
  made.set(review, known);
  return known;
}

/** The findings of a row that count: none of one that is left out, warnings only of one that is sent. */
export function countedCodes({ rows, together }: Review, index: number): Codes {
  if (together.isOut[index] === 1) return 0;
  const codes = (rows.codes[index] ?? 0) | (together.codes[index] ?? 0);
  return together.status[index] === UPDATE ? codes : codes & ~WARNING_BITS;
}

/** Whether a row is sent if the admin goes on now. */
export function isIncluded({ together }: Review, index: number): boolean {
  return together.status[index] === UPDATE && together.isOut[index] === 0;
}

/** Whether a row has an error that is in the way: it is not left out. */
export function isOpenError({ together }: Review, index: number): boolean {
  const status = together.status[index];
  return (status === ERROR || status === NOT_MATCHED) && together.isOut[index] === 0;
}

function count(review: Review): Tally {
  const { rows, together } = review;
  const counts = new Int32Array(FINDING_CODES.length);
  const credits = new Int32Array(FINDING_CODES.length);
  const firsts = new Int32Array(FINDING_CODES.length).fill(-1);
  const nameClasses = new Int32Array(NAME_CLASSES.length + 1);
  const emailClasses = new Int32Array(EMAIL_CLASSES.length + 1);
  const total = { included: 0, withWarnings: 0, withErrors: 0, notMatched: 0, leftOut: 0, credits: 0 };
  const [nameBit, emailBit] = [bitOf('name-change'), bitOf('email-change')];
  for (const index of together.told) {
    const codes = countedCodes(review, index);
    const cost = rows.credits[index] ?? 0;
    if (isIncluded(review, index)) {
      total.included += 1;
      total.credits += cost;
      if ((codes & WARNING_BITS) !== 0) total.withWarnings += 1;
    } else if (isOpenError(review, index)) {
      total.withErrors += 1;
      if (together.status[index] === NOT_MATCHED) total.notMatched += 1;
    } else total.leftOut += 1;
    // The lowest bit that is set, then without it.
    for (let left = codes; left !== 0; left &= left - 1) {
      const place = 31 - Math.clz32(left & -left);
      if (counts[place] === 0) firsts[place] = index;
      counts[place] = (counts[place] ?? 0) + 1;
      credits[place] = (credits[place] ?? 0) + cost;
    }
    if ((codes & nameBit) !== 0) tallyAt(nameClasses, rows.nameClass[index]);
    if ((codes & emailBit) !== 0) tallyAt(emailClasses, rows.emailClass[index]);
  }
  const placeOf = (code: FindingCode) => FINDING_CODES.indexOf(code);
  return {
    ...total,
    rowsWith: (code) => counts[placeOf(code)] ?? 0,
    firstWith: (code) => firsts[placeOf(code)] ?? -1,
    creditsOf: (code) => credits[placeOf(code)] ?? 0,
    classesOf: (code) =>
      code === 'name-change'
        ? named(NAME_CLASSES, nameClasses)
        : code === 'email-change'
          ? named(EMAIL_CLASSES, emailClasses)
          : {},
  };
}

function tallyAt(counts: Int32Array, place = 0): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function named(names: readonly string[], counts: Int32Array): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const count = counts[index + 1] ?? 0;
      return count === 0 ? [] : [[name, count] as const];
    }),
  );
}

/** Kinds of finding that a review has, in the order in which they are told. */
export function codesOf(review: Review): readonly FindingCode[] {
  const tally = tallyOf(review);
  return FINDING_CODES.filter((code) => tally.rowsWith(code) > 0);
}

import { bitOf, FINDING_CODES, WARNING_BITS, type Codes } from '../terms/finding-codes';
import { EMAIL_CLASSES, NAME_CLASSES } from '../terms/finding-classes';
import type { FindingCode } from '../terms/finding';
import type { Review } from '../cross-row/review';
import { CHANGED, CLEARED, EXCLUDED, NOT_MATCHED, UPDATE } from '../single-row/row-columns';

/** What a row counts as. `codes`: its findings that count. */
export interface RowRole {
  readonly codes: Codes;
  readonly isIncluded: boolean;
  readonly isError: boolean;
}

const NAME_CHANGE = bitOf('name-change');
const EMAIL_CHANGE = bitOf('email-change');

/** Counts of the rows that there is something to tell of. A row is added, and taken away again, by itself. */
export class RowCounts {
  /** Rows that are sent if the admin goes on now. */
  included = 0;
  withWarnings = 0;
  withErrors = 0;
  notMatched = 0;
  excluded = 0;
  credits = 0;
  /** By the place of a reviewed attribute: rows that change it, that leave it out, and that tell anything of it. */
  readonly changed: Int32Array;
  readonly excludedCells: Int32Array;
  readonly reportedOf: Int32Array;
  readonly #rows = new Int32Array(FINDING_CODES.length);
  readonly #credits = new Int32Array(FINDING_CODES.length);
  readonly #firsts = new Int32Array(FINDING_CODES.length).fill(-1);
  readonly #nameClasses = new Int32Array(NAME_CLASSES.length + 1);
  readonly #emailClasses = new Int32Array(EMAIL_CLASSES.length + 1);

  constructor(attributes: number) {
    this.changed = new Int32Array(attributes);
    this.excludedCells = new Int32Array(attributes);
    this.reportedOf = new Int32Array(attributes);
  }

  copy(): RowCounts {
    const next = new RowCounts(this.changed.length);
    const { included, withWarnings, withErrors, notMatched, excluded, credits } = this;
    Object.assign(next, { included, withWarnings, withErrors, notMatched, excluded, credits });
    next.changed.set(this.changed);
    next.excludedCells.set(this.excludedCells);
    next.reportedOf.set(this.reportedOf);
    next.#rows.set(this.#rows);
    next.#credits.set(this.#credits);
    next.#firsts.set(this.#firsts);
    next.#nameClasses.set(this.#nameClasses);
    next.#emailClasses.set(this.#emailClasses);
    return next;
  }

  /** Adds the row at a place, or takes it away. */
  add({ rows, crossRow }: Review, index: number, role: RowRole, by: 1 | -1): void {
    const { codes, isIncluded, isError } = role;
    const cost = (rows.credits[index] ?? 0) * by;
    if (isIncluded) {
      this.included += by;
      this.credits += cost;
      if ((codes & WARNING_BITS) !== 0) this.withWarnings += by;
    } else if (isError) {
      this.withErrors += by;
      if (crossRow.status[index] === NOT_MATCHED) this.notMatched += by;
    } else this.excluded += by;
    // The lowest bit that is set, then without it.
    for (let left = codes; left !== 0; left &= left - 1) {
      const place = 31 - Math.clz32(left & -left);
      addAt(this.#rows, place, by);
      addAt(this.#credits, place, cost);
      const first = this.#firsts[place] ?? -1;
      if (by === 1 && (first < 0 || index < first)) this.#firsts[place] = index;
    }
    if ((codes & NAME_CHANGE) !== 0) addAt(this.#nameClasses, rows.nameClass[index] ?? 0, by);
    if ((codes & EMAIL_CHANGE) !== 0) addAt(this.#emailClasses, rows.emailClass[index] ?? 0, by);
    const { length: width } = this.changed;
    const isUpdate = crossRow.status[index] === UPDATE;
    for (let place = 0; place < width; place += 1) {
      const outcome = rows.outcomes[index * width + place] ?? 0;
      if (outcome === 0) continue;
      addAt(this.reportedOf, place, by);
      if (outcome === EXCLUDED) addAt(this.excludedCells, place, by);
      else if (isUpdate && (outcome === CHANGED || outcome === CLEARED)) addAt(this.changed, place, by);
    }
  }

  /** Rows with a kind of finding: of warnings only those that are sent. */
  rowsWith(code: FindingCode): number {
    return this.#rows[placeOf(code)] ?? 0;
  }

  /** The place of the first row with it; -1 for none. */
  firstWith(code: FindingCode): number {
    return this.#firsts[placeOf(code)] ?? -1;
  }

  setFirst(code: FindingCode, index: number): void {
    this.#firsts[placeOf(code)] = index;
  }

  /** The kinds of finding of which the row at a place is the first. */
  firstsAt(index: number): readonly FindingCode[] {
    return FINDING_CODES.filter((_, place) => this.#firsts[place] === index);
  }

  /** Credits of the rows with a kind of finding. */
  creditsOf(code: FindingCode): number {
    return this.#credits[placeOf(code)] ?? 0;
  }

  /** Rows by the class of their name or e-mail change. */
  classesOf(code: FindingCode): Readonly<Record<string, number>> {
    if (code === 'name-change') return named(NAME_CLASSES, this.#nameClasses);
    return code === 'email-change' ? named(EMAIL_CLASSES, this.#emailClasses) : {};
  }
}

function placeOf(code: FindingCode): number {
  return FINDING_CODES.indexOf(code);
}

function addAt(counts: Int32Array, place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}

function named(names: readonly string[], counts: Int32Array): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const count = counts[index + 1] ?? 0;
      return count === 0 ? [] : [[name, count] as const];
    }),
  );
}

import { addInt32, int32At, uint8At } from '../../element-at';
import type { CodeMask } from '../terms/code-list';
import { FINDING_CODES, placeOfCode, WARNINGS } from '../terms/finding-codes';
import { EMAIL_CLASSES, NAME_CLASSES } from '../terms/finding-classes';
import type { FindingCode } from '../terms/finding';
import type { Review } from '../cross-row/review';
import {
  CHANGED,
  CLEARED,
  EXCLUDED,
  NOT_EDITED,
  NOT_MATCHED,
  UNCHANGED,
  UPDATE,
} from '../single-row/row-columns';

/** How a row is counted. `counted`: the kinds of finding that count in it. */
export interface RowRole {
  readonly counted: CodeMask;
  readonly isIncluded: boolean;
  readonly isError: boolean;
}

const NAME_CHANGE = placeOfCode('name-change');
const EMAIL_CHANGE = placeOfCode('email-change');

/**
 * Counts of the rows that there is something to report of. Each row is added, and subtracted again,
 * by itself.
 */
export class RowCounts {
  /** Rows that are sent if the admin goes on now. */
  included = 0;
  withWarnings = 0;
  withErrors = 0;
  notMatched = 0;
  excluded = 0;
  credits = 0;
  /** Rows that the filters of these names show (review-filter.ts). */
  shownAsChanges = 0;
  shownAsCleared = 0;
  shownAsExcluded = 0;
  /**
   * By the place of a reviewed attribute: rows that change it, those of them that clear it, rows
   * that exclude it, and rows with anything to report of it.
   */
  readonly changed: Int32Array;
  readonly cleared: Int32Array;
  readonly excludedCells: Int32Array;
  readonly reportedOf: Int32Array;
  readonly #rows = new Int32Array(FINDING_CODES.length);
  readonly #credits = new Int32Array(FINDING_CODES.length);
  readonly #firsts = new Int32Array(FINDING_CODES.length).fill(-1);
  readonly #nameClasses = new Int32Array(NAME_CLASSES.length + 1);
  readonly #emailClasses = new Int32Array(EMAIL_CLASSES.length + 1);

  constructor(attributes: number) {
    this.changed = new Int32Array(attributes);
    this.cleared = new Int32Array(attributes);
    this.excludedCells = new Int32Array(attributes);
    this.reportedOf = new Int32Array(attributes);
  }

  copy(): RowCounts {
    const next = new RowCounts(this.changed.length);
    const { included, withWarnings, withErrors, notMatched, excluded, credits } = this;
    const { shownAsChanges, shownAsCleared, shownAsExcluded } = this;
    Object.assign(next, { included, withWarnings, withErrors, notMatched, excluded, credits });
    Object.assign(next, { shownAsChanges, shownAsCleared, shownAsExcluded });
    next.changed.set(this.changed);
    next.cleared.set(this.cleared);
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
    const { counted, isIncluded, isError } = role;
    const { codes } = crossRow;
    const cost = uint8At(rows.credits, index) * by;
    if (isIncluded) {
      this.included += by;
      this.credits += cost;
      if (codes.hasAny(index, WARNINGS)) this.withWarnings += by;
    } else if (isError) {
      this.withErrors += by;
      if (crossRow.status[index] === NOT_MATCHED) this.notMatched += by;
    } else this.excluded += by;
    for (let code = codes.next(index, counted, -1); code >= 0; code = codes.next(index, counted, code)) {
      addInt32(this.#rows, code, by);
      addInt32(this.#credits, code, cost);
      const first = int32At(this.#firsts, code);
      if (by === 1 && (first < 0 || index < first)) this.#firsts[code] = index;
      if (code === NAME_CHANGE) addInt32(this.#nameClasses, uint8At(rows.nameClass, index), by);
      if (code === EMAIL_CHANGE) addInt32(this.#emailClasses, uint8At(rows.emailClass, index), by);
    }
    const { length: width } = this.changed;
    const status = uint8At(crossRow.status, index);
    const isUpdate = status === UPDATE;
    let hasCleared = false;
    let hasExcluded = crossRow.isExcluded[index] === 1;
    for (let place = 0; place < width; place += 1) {
      const outcome = uint8At(rows.outcomes, index * width + place);
      if (outcome === 0 || outcome === NOT_EDITED) continue;
      addInt32(this.reportedOf, place, by);
      hasCleared ||= outcome === CLEARED;
      hasExcluded ||= outcome === EXCLUDED;
      if (outcome === EXCLUDED) addInt32(this.excludedCells, place, by);
      else if (isUpdate && (outcome === CHANGED || outcome === CLEARED)) {
        addInt32(this.changed, place, by);
        if (outcome === CLEARED) addInt32(this.cleared, place, by);
      }
    }
    if (isUpdate || status === UNCHANGED) this.shownAsChanges += by;
    if (hasCleared) this.shownAsCleared += by;
    if (hasExcluded) this.shownAsExcluded += by;
  }

  /** Rows with a kind of finding: of warnings only those that are sent. */
  rowsWith(code: FindingCode): number {
    return int32At(this.#rows, placeOfCode(code));
  }

  /** The place of the first row with it; -1 for none. */
  firstWith(code: FindingCode): number {
    return int32At(this.#firsts, placeOfCode(code));
  }

  setFirst(code: FindingCode, index: number): void {
    this.#firsts[placeOfCode(code)] = index;
  }

  /** The kinds of finding of which the row at a place is the first. */
  firstsAt(index: number): readonly FindingCode[] {
    return FINDING_CODES.filter((_, place) => this.#firsts[place] === index);
  }

  /** Credits of the rows with a kind of finding. */
  creditsOf(code: FindingCode): number {
    return int32At(this.#credits, placeOfCode(code));
  }

  /** Rows by the class of their name or e-mail change. */
  classesOf(code: FindingCode): Readonly<Record<string, number>> {
    if (code === 'name-change') return named(NAME_CLASSES, this.#nameClasses);
    return code === 'email-change' ? named(EMAIL_CLASSES, this.#emailClasses) : {};
  }
}

function named(names: readonly string[], counts: Int32Array): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const count = int32At(counts, index + 1);
      return count === 0 ? [] : [[name, count] as const];
    }),
  );
}

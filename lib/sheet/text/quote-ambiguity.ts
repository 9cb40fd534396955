/** Place of a field: its record, from 1, and its column, from 0. */
export interface FieldPlace {
  readonly row: number;
  readonly column: number;
}

/** Field that its writer may have meant to go on behind the place where Excel ends it. */
export interface AmbiguousField extends FieldPlace {
  /** True when one of its quotes has no partner, which may be in a later field. */
  readonly odd: boolean;
  /** True when it ends with a quote, so that no later field is needed to end it. */
  readonly ended: boolean;
}

/**
 * Follows an ambiguous field to the next quote at the end of a field, where it may have been meant
 * to end.
 *
 * A quote in the same record allows two tables: rejected. A field that ends with a quote is not
 * followed into the next record. Any other field is rejected for a quote in a later record, except
 * where only Excel's reading makes a table: its quotes are pairs, both records are as wide as the
 * first one, and joined they would not be.
 */
export class QuoteAmbiguity {
  /** Field that is rejected, if any. */
  rejected: AmbiguousField | null = null;
  #field: AmbiguousField | null = null;
  #fieldIsRegular = false;
  /** Column of the quote that may end it, until its record is read; else -1. */
  #closing = -1;

  get isPending(): boolean {
    return this.#field !== null;
  }

  raise(field: AmbiguousField): void {
    const before = this.#field;
    if (before !== null && (this.#closing !== -1 || (before.odd && before.row === field.row))) {
      this.rejected = before;
    }
    this.#field = field;
  }

  /**
   * Ends the ambiguity at a correctly quoted, non-empty field: its opening quote shows that the
   * ambiguous field was over.
   */
  meetQuotedField(): void {
    if (this.#field?.odd === false && this.#closing === -1) this.#field = null;
  }

  /** Handles a quote at the end of a field that none opened, or that has one too many. */
  meetQuoteAtEnd({ row, column }: FieldPlace): void {
    if (this.#field?.row === row) this.rejected = this.#field;
    else if (this.#field !== null && this.#closing === -1) this.#closing = column;
  }

  /**
   * Handles the end of a record. `isRegular`: it is as wide as the first record, and another one.
   */
  endRecord(row: number, isRegular: boolean): void {
    const field = this.#field;
    if (field === null) return;
    if (field.row === row) {
      this.#fieldIsRegular = isRegular;
      if (field.ended) this.#field = null;
    } else if (this.#closing !== -1) {
      const isPlain = isRegular && this.#fieldIsRegular && !field.odd && this.#closing !== field.column;
      if (!isPlain) this.rejected = field;
      this.#field = null;
      this.#closing = -1;
    }
  }
}

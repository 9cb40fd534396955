/** A field: its record, from 1, and its column, from 0. */
export interface FieldPlace {
  readonly row: number;
  readonly column: number;
}

/** A field that its writer may have meant to go on behind the place where Excel ends it. */
export interface AmbiguousField extends FieldPlace {
  /** Whether one of its quotes has no other, which may then be in a later field. */
  readonly odd: boolean;
  /** Whether it ends with a quote itself, so that no other record is needed to end it. */
  readonly ended: boolean;
}

/**
 * Follows a doubtful field to the next quote at the end of a field, where it may have been meant to end. In its own record
 * those are two tables, and it is refused. One that ends with a quote itself is followed no further. Any other is refused for
 * a quote in a later record as well, except where Excel's is the only table: the quotes of the field are pairs, both records are as wide as the first, and together they would make one that is not.
 */
export class QuoteAmbiguity {
  /** What is refused; null as long as nothing is. */
  rejected: AmbiguousField | null = null;
  #field: AmbiguousField | null = null;
  #fieldIsRegular = false;
  /** The column of the quote that may end it, until its record is read; -1 before. */
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

  /** A field in quotes as it should be, and not empty: a quote opened it, so the doubtful field was over. */
  meetQuotedField(): void {
    if (this.#field?.odd === false && this.#closing === -1) this.#field = null;
  }

  /** A quote at the end of a field that none opened, or that has one too many. */
  meetQuoteAtEnd({ row, column }: FieldPlace): void {
    if (this.#field?.row === row) this.rejected = this.#field;
    else if (this.#field !== null && this.#closing === -1) this.#closing = column;
  }

  /** `isRegular`: it is as wide as the first record, and another one. */
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

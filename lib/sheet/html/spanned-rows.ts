/** The width of a sheet in every spreadsheet program of today. */
const MOST_COLUMNS = 16_384;
/** What HTML itself allows of a cell. */
const MOST_SPANNED_ROWS = 65_534;
const MOST_SPANNED_COLUMNS = 1000;

/** Places that were gone over in all tables of a page: what a hostile one could make much of with few bytes. */
export interface Work {
  steps: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Rows below this one that it still covers. */
  left: number;
}

/** Places the cells of a table in rows and columns: a merged cell stands in its first place, the others are "". */
export class SpannedRows {
  readonly rows: string[][] = [];
  merged = 0;
  readonly #work: Work;
  #spans: Span[] = [];
  #row: string[] | null = null;
  #column = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  startRow(): void {
    this.endRow();
    this.#row = [];
    this.rows.push(this.#row);
    this.#column = 0;
    this.#work.steps += 1;
  }

  endRow(): void {
    if (this.#row === null) return;
    this.#row = null;
    this.#work.steps += this.#spans.length;
    for (const span of this.#spans) span.left -= 1;
    this.#spans = this.#spans.filter(({ left }) => left >= 0);
  }

  /** The text of the next cell with how many columns and rows it takes. A cell outside a row begins one. */
  add(text: string, columns: number, rows: number): void {
    if (this.#row === null) this.startRow();
    const row = this.#row;
    if (row === null) return;
    const wide = Math.min(Math.max(columns, 1), MOST_SPANNED_COLUMNS);
    // 0 means "to the end of the table".
    const high = rows === 0 ? MOST_SPANNED_ROWS : Math.min(Math.max(rows, 1), MOST_SPANNED_ROWS);
    if (this.#spans.length > 0) this.#passSpans();
    if (this.#column >= MOST_COLUMNS) return;
    this.#work.steps += this.#column - row.length + 1;
    while (row.length < this.#column) row.push('');
    row.push(text);
    if (wide > 1 || high > 1) this.merged += 1;
    const to = this.#column + wide;
    if (high > 1) this.#spans.push({ from: this.#column, to, left: high - 1 });
    this.#column = to;
  }

  /** Goes on to the first column that no cell of a row above reaches into. */
  #passSpans(): void {
    let moved = true;
    while (moved) {
      moved = false;
      this.#work.steps += this.#spans.length;
      for (const { from, to, left } of this.#spans) {
        if (left < 0 || this.#column < from || this.#column >= to) continue;
        // A span that began in this very row lies to the left.
        this.#column = to;
        moved = true;
      }
    }
  }
}

/** Width of a sheet in every current spreadsheet program. */
const MOST_COLUMNS = 16_384;
/** Limits of HTML for one cell. */
const MOST_SPANNED_ROWS = 65_534;
const MOST_SPANNED_COLUMNS = 1000;

/** Work done for all tables of a page. A hostile page can ask for much work with few bytes. */
export interface Work {
  steps: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Number of rows below this one that it still covers. */
  left: number;
}

/**
 * Places the cells of a table in rows and columns by colspan and rowspan. A merged cell has its
 * text in the first place and "" in the others.
 */
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

  /** Adds the next cell with its colspan and rowspan. A cell outside a row begins one. */
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

  /** Moves to the first column that no cell of a row above covers. */
  #passSpans(): void {
    let moved = true;
    while (moved) {
      moved = false;
      this.#work.steps += this.#spans.length;
      for (const { from, to, left } of this.#spans) {
        if (left < 0 || this.#column < from || this.#column >= to) continue;
        // A span that began in this row is to the left.
        this.#column = to;
        moved = true;
      }
    }
  }
}

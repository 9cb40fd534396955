/** Collects what a cell of a page shows: spaces as a browser shows them, line ends only where the page breaks a line. */
export class CellText {
  #lines: string[] = [];
  #line = '';
  /** Whether a space at this place would be the second one in a row, or the first of a line. */
  #spaced = true;

  /** Text between tags, its entities decoded. `kept`: as written, as within `pre`. */
  add(text: string, kept: boolean): void {
    if (kept) {
      this.#line += text.replace(/\r\n?/g, '\n');
      this.#spaced = false;
      return;
    }
    // Spaces that do not break stay: they are text, and matching ignores them.
    const plain = text.replace(/[ \t\r\n\f]+/g, ' ');
    const shown = this.#spaced && plain.startsWith(' ') ? plain.slice(1) : plain;
    if (shown === '') return;
    this.#line += shown;
    this.#spaced = shown.endsWith(' ');
  }

  /** `<br>`. */
  breakLine(): void {
    this.#lines.push(this.#line);
    this.#line = '';
    this.#spaced = true;
  }

  /** A paragraph or another block begins or ends: a new line, where this one holds something. */
  breakBlock(): void {
    if (this.#line !== '') this.breakLine();
  }

  /** What is shown. A cell of nothing but spaces that do not break is how pages write an empty one. */
  text(): string {
    const shown = [...this.#lines, this.#line].map((line) => line.replace(/ $/, '')).join('\n');
    const text = shown.replace(/^\n+|\n+$/g, '');
    return /^[\s\u00A0]*$/.test(text) ? '' : text;
  }
}

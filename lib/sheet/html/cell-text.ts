/**
 * Collects the text of an HTML cell as a browser shows it: collapsed spaces, and line ends only
 * where the page breaks a line.
 */
export class CellText {
  #lines: string[] = [];
  #line = '';
  /** True where a space would be the second in a row, or the first of a line. */
  #spaced = true;

  /** Adds text between tags, its entities decoded. `kept`: spaces stay as written, as in `pre`. */
  add(text: string, kept: boolean): void {
    if (kept) {
      this.#line += text.replace(/\r\n?/g, '\n');
      this.#spaced = false;
      return;
    }
    // No-break spaces stay. They are text, and matching ignores them.
    const plain = text.replace(/[ \t\r\n\f]+/g, ' ');
    const shown = this.#spaced && plain.startsWith(' ') ? plain.slice(1) : plain;
    if (shown === '') return;
    this.#line += shown;
    this.#spaced = shown.endsWith(' ');
  }

  /** Breaks the line, for `<br>`. */
  breakLine(): void {
    this.#lines.push(this.#line);
    this.#line = '';
    this.#spaced = true;
  }

  /** Begins a new line for a block such as `<p>`, unless this line is empty. */
  breakBlock(): void {
    if (this.#line !== '') this.breakLine();
  }

  /** Text of the cell. Only no-break spaces count as empty, because pages write empty cells so. */
  text(): string {
    const shown = [...this.#lines, this.#line].map((line) => line.replace(/ $/, '')).join('\n');
    // At the end only whole runs are tried: a page may break a million lines within a cell.
    const text = shown.replace(/^\n+|(?<!\n)\n+$/g, '');
    return /^[\s\u00A0]*$/.test(text) ? '' : text;
  }
}

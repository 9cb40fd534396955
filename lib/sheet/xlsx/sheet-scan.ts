import { ERROR, OWN_TEXT } from './cell-store';
import { parseCellReference, MOST_COLUMNS, MOST_ROWS } from './cell-reference';
import { CellWriter } from './cell-writer';
import { parseNumber } from '../xml/parse-number';
import { CellFastPath } from './cell-fast-path';
import { damaged, unsupported } from '../zip/reader-error';
import type { ScanContext } from './scan-context';
import { TextRuns } from '../xml/text-runs';
import { nameCodeOfBytes, nameCodes } from '../xml/name-code';
import { END, MORE, RAW, START, XmlTokenizer } from '../xml/xml-tokenizer';

const [C, V, T, F, R, S] = nameCodes('c', 'v', 't', 'f', 'r', 's');
const [IS, ROW, PHONETIC_RUN] = nameCodes('is', 'row', 'rPh');
const [COL, MIN, MAX, HIDDEN] = nameCodes('col', 'min', 'max', 'hidden');
const [MERGE_CELL, FILTER_COLUMN, SHEET_DATA] = nameCodes('mergeCell', 'filterColumn', 'sheetData');
const [INLINE_STR, STR] = nameCodes('inlineStr', 'str');

/** Types of a cell's value (`t`). */
type ValueType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/**
 * Scans one sheet's XML chunk by chunk into a CellStore, in one pass (ECMA-376 18.3). It reads
 * cells, hidden rows and columns, merged cells and filters, and skips everything else. Throws a
 * ReaderError for what it does not support.
 */
export class SheetScan {
  readonly writer: CellWriter;
  merged = 0;
  hiddenRows = 0;
  hiddenColumns = 0;
  filtered = false;
  formulasWithoutValue = 0;

  readonly #xml = new XmlTokenizer();
  readonly #context: ScanContext;
  readonly #runs = new TextRuns();
  readonly #plain = new CellFastPath();
  #type: ValueType = 'n';
  /** Depth of the current cell, of its `v` or `t`, and of a phonetic run; 0 outside. */
  #cellDepth = 0;
  #textDepth = 0;
  #phoneticDepth = 0;
  #dataSeen = false;
  /**
   * Depth of `sheetData`. Cells elsewhere are none: anchors of drawings have rows and columns too.
   */
  #dataDepth = 0;
  #formula = false;
  #value = false;

  constructor(context: ScanContext) {
    this.#context = context;
    this.writer = new CellWriter(context);
  }

  take(chunk: Uint8Array): void {
    if (this.#xml.feed(chunk)) this.#readAll();
  }

  /** Checks that the XML was complete. */
  finish(): void {
    this.#xml.finish(() => this.#readAll());
    if (!this.#dataSeen) throw unsupported(`the sheet ${this.#context.name} has no rows element`);
  }

  #readAll(): void {
    const xml = this.#xml;
    for (;;) {
      if (this.#dataDepth > 0 && this.#cellDepth === 0) this.#takePlainCells();
      const found = xml.next();
      if (found === MORE) return;
      if (found === START) this.#start();
      else if (found === END) this.#end();
      else if (this.#textDepth > 0 && xml.depth === this.#textDepth) {
        if (found === RAW) this.#runs.addRaw(xml.bytes, xml.from, xml.to);
        else this.#runs.add(xml.bytes, xml.from, xml.to);
      }
    }
  }

  #takePlainCells(): void {
    const xml = this.#xml;
    const { bytes, view } = xml;
    const { writer } = this;
    const cell = this.#plain;
    while (cell.read(bytes, view, xml.at)) {
      const { from, to } = cell;
      writer.row = cell.row;
      writer.column = cell.column;
      xml.at = cell.after;
      if (from === to) continue;
      writer.style(cell.style);
      if (cell.kind === 'shared') writer.shared(cell.value);
      else if (cell.kind === 'number') writer.number(cell.value);
      else if (cell.kind === 'text') writer.plainText(view, from, to);
      else writer.flag(cell.value === 1);
    }
  }

  #start(): void {
    const xml = this.#xml;
    const { name, empty } = xml;
    if (this.#cellDepth > 0) {
      // An extension of the cell (`extLst`) may have elements of the same names, hence the depths.
      // With `t="str"` a formula may have an empty value.
      if (name === V && this.#type === 'str') this.#value = true;
      if (name === V && !empty && xml.depth === this.#cellDepth + 1) {
        this.#textDepth = xml.depth;
        this.#runs.clear();
      } else if (name === F) this.#formula = true;
      else if (name === IS) this.#runs.clear();
      else if (name === PHONETIC_RUN && !empty) this.#phoneticDepth = xml.depth;
      else if (name === T && !empty && this.#phoneticDepth === 0) this.#textDepth = xml.depth;
      return;
    }
    if (this.#dataDepth > 0) {
      if (name === C) this.#startCell(empty);
      else if (name === ROW) this.#startRow();
      return;
    }
    if (name === SHEET_DATA) {
      this.#dataSeen = true;
      if (!empty) this.#dataDepth = xml.depth;
    } else if (name === MERGE_CELL) this.merged += 1;
    else if (name === FILTER_COLUMN) this.filtered = true;
    else if (name === COL && this.#isHidden()) {
      const first = Number(xml.word(MIN) ?? 1);
      const last = Number(xml.word(MAX) ?? first);
      this.hiddenColumns += Math.max(0, Math.min(last, MOST_COLUMNS) - first + 1) || 0;
    }
  }

  #isHidden(): boolean {
    const hidden = this.#xml.word(HIDDEN);
    return hidden === '1' || hidden === 'true';
  }

  #startRow(): void {
    const xml = this.#xml;
    let row = this.writer.row + 1;
    if (xml.attribute(R)) row = parseNumber(xml.bytes, xml.from, xml.to);
    if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) throw damaged('a row outside the sheet');
    this.writer.row = row;
    this.writer.column = -1;
    if (this.#isHidden()) this.hiddenRows += 1;
  }

  #startCell(empty: boolean): void {
    const { writer } = this;
    const xml = this.#xml;
    if (xml.attribute(R)) {
      const place = parseCellReference(xml.bytes, xml.from, xml.to);
      writer.row = Math.floor(place / MOST_COLUMNS);
      writer.column = place % MOST_COLUMNS;
    } else writer.column += 1;
    if (writer.column >= MOST_COLUMNS || writer.row < 1) throw damaged('a cell outside the sheet');
    if (empty) return;
    this.#type = xml.attribute(T) ? this.#valueType() : 'n';
    writer.style(xml.attribute(S) ? parseNumber(xml.bytes, xml.from, xml.to) : 0);
    this.#cellDepth = xml.depth;
    this.#formula = false;
    this.#value = false;
    this.#runs.clear();
  }

  #valueType(): ValueType {
    const { bytes, from, to } = this.#xml;
    if (to - from === 1) {
      const letter = bytes[from];
      if (letter === 115) return 's';
      if (letter === 110) return 'n';
      if (letter === 98) return 'b';
      if (letter === 101) return 'e';
      if (letter === 100) return 'd';
    }
    // Some programs write it in every cell, so no string is made of it.
    const type = nameCodeOfBytes(bytes, from, to);
    if (type === INLINE_STR) return 'inlineStr';
    if (type === STR) return 'str';
    throw unsupported(`a cell of the type ${String(this.#xml.word(T))}`);
  }

  #end(): void {
    const depth = this.#xml.depth + 1;
    if (this.#cellDepth === 0) {
      if (depth === this.#dataDepth) this.#dataDepth = 0;
      return;
    }
    if (depth === this.#textDepth) {
      this.#textDepth = 0;
      if (this.#xml.name === V) this.#endValue();
    } else if (depth === this.#phoneticDepth) this.#phoneticDepth = 0;
    else if (this.#xml.name === IS) {
      if (this.#type === 'inlineStr' && this.#runs.length > 0) {
        this.#value = true;
        this.writer.text(OWN_TEXT, this.#runs);
      }
    } else if (depth === this.#cellDepth) {
      this.#cellDepth = 0;
      this.#textDepth = 0;
      this.#phoneticDepth = 0;
      if (this.#formula && !this.#value) this.formulasWithoutValue += 1;
    }
  }

  /** Writes the value of the cell. An empty one is none. */
  #endValue(): void {
    const { writer } = this;
    const runs = this.#runs;
    if (runs.length === 0) return;
    this.#value = true;
    switch (this.#type) {
      case 'n':
        return writer.number(parseNumber(runs.bytes, 0, runs.length));
      case 's':
        return writer.shared(parseNumber(runs.bytes, 0, runs.length));
      case 'str':
      case 'inlineStr':
        return writer.text(OWN_TEXT, runs);
      case 'e':
        return writer.text(ERROR, runs);
      case 'b':
        return writer.flag(/^(1|true)$/i.test(runs.text().trim()));
      case 'd':
        return writer.day(runs);
    }
  }
}

import { failed, ok, type Result } from '../../result';
import type { Sheet, SheetProblem } from '../cells/sheet';
import { notesOf } from '../cells/sheet-metadata';
import { textSheet } from '../text/text-sheet';
import { CellText } from './cell-text';
import { decodeEntities } from './html-entities';
import { SpannedRows, type Work } from './spanned-rows';

/** Most rows and cells that are placed. 100 MB of ordinary tables have fewer. */
const MOST_STEPS = 10_000_000;
/** Steps that a table costs, however empty: each is a sheet. */
const STEPS_OF_TABLE = 1000;

/** Elements whose content is not shown, or annotates what is shown (`rt`). */
const HIDDEN_ELEMENTS = new Set(['script', 'style', 'title', 'template', 'rt', 'rp', 'noscript']);
const BLOCK_ELEMENTS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
]);

/** An open table. Tables may be nested, as in old page layouts. */
interface OpenTable {
  readonly rows: SpannedRows;
  cell: { readonly text: CellText; readonly columns: number; readonly rows: number } | null;
}

/**
 * Reads the tables of a page as sheets: an export named .xls, or copied cells. Each cell has the
 * text that a browser shows, never a guessed number or date. Works in one pass without a DOM;
 * unclosed tags are closed as in HTML. Empty tables are dropped when another one has content. Fails
 * with `too-many-cells`.
 */
export function readHtml(html: string): Result<readonly Sheet[], SheetProblem> {
  const reading = new HtmlTableReader(html);
  const tables = reading.tables();
  if (tables === null) {
    return failed({ code: 'too-many-cells', sheet: 'Sheet1', cells: MOST_STEPS, limit: MOST_STEPS });
  }
  const sheets = tables.map(({ rows, merged }) => ({
    ...textSheet('', rows),
    notes: notesOf({ ...NO_MARKS, merged }),
  }));
  const filled = sheets.filter(({ rowCount }) => rowCount > 0);
  return ok(
    (filled.length === 0 ? sheets.slice(0, 1) : filled).map((sheet, index) => ({
      ...sheet,
      name: `Sheet${index + 1}`,
    })),
  );
}

const NO_MARKS = {
  hidden: false,
  hiddenRows: 0,
  filteredRows: 0,
  hiddenColumns: 0,
  formulasWithoutValue: 0,
} as const;

class HtmlTableReader {
  readonly #html: string;
  readonly #found: SpannedRows[] = [];
  readonly #open: OpenTable[] = [];
  #kept = false;
  readonly #work: Work = { steps: 0 };

  constructor(html: string) {
    this.#html = html;
  }

  /** Tables in the order of their start tags. Null when they are too much. */
  tables(): readonly SpannedRows[] | null {
    const html = this.#html;
    let at = 0;
    while (at < html.length) {
      const tag = nextTag(html, at);
      this.#text(at, tag);
      if (tag >= html.length) break;
      const end = endOfTag(html, tag);
      at = this.#tag(tag, end);
      if (this.#work.steps > MOST_STEPS) return null;
    }
    while (this.#open.length > 0) this.#closeTable();
    return this.#found;
  }

  #text(from: number, to: number): void {
    const cell = this.#open.at(-1)?.cell;
    if (from >= to || !cell) return;
    cell.text.add(decodeEntities(this.#html.slice(from, to)), this.#kept);
  }

  /** Handles the tag from `start` to `end` and returns where to continue. */
  #tag(start: number, end: number): number {
    const html = this.#html;
    const closing = html[start + 1] === '/';
    const name = nameOf(html, start + (closing ? 2 : 1));
    if (!closing && HIDDEN_ELEMENTS.has(name)) return behindElement(html, name, end);
    const table = this.#open.at(-1);
    if (name === 'table') {
      if (closing) this.#closeTable();
      else this.#openTable();
    } else if (table === undefined) return end;
    else if (name === 'tr') {
      this.#closeCell(table);
      if (closing) table.rows.endRow();
      else table.rows.startRow();
    } else if (name === 'td' || name === 'th') {
      this.#closeCell(table);
      if (!closing) this.#openCell(table, html.slice(start, Math.min(end, start + 4000)));
    } else if (name === 'br') table.cell?.text.breakLine();
    else if (BLOCK_ELEMENTS.has(name)) {
      table.cell?.text.breakBlock();
      if (name === 'pre') this.#kept = !closing;
    }
    return end;
  }

  #openTable(): void {
    this.#work.steps += STEPS_OF_TABLE;
    const rows = new SpannedRows(this.#work);
    this.#found.push(rows);
    this.#open.push({ rows, cell: null });
  }

  #closeTable(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.#closeCell(table);
    table.rows.endRow();
    this.#open.pop();
  }

  #openCell(table: OpenTable, tag: string): void {
    table.cell = { text: new CellText(), columns: spanOf(tag, COLUMNS), rows: spanOf(tag, ROWS) };
  }

  #closeCell(table: OpenTable): void {
    const { cell, rows } = table;
    if (cell === null) return;
    rows.add(cell.text.text(), cell.columns, cell.rows);
    table.cell = null;
    this.#kept = false;
  }
}

/** Finds the next tag: "<" before a letter, "/", "!" or "?". Any other "<" is text. */
function nextTag(html: string, from: number): number {
  let at = html.indexOf('<', from);
  while (at !== -1) {
    if (/[a-z/!?]/i.test(html.charAt(at + 1))) return at;
    at = html.indexOf('<', at + 1);
  }
  return html.length;
}

/**
 * Finds the end of a tag. A ">" within quotes is part of a value. Comments end with "-->". Without
 * an end it is the end of the text.
 */
function endOfTag(html: string, start: number): number {
  const behind = (end: number, length: number) => (end === -1 ? html.length : end + length);
  if (html.startsWith('<!--', start)) return behind(html.indexOf('-->', start + 4), 3);
  if (html[start + 1] === '!' || html[start + 1] === '?') return behind(html.indexOf('>', start), 1);
  for (let at = start + 1; at < html.length; at += 1) {
    const character = html[at];
    if (character === '>') return at + 1;
    // A quote that does not begin a value is a typing error.
    if ((character !== '"' && character !== "'") || !/=\s*$/.test(html.slice(Math.max(start, at - 8), at)))
      continue;
    const close = html.indexOf(character, at + 1);
    if (close === -1) return html.length;
    at = close;
  }
  return html.length;
}

function nameOf(html: string, from: number): string {
  let to = from;
  while (to < html.length && to - from < 20 && /[a-z\d]/i.test(html.charAt(to))) to += 1;
  return html.slice(from, to).toLowerCase();
}

/** Finds the place behind the end tag of an element that is skipped, or the end of the text. */
function behindElement(html: string, name: string, from: number): number {
  const ending = new RegExp(`</${name}\\b`, 'gi');
  ending.lastIndex = from;
  const found = ending.exec(html);
  return found === null ? html.length : endOfTag(html, found.index);
}

const COLUMNS = /\scolspan\s*=\s*["']?\s*(\d{1,9})/i;
const ROWS = /\srowspan\s*=\s*["']?\s*(\d{1,9})/i;

function spanOf(tag: string, pattern: RegExp): number {
  return Number(pattern.exec(tag)?.[1] ?? 1);
}

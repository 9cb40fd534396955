import { CellStore, ERROR, FLAG, ISO_DAY, NUMBER, OWN_TEXT, SHARED_TEXT } from './cell-store';
import { damaged } from '../zip/reader-error';
import type { ScanContext } from './scan-context';
import { serialOfIso } from './serial-of-iso';
import { TextRuns } from '../xml/text-runs';

/**
 * Text of an invalid number ("INF", "1,5"). Excel takes such a file for damaged, and SheetJS reads
 * 1.
 */
const NO_NUMBER = new TextRuns();
NO_NUMBER.add(new TextEncoder().encode('#NUM!'), 0, 5);

/** Writes cells into the store. Throws a ReaderError for a value that its type does not allow. */
export class CellWriter {
  readonly store: CellStore;
  /** Formats that numbers of the sheet use. */
  readonly usedFormats = new Set<number>();
  /** Greatest index of a shared string. */
  mostShared = -1;
  /** Current cell: row from 1, column from 0, format. */
  row = 0;
  column = -1;
  format = 0;
  readonly #context: ScanContext;
  #lastNumberFormat = -1;

  constructor(context: ScanContext) {
    this.#context = context;
    this.store = new CellStore(context.name, context.count);
  }

  /** Sets the format by the index of the cell's style. A missing style has format 0, General. */
  style(style: number): void {
    this.format = this.#context.formatOfStyle[style] ?? 0;
  }

  number(value: number): void {
    if (!Number.isFinite(value)) return this.text(ERROR, NO_NUMBER);
    if (this.format !== this.#lastNumberFormat) {
      this.#lastNumberFormat = this.format;
      this.usedFormats.add(this.format);
    }
    this.#add(NUMBER, value);
  }

  /** Writes a shared string by its index. */
  shared(number: number): void {
    const { shared } = this.#context;
    if (!Number.isInteger(number) || number < 0 || (shared !== null && number >= shared.count)) {
      throw damaged('a cell has a text that is not there');
    }
    const length = shared?.length(number) ?? 1;
    if (length === 0) return;
    this.store.addText(length);
    if (number > this.mostShared) this.mostShared = number;
    this.#add(SHARED_TEXT, number);
  }

  /** Writes a text or an error (`kind`) that may have to be decoded. */
  text(kind: number, runs: TextRuns): void {
    if (runs.length > 0) this.#add(kind, this.#context.texts.intern(runs));
  }

  /** Writes a text whose bytes need no decoding. */
  plainText(bytes: DataView, from: number, to: number): void {
    this.#add(OWN_TEXT, this.#context.texts.internBytes(bytes, from, to));
  }

  flag(on: boolean): void {
    this.#add(FLAG, on ? 1 : 0);
  }

  /** Writes a day by its type (`t="d"`). */
  day(runs: TextRuns): void {
    const serial = serialOfIso(runs.text().trim(), this.#context.system);
    if (serial === null) return this.text(OWN_TEXT, runs);
    this.usedFormats.add(this.format);
    // A time of day alone ("10:10:10") is a number below 1.
    this.#add(serial < 1 ? NUMBER : ISO_DAY, serial);
  }

  #add(kind: number, value: number): void {
    this.store.add(this.row, this.column, kind, this.format, value);
  }
}

import { MOST_COLUMNS, MOST_ROWS } from './cell-reference';
import { parseNumber } from '../xml/parse-number';
import { endOfPlainText, SPACED, hasBytesAt, uint32Of } from '../xml/plain-text';

/** Content of a cell: a number, the index of a shared string, a boolean, or its own text. */
export type FastKind = 'number' | 'shared' | 'flag' | 'text';

const QUOTE = 34;
const LESS = 60;
const GREATER = 62;
/** Stands for a byte behind the end of a chunk. It is no digit and no letter. */
const CUT_OFF = 0;
/** Digits that a double holds exactly. */
const EXACT_DIGITS = 15;
/** Longest markup before and behind the value of a cell. */
const ROOM = 120;

const CELL = uint32Of('<c r');
const STYLE = uint32Of('" s=');
const TYPE = uint32Of('" t=');
const VALUE = uint32Of('"><v');
const INLINE = uint32Of('"><i');
const NOTHING = uint32Of('"/>\0');
const STRING = uint32Of('"str');
const INLINE_STRING = uint32Of('"inl');
const END_OF_VALUE = uint32Of('</v>');
const END_OF_CELL = uint32Of('</c>');
const INLINE_STRING_2 = uint32Of('ineS');
const INLINE_STRING_3 = uint32Of('tr"\0');
const INLINE_TEXT = uint32Of('s><t');
const END_OF_INLINE = [uint32Of('</t>'), uint32Of('</is'), uint32Of('></c')] as const;

/**
 * Reads a whole cell at once in the form that nearly every program writes: `<c r="B7" s="1"
 * t="s"><v>12</v></c>`, without a value, or with `<is><t>text</t></is>`. It halves the time of a
 * large sheet, which is why there is this second way to read a cell. It is strict: any other form
 * (prefixes, formulas, rich text, escapes, spaces, a cell that is cut off) is left to
 * `XmlTokenizer`.
 */
export class CellFastPath {
  /** Row, from 1. */
  row = 0;
  /** Column, from 0. */
  column = 0;
  style = 0;
  kind: FastKind = 'number';
  /** Value of every kind but text. */
  value = 0;
  /** Begin and end of the value's bytes; equal when there is none. */
  from = 0;
  to = 0;
  /** Begin of the next tag. */
  after = 0;

  /**
   * Reads the cell at `start` into the fields. False when there is none of this form. `view` is
   * over the same bytes.
   */
  read(bytes: Uint8Array, view: DataView, start: number): boolean {
    const end = bytes.length - ROOM;
    if (start > end || view.getUint32(start, true) !== CELL) return false;
    if (bytes[start + 4] !== 61 || bytes[start + 5] !== QUOTE) return false;
    let at = start + 6;
    let column = 0;
    let byte = bytes[at] ?? CUT_OFF;
    for (; byte >= 65 && byte <= 90; byte = bytes[at] ?? CUT_OFF) {
      column = column * 26 + byte - 64;
      at += 1;
    }
    let row = 0;
    for (; byte >= 48 && byte <= 57; byte = bytes[at] ?? CUT_OFF) {
      row = row * 10 + byte - 48;
      at += 1;
    }
    if (at > start + 16 || row < 1 || row > MOST_ROWS || column < 1 || column > MOST_COLUMNS) return false;
    let style = 0;
    let kind: FastKind = 'number';
    let next = view.getUint32(at, true);
    // In either order, and each only once.
    for (let count = 0; count < 2 && (next === STYLE || next === TYPE); count += 1) {
      if (bytes[at + 4] !== QUOTE) return false;
      if (next === STYLE) {
        at += 5;
        for (byte = bytes[at] ?? CUT_OFF; byte >= 48 && byte <= 57; byte = bytes[at] ?? CUT_OFF) {
          style = style * 10 + byte - 48;
          at += 1;
        }
        if (at > start + 40) return false;
      } else if (bytes[at + 6] === QUOTE) {
        const type = bytes[at + 5];
        if (type === 115) kind = 'shared';
        else if (type === 98) kind = 'flag';
        else if (type !== 110) return false;
        at += 6;
      } else {
        kind = 'text';
        next = view.getUint32(at + 4, true);
        if (next === STRING) at += 8;
        else if (next === INLINE_STRING && isInlineString(view, at + 8)) at += 14;
        else return false;
      }
      next = view.getUint32(at, true);
    }
    this.row = row;
    this.column = column - 1;
    this.style = style;
    this.kind = kind;
    if (next === VALUE && bytes[at + 4] === GREATER) {
      return kind === 'text' ? this.#readText(bytes, view, at + 5) : this.#readNumber(bytes, view, at + 5);
    }
    if (next === INLINE && kind === 'text') return this.#readInline(bytes, view, at + 4);
    this.from = this.to = at;
    this.after = at + 3;
    return (next & 0xffffff) === NOTHING;
  }

  #readNumber(bytes: Uint8Array, view: DataView, from: number): boolean {
    let value = 0;
    let to = from;
    for (let byte = bytes[to] ?? CUT_OFF; byte >= 48 && byte <= 57; byte = bytes[to] ?? CUT_OFF) {
      value = value * 10 + byte - 48;
      to += 1;
    }
    if (bytes[to] !== LESS || to - from > EXACT_DIGITS) {
      while (to < bytes.length && bytes[to] !== LESS) to += 1;
      value = parseNumber(bytes, from, to);
      if (Number.isNaN(value)) return false;
    }
    this.value = value;
    return this.#endsAt(view, from, to);
  }

  #readText(bytes: Uint8Array, view: DataView, from: number): boolean {
    const to = endOfPlainText(bytes, from);
    return to >= 0 && this.#endsAt(view, from, to);
  }

  #endsAt(view: DataView, from: number, to: number): boolean {
    if (to + 8 > view.byteLength || view.getUint32(to, true) !== END_OF_VALUE) return false;
    this.from = from;
    this.to = to;
    this.after = to + 8;
    return view.getUint32(to + 4, true) === END_OF_CELL;
  }

  #readInline(bytes: Uint8Array, view: DataView, start: number): boolean {
    if (view.getUint32(start, true) !== INLINE_TEXT) return false;
    let from = start + 4;
    if (bytes[from] === 32 && hasBytesAt(SPACED, bytes, from)) from += SPACED.length;
    if (bytes[from] !== GREATER) return false;
    from += 1;
    const to = endOfPlainText(bytes, from);
    if (to < 0 || to + 13 > bytes.length || bytes[to + 12] !== GREATER) return false;
    if (view.getUint32(to, true) !== END_OF_INLINE[0]) return false;
    if (view.getUint32(to + 4, true) !== END_OF_INLINE[1]) return false;
    if (view.getUint32(to + 8, true) !== END_OF_INLINE[2]) return false;
    this.from = from;
    this.to = to;
    this.after = to + 13;
    return true;
  }
}

/** Tells whether the rest of the type "inlineStr" follows. */
function isInlineString(view: DataView, at: number): boolean {
  return (
    view.getUint32(at, true) === INLINE_STRING_2 &&
    (view.getUint32(at + 4, true) & 0xffffff) === INLINE_STRING_3
  );
}

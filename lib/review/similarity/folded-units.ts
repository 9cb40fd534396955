import { foldedWords } from '../../credential/folded-name';

/*
 * Names as numbers: what `foldedWords` makes of each sign by itself, for names in Latin, Greek and
 * Cyrillic letters, which are most. Judging 100,000 changes of name makes no text this way.
 */

/**
 * A sign between words, inside of one without being a letter, or one of which more than itself has
 * to be known.
 */
export const BETWEEN = 0xffff;
export const INSIDE = 0xfffe;
export const UNKNOWN = 0xfffd;
const NOT_ASKED = 0xfffc;

/**
 * Latin, Greek and Cyrillic with their accents. Beyond, signs that stand beside each other may be
 * composed to one.
 */
const folded = new Uint16Array(0x530).fill(NOT_ASKED);

/** 1 for capitals that were asked for. */
const capitals = new Uint8Array(folded.length);
const CAPITAL = /\p{Lu}/u;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const DOT = 0x2e;

/** The letter that a code unit is folded to, or BETWEEN, INSIDE or UNKNOWN. */
export function foldedUnit(unit: number): number {
  const known = folded[unit] ?? UNKNOWN; // beyond the table
  return known === NOT_ASKED ? ask(unit) : known;
}

/** Between two letters it is seen what a sign does. */
function ask(unit: number): number {
  const words = foldedWords(`a${String.fromCharCode(unit)}a`).join(' ');
  const between = words.slice(1, -1);
  const found =
    words === 'a a'
      ? BETWEEN
      : words === 'aa'
        ? INSIDE
        : between.length === 1
          ? between.charCodeAt(0)
          : UNKNOWN;
  folded[unit] = found;
  if (CAPITAL.test(String.fromCharCode(unit))) capitals[unit] = 1;
  return found;
}

/** A name of which letters and words are known. */
export class FoldedName {
  /** Its letters, word after word without anything between them. */
  readonly letters = new Uint16Array(MOST_LETTERS);
  length = 0;
  words = 0;
  /** Letters of the first word. */
  first = 0;
  /** Start of each of its words. */
  readonly starts = new Uint8Array(MOST_LETTERS);
  /**
   * Whether a comma, two capitals in a row, a hyphen or a dot may say what its words are: the
   * family name, a given name of two words, a title.
   */
  needsSigns = false;
  /** The sum of its letters, whatever their order. */
  sum = 0;

  /** Takes a name; false when there is more to it than its signs one by one. */
  take(name: string): boolean {
    if (name.length > MOST_LETTERS) return false;
    let length = 0;
    let sum = 0;
    let isInWord = false;
    let isBehindCapital = 0;
    this.needsSigns = false;
    this.words = 0;
    this.first = 0;
    for (let at = 0; at < name.length; at += 1) {
      const code = name.charCodeAt(at);
      const unit = foldedUnit(code);
      if (unit === UNKNOWN) return false;
      const isCapital = capitals[code] ?? 0; // beyond the table everything is unknown
      if ((isCapital & isBehindCapital) === 1 || code === COMMA || code === HYPHEN || code === DOT)
        this.needsSigns = true;
      isBehindCapital = isCapital;
      if (unit === INSIDE) continue;
      if (unit === BETWEEN) {
        if (isInWord && this.words === 1) this.first = length;
        isInWord = false;
        continue;
      }
      if (!isInWord) {
        this.starts[this.words] = length;
        this.words += 1;
      }
      isInWord = true;
      this.letters[length] = unit;
      length += 1;
      sum += unit;
    }
    if (this.words === 1) this.first = length;
    this.length = length;
    this.sum = sum;
    return true;
  }

  /** The word at a place, from 0. */
  word(at: number): string {
    let word = '';
    for (let letter = this.start(at); letter < this.start(at + 1); letter += 1)
      word += String.fromCharCode(this.letters[letter] ?? 0); // it has so many
    return word;
  }

  /** Start of the word at a place. Behind the last word: the number of letters. */
  start(at: number): number {
    return at < this.words ? (this.starts[at] ?? 0) : this.length;
  }
}

/** Tells whether the words of two names at a place of each are the same. */
export function isSameWord(one: FoldedName, other: FoldedName, at: number, otherAt = at): boolean {
  const [first, end, otherFirst] = [one.start(at), one.start(at + 1), other.start(otherAt)];
  if (other.start(otherAt + 1) - otherFirst !== end - first) return false;
  for (let letter = 0; letter < end - first; letter += 1)
    if (one.letters[first + letter] !== other.letters[otherFirst + letter]) return false;
  return true;
}

const MOST_LETTERS = 128;

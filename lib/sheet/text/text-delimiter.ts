import type { DelimiterReason, TextReading } from '../cells/sheet';
import { splitRecords } from './split-records';
import { countValues, countWholeValues } from './whole-values';

export type Delimiter = TextReading['delimiter'];

/** Usual delimiters, preferred in this order when they divide equally well. */
const USUAL: readonly Delimiter[] = ['\t', ';', ',', '|'];
const SAMPLE = { records: 200, characters: 100_000 };
/** Scores that differ by less count as equal. */
const SAME = 0.02;
/** Weight of the share of all records that are in the table. */
const OF_ALL = 0.2;
/** Weight of delimiters that stand as in prose. */
const OF_PROSE = 0.1;
/** Least share of the records that an unusual sign must divide into equal numbers of fields. */
const NEARLY_ALL = 0.95;
/** Largest number of unusual signs that are tried. A line with more is no header. */
const MOST_SIGNS = 8;

/** How well a delimiter divides the first records. */
interface Division {
  readonly delimiter: Delimiter;
  readonly score: number;
  /** Fields of most records, and the first record that has as many. */
  readonly fields: number;
  readonly start: number;
  /** Share of the records from `start` on that have as many. */
  readonly share: number;
  /** E-mails, links, ids and dates that are whole in a field. */
  readonly whole: number;
}

/**
 * Detects the delimiter of a text by its first records. It is the one that divides most of them
 * into the same number of fields and leaves e-mails, links, ids and dates whole. Of equals a tab is
 * preferred, then the one whose table begins earlier, then the one with more fields.
 *
 * - What stands above the table does not count: "Meeting, May 5" above rows with tabs -> tab.
 * - Commas in prose and numbers count a little less: "King, Ada;1,5" -> semicolon.
 * - Another sign is taken where it divides nearly every record and no usual one divides any.
 * - A comma where none divides: a single column reads the same with any.
 */
export function findDelimiter(text: string): { delimiter: Delimiter; reason: DelimiterReason } {
  const best = bestDivision(text, USUAL) ?? bestDivision(text, unusualSigns(text));
  return best === null
    ? { delimiter: ',', reason: 'single' }
    : { delimiter: best.delimiter, reason: 'regular' };
}

/**
 * The delimiter that divides nearly every one of some lines alike, or null. Such lines are a table
 * that was put into a single column. A column of prose is none: "King, Ada", "Main St 5, Bonn". Nor
 * is one of names: "King,Ada", "Byrne,Bo".
 */
export function delimiterOfLines(lines: readonly string[], chosen?: Delimiter): Delimiter | null {
  const text = lines.join('\n');
  const best = bestDivision(text, chosen === undefined ? USUAL : [chosen]);
  if (best === null || lines.length < 2 || best.share < NEARLY_ALL) return null;
  if (chosen !== undefined) return chosen;
  if (isProse(text, best.delimiter)) return best.whole * 2 >= lines.length ? best.delimiter : null;
  if (best.delimiter === ',' && best.fields === 2 && lines.every(isOfWords)) return null;
  return best.start === 0 || best.fields > 2 ? best.delimiter : null;
}

/** Tells whether a line is of words alone, as in "King,Ada". */
function isOfWords(line: string): boolean {
  return !/[\d@"]/.test(line);
}

/** Tells whether most of the delimiters stand as in prose. */
function isProse(text: string, delimiter: Delimiter): boolean {
  return proseShare(text, delimiter) > 0.5;
}

/**
 * Delimiter of Excel's first line `sep=;`, and where the text begins behind it. Null without such a
 * line. It may be any character but a letter, a digit or a quote. A program that saved the rows
 * again may have padded the line with more of it.
 */
export function statedDelimiter(text: string): { delimiter: Delimiter; end: number } | null {
  const [line, delimiter] =
    /^"?sep=([^\p{L}\p{N}_"\r\n\u{10000}-\u{10FFFF}])"?(?:\1{1,16384}|[ \t]{0,16384})(?:\r\n|\r|\n|$)/iu.exec(
      text,
    ) ?? [];
  return line === undefined || delimiter === undefined ? null : { delimiter, end: line.length };
}

function bestDivision(text: string, delimiters: readonly Delimiter[]): Division | null {
  const values = countValues(text.slice(0, SAMPLE.characters));
  let best: Division | null = null;
  for (const delimiter of delimiters) {
    const division = divide(text, delimiter, values);
    if (division !== null && (best === null || isBetter(division, best))) best = division;
  }
  return best;
}

function isBetter(one: Division, other: Division): boolean {
  if (Math.abs(one.score - other.score) > SAME) return one.score > other.score;
  // The tab is tried first: no prose has it.
  if (other.delimiter === '\t') return false;
  return one.start === other.start ? one.fields > other.fields : one.start < other.start;
}

function divide(text: string, delimiter: Delimiter, values: number): Division | null {
  const records = splitRecords(text, delimiter, SAMPLE);
  const fields = usualWidth(records);
  if (fields < 2) return null;
  const start = records.findIndex(({ length }) => length === fields);
  const table = records.slice(start);
  const alike = table.filter(({ length }) => length === fields).length;
  const whole = table.reduce(
    (sum, record) => sum + record.reduce((all, field) => all + countWholeValues(field), 0),
    0,
  );
  const share = alike / table.length;
  const score =
    share +
    (values === 0 ? 0 : whole / values) +
    (alike / records.length) * OF_ALL -
    proseShare(text, delimiter) * OF_PROSE;
  return { delimiter, score, fields, start, share, whole };
}

/**
 * Number of fields, above one, that most fields are in: a table weighs more than notes above it.
 */
function usualWidth(records: readonly (readonly string[])[]): number {
  const fieldsByWidth = new Map<number, number>();
  for (const { length } of records) {
    if (length > 1) fieldsByWidth.set(length, (fieldsByWidth.get(length) ?? 0) + length);
  }
  let width = 1;
  for (const [length, fields] of fieldsByWidth) {
    if (fields > (fieldsByWidth.get(width) ?? 0)) width = length;
  }
  return width;
}

/**
 * Share of the delimiters that stand as in prose or in a number: before a space, commas in digits.
 */
function proseShare(text: string, delimiter: Delimiter): number {
  const sample = text.slice(0, SAMPLE.characters);
  let all = 0;
  let prose = 0;
  for (let at = sample.indexOf(delimiter); at !== -1; at = sample.indexOf(delimiter, at + 1)) {
    all += 1;
    const [before = '', behind = ''] = [sample[at - 1], sample[at + 1]];
    if (behind === ' ' || (delimiter === ',' && isDigit(before) && isDigit(behind))) prose += 1;
  }
  return all === 0 ? 0 : prose / all;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/**
 * Signs that may be a delimiter though few programs write them ("^", "~", "§", 0x1F): they are in
 * the first line, not at its edges, and no value has them.
 */
function unusualSigns(text: string): readonly Delimiter[] {
  const [first = ''] = splitRecords(text, '\n', { records: 1, characters: SAMPLE.characters })[0] ?? [];
  const signs = new Set(
    first
      .trim()
      .slice(1, -1)
      .match(/[^\p{L}\p{M}\p{N}\p{Cs}\s"'’@._()[\]/\\&+%?!-]/gu) ?? [],
  );
  return [...signs].slice(0, MOST_SIGNS).filter((sign) => {
    const records = splitRecords(text, sign, SAMPLE);
    const width = records[0]?.length ?? 0;
    const alike = records.filter(({ length }) => length === width).length;
    return sign.length === 1 && records.length > 1 && alike >= records.length * NEARLY_ALL;
  });
}

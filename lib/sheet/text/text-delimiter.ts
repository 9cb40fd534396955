import type { TextReading } from '../cells/sheet';

export type Delimiter = TextReading['delimiter'];

/** Delimiters that are tried, preferred in this order when they divide equally well. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',', '|'];
const SAMPLE_RECORDS = 100;
const SAMPLE_CHARACTERS = 200_000;

/**
 * Detects the delimiter that divides most of the first records (outside quotes) into the same
 * number of fields; of equals the one with more fields. A comma when none divides: a single column
 * reads the same with any.
 */
export function findDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; share: number; fields: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { share, fields } = regularity(countFields(text, delimiter));
    if (fields < 2) continue;
    const better =
      best === null || share > best.share + 0.01 || (share > best.share - 0.01 && fields > best.fields);
    if (better) best = { delimiter, share, fields };
  }
  return best?.delimiter ?? ',';
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

/** Most frequent number of fields above one, and the share of records that have it. */
function regularity(counts: readonly number[]): { share: number; fields: number } {
  const records = new Map<number, number>();
  for (const count of counts) records.set(count, (records.get(count) ?? 0) + 1);
  let fields = 1;
  for (const [count, times] of records) {
    if (count < 2) continue;
    const most = records.get(fields) ?? 0;
    if (fields === 1 || times > most || (times === most && count > fields)) fields = count;
  }
  return { share: (records.get(fields) ?? 0) / Math.max(1, counts.length), fields };
}

/** Number of fields of the first non-empty records. A quote opens only at the start of a field. */
function countFields(text: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = [];
  const end = Math.min(text.length, SAMPLE_CHARACTERS);
  let fields = 1;
  let atFieldStart = true;
  let quoted = false;
  let recordStart = 0;
  for (let at = 0; at < end && counts.length < SAMPLE_RECORDS; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (character === '"' && atFieldStart) {
      quoted = true;
      atFieldStart = false;
    } else if (character === delimiter) {
      fields += 1;
      atFieldStart = true;
    } else if (character === '\n' || character === '\r') {
      if (at > recordStart) counts.push(fields);
      fields = 1;
      atFieldStart = true;
      recordStart = at + 1;
    } else {
      atFieldStart = false;
    }
  }
  // A last record that the text ends counts. One that the sample cuts does not.
  if (end === text.length && end > recordStart && counts.length < SAMPLE_RECORDS) counts.push(fields);
  return counts;
}

import type { TextReading } from '../cells/sheet';

export type Delimiter = TextReading['delimiter'];

/** Those that are looked for. In the order in which they are believed when they divide the text equally well. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',', '|'];
const SAMPLE_RECORDS = 100;
const SAMPLE_CHARACTERS = 200_000;

/**
 * The delimiter that divides the first records (outside quotes) into the same number of fields most often; of equals the
 * one that makes more fields. A comma when nothing divides: a single column reads the same with any.
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
 * Excel's own first line `sep=;`: the delimiter, which may be any character but a letter of any alphabet, a digit or a quote, and where the
 * text begins behind it; null when there is none. A program that saved the rows anew has filled up the line with more of it.
 */
export function statedDelimiter(text: string): { delimiter: Delimiter; end: number } | null {
  const [line, delimiter] =
    /^"?sep=([^\p{L}\p{N}_"\r\n\u{10000}-\u{10FFFF}])"?(?:\1{1,16384}|[ \t]{0,16384})(?:\r\n|\r|\n|$)/iu.exec(
      text,
    ) ?? [];
  return line === undefined || delimiter === undefined ? null : { delimiter, end: line.length };
}

/** The most frequent number of fields above one, and the share of records that have it. */
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

/** Fields of each of the first records that is not empty. A quote opens only at the start of a field. */
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
  // The last record counts when the text ends with it; a record that the sample cuts does not.
  if (end === text.length && end > recordStart && counts.length < SAMPLE_RECORDS) counts.push(fields);
  return counts;
}

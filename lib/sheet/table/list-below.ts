import { isHeaderWord } from './header-words';
import { isHeader, type SampledRow } from './sampled-row';
import { matchingText } from '../cells/matching-text';
import { textOf } from '../cells/sheet';

/** Rows below the header of a block that may still be about a meeting, and not a list. */
const MOST_ROWS_OF_BLOCK = 15;
const NAMES_A_PERSON = /name|mail|\bnom\b|prénom|nombre|nome|имя|фамили|姓名|氏名|名前|이름/iu;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Finds a list of people below a block that is about something else, as reports of meetings have
 * it: a few lines or one row with its own header, a blank row, then the list with its header.
 * Null when the found header is that of a list itself. Examples of such a block:
 *
 * - `Meeting | Safety` and `Date | May 5`: no header words.
 * - `Meeting ID,Topic,Start Time` over one row: a header, and a single row below it.
 *
 * Several such blocks may stand above the list. The same header once more is the next page.
 */
export function listBelow(rows: readonly SampledRow[], found: SampledRow): SampledRow | null {
  const sections = sectionsOf(rows);
  const block = sections.find((section) => section.includes(found));
  if (block === undefined) return null;
  const below = block.slice(block.indexOf(found) + 1);
  const isList = hasHeaderWords(found) || (namesPeople(found) && hasEmails(below));
  if (below.length > (isList ? 1 : MOST_ROWS_OF_BLOCK)) return null;
  const header = sections
    .slice(sections.indexOf(block) + 1)
    .map(headerOf)
    .find((one) => one !== null);
  if (header === undefined || textsOf(header).join('\n') === textsOf(found).join('\n')) return null;
  return listBelow(rows, header) ?? header;
}

/** Runs of rows without a blank row between. */
function sectionsOf(rows: readonly SampledRow[]): readonly (readonly SampledRow[])[] {
  const sections: SampledRow[][] = [];
  let before = -1;
  for (const sampled of rows) {
    if (sampled.row === before + 1) sections.at(-1)?.push(sampled);
    else sections.push([sampled]);
    before = sampled.row;
  }
  return sections;
}

/**
 * Header of a section that is a list of people, perhaps below a title of one cell; else null. Two
 * of three show it: its words are those of headers, one names people, there are e-mails below.
 */
function headerOf(section: readonly SampledRow[]): SampledRow | null {
  const at = section.findIndex(({ filled }) => filled.length > 1);
  const header = section[at];
  const below = section.slice(at + 1);
  if (header === undefined || at > 1 || below.length === 0) return null;
  if (!isHeader(header.filled)) return null;
  const shown = [hasHeaderWords(header), namesPeople(header), hasEmails(below)];
  return shown.filter((is) => is).length > 1 ? header : null;
}

function textsOf({ filled }: SampledRow): readonly string[] {
  return filled.map((cell) => matchingText(textOf(cell)));
}

function namesPeople(row: SampledRow): boolean {
  return textsOf(row).some((text) => NAMES_A_PERSON.test(text));
}

function hasEmails([first]: readonly SampledRow[]): boolean {
  return first !== undefined && textsOf(first).some((text) => EMAIL.test(text));
}

function hasHeaderWords(row: SampledRow): boolean {
  const texts = textsOf(row);
  return texts.filter(isHeaderWord).length * 2 >= texts.length;
}

import { readCell } from '../../assign/read/read-cell';
import { tidiedText } from '../../assign/choice/tidy';
import type { AttributeId } from '../../credential/attribute';
import type { Value } from '../../credential/value';
import { textOf } from '../../sheet/cells/sheet';
import { choiceOf } from './corrected-input';
import { literalPattern } from '../similarity/literal-pattern';
import type { Review } from '../cross-row/review';

/** Find and replace in the column of an attribute. */
export interface Replacement {
  readonly attribute: AttributeId;
  readonly find: string;
  readonly replace: string;
  /** The whole cell has to be what is looked for, not only a part of it. */
  readonly wholeCell: boolean;
  readonly matchCase: boolean;
}

/** A cell that a replacement would change. */
export interface ReplacedCell {
  readonly row: number;
  readonly before: string;
  readonly after: string;
}

/** What a replacement would do: how many cells it changes, and the first of them. */
export interface ReplacePreview {
  readonly count: number;
  readonly samples: readonly ReplacedCell[];
  /** The first cell that the grid shows otherwise than the sheet has it, which is what is searched; null when there is none. */
  readonly otherwise: WrittenOtherwise | null;
}

/** A day or a flag as the sheet has it, and as the grid shows it. */
export interface WrittenOtherwise {
  readonly text: string;
  readonly shown: Value;
}

const SAMPLES = 5;

/** The cells of the sheet, corrections included and tidied as they are shown, that a replacement changes, in the order of the rows. */
export function replacedCells({ frame }: Review, replacement: Replacement): readonly ReplacedCell[] {
  const { table, assignment } = frame.input;
  const choice = choiceOf(assignment, replacement.attribute);
  if (choice === undefined || replacement.find === '') return [];
  const replaceIn = replacer(replacement);
  return table.rows.flatMap((row) => {
    const before = tidiedText(table.cell(row, choice.column), choice);
    const after = replaceIn(before);
    return after === before ? [] : [{ row, before, after }];
  });
}

export function previewReplacement(review: Review, replacement: Replacement): ReplacePreview {
  const cells = replacedCells(review, replacement);
  const otherwise = writtenOtherwise(review, replacement.attribute);
  return { count: cells.length, samples: cells.slice(0, SAMPLES), otherwise };
}

/**
 * What is searched is what an editor of the cell opens with, so that what takes its place is read as the rest of its
 * column. To search what the grid shows would put other forms of a day among those of the sheet.
 */
function writtenOtherwise({ frame }: Review, id: AttributeId): WrittenOtherwise | null {
  const { table, assignment, attributes } = frame.input;
  const choice = choiceOf(assignment, id);
  const attribute = attributes.find((of) => of.id === id);
  if (choice === undefined || (attribute?.kind !== 'day' && attribute?.kind !== 'flag')) return null;
  for (const row of table.rows) {
    const cell = table.cell(row, choice.column);
    const reading = readCell(cell, attribute, choice);
    const text = textOf(cell).trim();
    if (reading.kind === 'value' && reading.value !== text) return { text, shown: reading.value };
  }
  return null;
}

/** Text is meant as it stands: no signs of a pattern in what is looked for, none in what takes its place. */
function replacer({ find, replace, wholeCell, matchCase }: Replacement): (text: string) => string {
  const pattern = literalPattern(find, matchCase ? 'g' : 'gi', wholeCell);
  return (text) => text.replace(pattern, () => replace);
}

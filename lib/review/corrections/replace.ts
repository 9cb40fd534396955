import { readCell } from '../../assign/read/read-cell';
import { transformedText } from '../../assign/choice/transform-text';
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

/**
 * The effect of a replacement before it is made: how many cells it changes, and the first of them.
 */
export interface ReplacePreview {
  readonly count: number;
  readonly samples: readonly ReplacedCell[];
  /**
   * The first cell that the grid shows in another form than the sheet, whose text is searched;
   * null: there is none.
   */
  readonly otherwise: WrittenOtherwise | null;
}

/** A day or a flag as the sheet has it, and as the grid shows it. */
export interface WrittenOtherwise {
  readonly text: string;
  readonly shown: Value;
}

const SAMPLES = 5;

/**
 * The cells that a replacement changes, in the order of the rows. Corrections are searched too, and
 * cells as they are tidied.
 */
export function replacedCells({ frame }: Review, replacement: Replacement): readonly ReplacedCell[] {
  const { table, assignment } = frame.input;
  const choice = choiceOf(assignment, replacement.attribute);
  if (choice === undefined || replacement.find === '') return [];
  const replaceIn = replacer(replacement);
  return table.rows.flatMap((row) => {
    const before = transformedText(table.cell(row, choice.column), choice);
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
 * The text that is searched is the one that an editor of the cell opens with, so that its
 * replacement is read as the rest of the column. A search in the texts of the grid would put other
 * forms of a day among those of the sheet.
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

/**
 * Replaces literal text: there are no signs of a pattern in the text that is searched, and none in
 * its replacement.
 */
function replacer({ find, replace, wholeCell, matchCase }: Replacement): (text: string) => string {
  const pattern = literalPattern(find, matchCase ? 'g' : 'gi', wholeCell);
  return (text) => text.replace(pattern, () => replace);
}

import { transformedText } from '../../assign/choice/transform-text';
import { readRowKey } from '../../assign/read/row-key';
import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import type { CountableDifference } from '../terms/countable-difference';
import { itemAt } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import { choiceOf } from './corrected-input';
import {
  stepOfRows,
  withCellExcluded,
  withEdit,
  withRowExcluded,
  type Corrections,
  type CorrectionStep,
  type RowCorrection,
} from './corrections';
import type { CorrectingDecision } from './decision';
import { withDuplicates } from './duplicates';
import { mendedCells } from './mend';
import { replacedCells } from './replace';
import type { Review } from '../cross-row/review';
import type { WrittenSheet } from '../group/review-input';
import { positionsBy } from '../match/match-rows';
import { placesOfShape } from '../view/change-shapes';
import { placesShown } from '../view/review-window';
import { countedWith } from '../view/tally';

/**
 * Makes the step by which a decision of the admin changes the corrections; null when it changes
 * nothing. `written`: the sheet without corrections.
 */
export function correctionStep(
  written: WrittenSheet,
  review: Review,
  corrections: Corrections,
  decision: CorrectingDecision,
): CorrectionStep | null {
  const numbers = written.table.rows;
  const numbersAt = (places: Int32Array) => Array.from(places, (place) => itemAt(numbers, place));
  const exclude = (rows: readonly number[], isExcluded: boolean) =>
    stepOfRows(corrections, isExcluded ? withDuplicates(review, rows) : rows, (before) =>
      withRowExcluded(before, isExcluded),
    );
  const edit = (texts: ReadonlyMap<number, ReadonlyMap<AttributeId, string>>) =>
    stepOfRows(corrections, texts.keys(), (before, row) => {
      let after = before;
      for (const [attribute, text] of texts.get(row) ?? []) {
        const choice = choiceOf(written.assignment, attribute);
        if (choice === undefined) continue; // nothing to edit where no column is assigned
        const cell = written.table.cell(row, choice.column);
        after = withEdit(after, attribute, { written: textOf(cell), text }, transformedText(cell, choice));
      }
      return after.chosen !== null && isOtherKey(review, before, after) && findsSeveral(review, row)
        ? choose(after, null)
        : after;
    });
  switch (decision.kind) {
    case 'exclude':
      return exclude(decision.rows, decision.excluded);
    case 'exclude-shown':
      return exclude(numbersAt(placesShown(review, decision.view)), decision.excluded);
    case 'exclude-finding':
      return exclude(numbersAt(review.crossRow.reported.filter(countedWith(review, decision.code))), true);
    case 'exclude-cell':
      return stepOfRows(corrections, [decision.row], (before) =>
        withCellExcluded(before, decision.attribute, decision.excluded),
      );
    case 'exclude-shape': {
      const { code, attribute, key } = decision;
      const rows = withDuplicates(review, numbersAt(placesOfShape(review, code, attribute, key)));
      return stepOfRows(corrections, rows, (before) => withCellExcluded(before, attribute, true));
    }
    case 'exclude-column':
      return stepOfColumn(corrections, decision.attribute, decision.excluded);
    case 'edit':
      return edit(new Map([[decision.row, new Map([[decision.attribute, decision.text]])]]));
    case 'paste': {
      const shown = placesShown(review, decision.view);
      const isSeen = (row: number, at: number) => numbers[shown[decision.from + at] ?? -1] === row; // fewer rows are shown by now
      if (!decision.rows.every(isSeen)) return null;
      return edit(
        new Map(
          decision.cells.flatMap((cells, offset) => {
            const place = shown[decision.from + offset];
            if (place === undefined) return []; // more rows than there are below
            const texts = decision.attributes.flatMap((attribute, at) => {
              const text = cells[at];
              return text === undefined ? [] : [[attribute, text] as const]; // a shorter line
            });
            return [[itemAt(numbers, place), new Map(texts)] as const];
          }),
        ),
      );
    }
    case 'mend':
      if (decision.code === 'new-address') return stepOfNewAddresses(review, corrections);
      return edit(mendedCells(review, decision.code));
    case 'replace': {
      const { attribute } = decision.replacement;
      const cells = replacedCells(review, decision.replacement);
      return edit(new Map(cells.map(({ row, after }) => [row, new Map([[attribute, after]])])));
    }
    case 'count-cosmetic':
      return stepOfCounted(corrections, decision.cosmetic, decision.counted);
    case 'choose':
      return stepOfRows(corrections, [decision.row], (before) => choose(before, decision.credential));
  }
}

/** Whether a row has another text in its key than before. */
function isOtherKey({ frame }: Review, before: RowCorrection, after: RowCorrection): boolean {
  const textIn = ({ edits }: RowCorrection, id: AttributeId) => edits.get(id)?.text; // undefined: as written
  return frame.columns.key.some(({ attribute: { id } }) => textIn(before, id) !== textIn(after, id));
}

/**
 * Whether the key of a row (its number) finds several credentials. The one that was chosen among
 * them is meant by that key alone: with another key the row may be about anybody.
 *
 * Chosen: the second one of office@x.org; typed then: bo@x.org -> no match, and nobody's e-mail
 * becomes bo@x.org. A choice for a new address, which nobody has, stays when the address is typed
 * again.
 */
function findsSeveral({ frame }: Review, row: number): boolean {
  const { input, columns, index } = frame;
  const text = readRowKey(input.table, row, columns.key);
  return typeof text === 'string' && typeof positionsBy(text, input.group, columns, index) === 'object';
}

/** Gives each row with a new address the credential that it is likely about. */
function stepOfNewAddresses(review: Review, corrections: Corrections): CorrectionStep | null {
  const { table, group } = review.frame.input;
  const isCounted = countedWith(review, 'new-address');
  const chosen = new Map(
    [...review.crossRow.newAddresses]
      .filter(([place]) => isCounted(place))
      .map(([place, position]) => [itemAt(table.rows, place), itemAt(group.all, position).id]),
  );
  return stepOfRows(corrections, chosen.keys(), (before, row) => choose(before, chosen.get(row) ?? null));
}

function stepOfColumn(
  corrections: Corrections,
  attribute: AttributeId,
  isExcluded: boolean,
): CorrectionStep | null {
  const before = corrections.columns;
  if (before.has(attribute) === isExcluded) return null;
  const after = new Set(before);
  if (isExcluded) after.add(attribute);
  else after.delete(attribute);
  return { rows: [], columns: { before, after }, counted: null };
}

function stepOfCounted(
  { counted: before }: Corrections,
  cosmetic: CountableDifference,
  isCounted: boolean,
): CorrectionStep | null {
  if (before.has(cosmetic) === isCounted) return null;
  const after = new Set(before);
  if (isCounted) after.add(cosmetic);
  else after.delete(cosmetic);
  return { rows: [], columns: null, counted: { before, after } };
}

function choose<C extends { readonly chosen: CredentialId | null }>(
  before: C,
  chosen: CredentialId | null,
): C {
  return before.chosen === chosen ? before : { ...before, chosen };
}

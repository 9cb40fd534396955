import { withEditsThatHold } from './carry-corrections';
import { isSameCorrection, type CorrectionStep, type RowCorrection } from './corrections';
import type { ReviewInput } from '../group/review-input';
import { rowNames } from '../match/row-names';

/**
 * The steps of one sheet as steps of another one in which its rows come again, so that what was done before a corrected
 * file came can still be undone. A row is known again by its name, where only one row of each sheet has it; steps of the
 * others are forgotten, and what they did stays. An edit that the new file has overtaken is in no step any more. `before`
 * and `after`: the sheets without corrections.
 */
export function placeSteps(
  before: ReviewInput,
  after: ReviewInput,
  steps: readonly CorrectionStep[],
): readonly CorrectionStep[] {
  if (steps.every(({ rows }) => rows.length === 0)) return steps;
  const names = rowNames(before);
  const [namesBefore, namesAfter] = [onlyOnes(names), onlyOnes(rowNames(after))];
  const rowNow = (row: number) => {
    const name = names.get(row) ?? ''; // every row has one
    return namesBefore.has(name) ? namesAfter.get(name) : undefined;
  };
  return stepsWith(steps, rowNow, (row, correction) => withEditsThatHold(after, row, correction));
}

/** The steps about the rows that theirs are now, with what still holds of each; without those of which nothing is left. */
export function stepsWith(
  steps: readonly CorrectionStep[],
  rowNow: (row: number) => number | undefined,
  whatHolds: (row: number, correction: RowCorrection) => RowCorrection,
): readonly CorrectionStep[] {
  return steps.flatMap((step): readonly CorrectionStep[] => {
    const rows = step.rows.flatMap((of) => {
      const row = rowNow(of.row);
      if (row === undefined) return [];
      const [was, is] = [whatHolds(row, of.before), whatHolds(row, of.after)];
      return isSameCorrection(was, is) ? [] : [{ row, before: was, after: is }];
    });
    const isOfAll = step.columns !== null || step.counted !== undefined;
    return rows.length === 0 && !isOfAll ? [] : [{ ...step, rows }];
  });
}

/** The rows whose name no other row has, by it. */
function onlyOnes(names: ReadonlyMap<number, string>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const shared = new Set<string>();
  for (const [row, name] of names) {
    if (rows.has(name)) shared.add(name);
    rows.set(name, row);
  }
  for (const name of shared) rows.delete(name);
  return rows;
}

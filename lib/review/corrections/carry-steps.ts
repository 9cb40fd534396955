import { withEditsThatHold } from './carry-corrections';
import { isSameCorrection, type CorrectionStep, type RowCorrection } from './corrections';
import type { WrittenSheet } from '../group/review-input';
import { rowNames } from '../match/row-names';

/**
 * Carries the steps of one sheet over to another one that has its rows again, so that work from
 * before a corrected file can still be undone. A row is found by its name, where only one row of
 * each sheet has it; steps of other rows are forgotten, and their effect stays. An edit that the
 * new file has overtaken leaves its step. `before` and `after`: the sheets without corrections.
 */
export function placeSteps(
  before: WrittenSheet,
  after: WrittenSheet,
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

/** The steps with the rows that theirs are now, reduced to what still holds; empty ones go. */
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
    const isOfAll = step.columns !== null || step.counted !== null;
    return rows.length === 0 && !isOfAll ? [] : [{ ...step, rows }];
  });
}

/** The rows whose name no other row has, by that name. */
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

import { withEditsThatHold } from './carry-corrections';
import { isSameCorrection, type CorrectionStep } from './corrections';
import type { ReviewInput } from './review-input';
import { rowNames } from './row-names';

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
  return steps.flatMap((step): readonly CorrectionStep[] => {
    const rows = step.rows.flatMap((of) => {
      const row = rowNow(of.row);
      if (row === undefined) return [];
      const [was, is] = [of.before, of.after].map((correction) => withEditsThatHold(after, row, correction));
      if (was === undefined || is === undefined || isSameCorrection(was, is)) return [];
      return [{ row, before: was, after: is }];
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

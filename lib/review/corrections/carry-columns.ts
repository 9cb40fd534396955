import type { Assignment } from '../../assign/choice/assignment';
import type { AttributeId } from '../../credential/attribute';
import { withEditsThatHold } from './carry-corrections';
import { stepsWith } from './carry-steps';
import { columnOf } from './corrected-input';
import { isNothing, type Corrections, type CorrectionStep, type RowCorrection } from './corrections';
import type { WrittenSheet } from '../group/review-input';

/** The corrections of a sheet, and the steps by which they can be undone and redone. */
export interface CarriedWork {
  readonly corrections: Corrections;
  readonly done: readonly CorrectionStep[];
  readonly undone: readonly CorrectionStep[];
}

/**
 * Carries the corrections of a sheet over to another assignment of its columns. An edit is stored
 * by attribute, and corrects a cell of the column that had the attribute then.
 *
 * - Another column has the attribute now: the edit would hide that column's text. It goes, out of
 *   the steps as well.
 * - No column had the attribute before: the edit holds where the cell has the text that was
 *   corrected.
 *
 * `before` and `after`: the same sheet without corrections.
 */
export function carryToColumns(before: WrittenSheet, after: WrittenSheet, work: CarriedWork): CarriedWork {
  const changed = changedColumns(before.assignment, after.assignment);
  if (changed.size === 0) return work;
  const whatHolds = (row: number, correction: RowCorrection): RowCorrection => {
    if (correction.edits.size === 0) return correction;
    const { edits: held } = withEditsThatHold(after, row, correction);
    const edits = new Map([...held].filter(([attribute]) => changed.get(attribute) !== MOVED));
    return edits.size === correction.edits.size ? correction : { ...correction, edits };
  };
  const { corrections } = work;
  const rows = [...corrections.rows].map(([row, correction]) => [row, whatHolds(row, correction)] as const);
  const steps = (of: readonly CorrectionStep[]) => stepsWith(of, (row) => row, whatHolds);
  return {
    corrections: { ...corrections, rows: new Map(rows.filter(([, correction]) => !isNothing(correction))) },
    done: steps(work.done),
    undone: steps(work.undone),
  };
}

const MOVED = 'moved';
const CAME = 'came';

/** Attributes that moved to another column, or have a column again. */
function changedColumns(before: Assignment, after: Assignment): ReadonlyMap<AttributeId, string> {
  return new Map(
    after.columns.flatMap(({ column, target }): readonly (readonly [AttributeId, string])[] => {
      if (target.kind !== 'attribute') return [];
      const was = columnOf(before, target.id);
      if (was === column) return [];
      return [[target.id, was === null ? CAME : MOVED]];
    }),
  );
}

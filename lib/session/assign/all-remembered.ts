import { rulesOf } from '../../assign/edit/assigned-rules';
import type { AssignmentReport } from '../../rpc/contract/sheet-contract';
import type { AssignState } from './assign-model';

/**
 * Tells whether nothing is left to look at in Assign: every column is as it was remembered for
 * these headers, and every row finds exactly one credential of the whole group. Then Review opens
 * by itself (docs/product.md 2.3). A header that may be a person, and rows that were excluded as
 * totals, are to be seen first.
 */
export function isAllRemembered(
  { restored, assignment, table }: AssignState,
  report: AssignmentReport | null,
): boolean {
  if (restored?.reason.kind !== 'remembered' || report === null) return false;
  // A rule acts on every row: it is to be seen first.
  if (rulesOf(assignment).length > 0) return false;
  if (!report.ofWholeGroup || report.valueInHeader !== null) return false;
  if (table.excluded.some(({ reason }) => reason === 'total')) return false;
  const areSame = assignment.columns.every(({ column, target, blank, write, transform }) => {
    const before = restored.choices.get(column);
    if (before?.blank !== blank || before.write !== write || before.transform !== transform) return false;
    return JSON.stringify(before.target) === JSON.stringify(target);
  });
  const found = report.keys.find(
    ({ key, alsoBy }) => key === assignment.key && alsoBy === (assignment.alsoBy ?? null), // of one column
  );
  const isWhole = found !== undefined && found.rows > 0 && found.matched === found.rows;
  return areSame && isWhole && assignment.key === restored.key;
}

import type { Finding } from '../terms/finding';
import type { JudgedRow } from '../terms/reviewed-row';
import type { MatchedRow, RowRule } from '../terms/matched-row';
import { movesOutsideYear } from '../rules/expiry-outside-year';
import { isRenewal } from '../rules/renewal';
import { CELL_RULES, CHANGE_RULES, MATCH_RULES, ROW_RULES } from '../rules/row-rules';

/** The verdict of the rules about single rows on one of them. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly credits: 0 | 1;
  readonly status: JudgedRow['status'];
}

/** Judges a row by the rules about single rows. `credits`: at most. */
export function applyRowRules(row: MatchedRow): Judgement {
  const findings: Finding[] = [];
  const { match, diff } = row;
  const isUnmatched = match.kind !== 'one';
  const hasCells = diff.unreadable.length > 0 || diff.disagreements.length > 0;
  const hasChanges = diff.fields.length > 0;
  // A row that changes nothing needs no mending, wherever its cells are.
  if (isUnmatched || hasCells || hasChanges) ask(ROW_RULES, row, findings);
  if (isUnmatched) ask(MATCH_RULES, row, findings);
  if (hasCells) ask(CELL_RULES, row, findings);
  if (hasChanges) ask(CHANGE_RULES, row, findings);
  const credits = isRenewal(row) || movesOutsideYear(row) ? 1 : 0;
  return { findings, credits, status: statusOf(row, findings) };
}

function ask(rules: readonly RowRule[], row: MatchedRow, findings: Finding[]): void {
  for (const rule of rules) {
    const found = rule(row);
    for (const finding of found) findings.push(finding);
  }
}

function statusOf(row: MatchedRow, findings: readonly Finding[]): JudgedRow['status'] {
  // Errors come first.
  if (findings[0]?.severity === 'error') return row.match.kind === 'none' ? 'not-matched' : 'error';
  return row.diff.fields.length > 0 ? 'update' : 'unchanged';
}

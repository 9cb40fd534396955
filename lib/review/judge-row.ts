import type { Finding } from './finding';
import type { JudgedRow } from './reviewed-row';
import type { RowInHand } from './row-in-hand';
import { movesOutsideYear } from './rules/expiry-outside-year';
import { isRenewal } from './rules/renewal';
import { ROW_RULES } from './rules/row-rules';

/** What the rules about single rows say of one. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly credits: 0 | 1;
  readonly status: JudgedRow['status'];
}

/** Judges a row by the rules about single rows. */
export function judgeRow(row: RowInHand): Judgement {
  const findings: Finding[] = [];
  for (const rule of ROW_RULES) {
    const found = rule(row);
    if (found.length > 0) findings.push(...found);
  }
  const credits = isRenewal(row) || movesOutsideYear(row) ? 1 : 0;
  return { findings, credits, status: statusOf(row, findings) };
}

function statusOf(row: RowInHand, findings: readonly Finding[]): JudgedRow['status'] {
  if (findings.some(({ severity }) => severity === 'error'))
    return row.match.kind === 'none' ? 'not-matched' : 'error';
  return row.diff.fields.length > 0 ? 'update' : 'unchanged';
}

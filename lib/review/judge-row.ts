import type { Change } from '../credential/change';
import type { Finding } from './finding';
import type { JudgedRow } from './review';
import type { RowInHand } from './row-in-hand';
import { movesOutsideYear } from './rules/expiry-outside-year';
import { isRenewal } from './rules/renewal';
import { ROW_RULES } from './rules/row-rules';

/** Judges a row by the rules about single rows. `who` is shown with it; the matched credential's own name and e-mail. */
export function judgeRow(row: RowInHand, who: JudgedRow['who']): JudgedRow {
  const findings = ROW_RULES.flatMap((rule) => rule(row));
  const credential = row.match.kind === 'one' ? row.match.credential : null;
  const credits = isRenewal(row) || movesOutsideYear(row) ? 1 : 0;
  const status = statusOf(row, findings);
  const change: Change | null =
    credential === null || status !== 'update'
      ? null
      : {
          credential: credential.id,
          row: row.row,
          who: { name: credential.recipientName, email: credential.recipientEmail },
          reference: credential.encodedId ?? credential.uuid,
          fields: row.diff.fields,
          ...(isRenewal(row) && { renews: true }),
          credits,
          expiredOn: credential.expiredOn,
          updatedAt: credential.updatedAt,
        };
  return {
    row: row.row,
    credential: credential?.id ?? null, // not matched
    who,
    status,
    cells: row.diff.cells,
    findings,
    credits,
    change,
  };
}

function statusOf(row: RowInHand, findings: readonly Finding[]): JudgedRow['status'] {
  if (findings.some(({ severity }) => severity === 'error'))
    return row.match.kind === 'none' ? 'not-matched' : 'error';
  return row.diff.fields.length > 0 ? 'update' : 'unchanged';
}

/** A row after more was found about it. With an error it keeps no change: nothing that is wrong can be planned. */
export function withFindings(row: JudgedRow, findings: readonly Finding[]): JudgedRow {
  const hasError = findings.some(({ severity }) => severity === 'error');
  const all = [
    ...findings.filter(isError),
    ...row.findings,
    ...findings.filter((finding) => !isError(finding)),
  ];
  if (!hasError) return { ...row, findings: all };
  return { ...row, findings: all, status: row.status === 'not-matched' ? row.status : 'error', change: null };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

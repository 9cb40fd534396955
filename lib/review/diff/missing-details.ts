import type { CredentialId } from '../../credential/ids';
import { int32At } from '../../element-at';
import { needsDetailOf } from './diff';
import { matchRows } from '../match/match-rows';
import { NOTHING_CORRECTED, type WrittenSheet } from '../group/review-input';
import { withRuledColumns } from '../group/ruled-columns';
import { sheetColumnsOf } from '../match/sheet-columns';

/**
 * Credentials whose detail (description, phone, evidence) has to be read before the sheet can be
 * reviewed: matched by one row at least that says something about it, and not read yet.
 */
export function missingDetails(written: WrittenSheet): readonly CredentialId[] {
  const input = withRuledColumns(written);
  const columns = sheetColumnsOf(input.assignment, input.attributes);
  const asksForDetail =
    columns.evidence.length > 0 || columns.fields.some(({ attribute }) => attribute.needsDetail);
  if (!asksForDetail) return [];
  const positions = matchRows({ ...input, corrected: NOTHING_CORRECTED }, columns);
  const missing = new Set<CredentialId>();
  input.table.rows.forEach((row, index) => {
    const credential = input.group.all[int32At(positions, index)];
    if (credential?.detail === null && needsDetailOf(input.table, row, columns)) missing.add(credential.id);
  });
  return [...missing];
}

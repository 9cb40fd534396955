import type { Join } from '../assign/edit/join';
import type { Change } from '../credential/change';
import { referenceOf } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import { credentialLink } from '../platform/credential-link';
import { credentialsOfRows } from '../review/match/match-rows';
import type { Review } from '../review/cross-row/review';
import { rowRoles } from '../review/plan/skipped-rows';
import type { WrittenRows } from '../sheet/cells/written-cell';
import type { Table } from '../sheet/table/table';
import { resultRows, type ResultWords, type RowResult } from './result-rows';

/** The sheet of a run, as it was when the run was confirmed. */
export interface PlannedSheet {
  /** The table as it was dropped, without joined columns. */
  readonly table: Table;
  readonly joins: readonly Join[];
  readonly review: Review;
  /** The confirmed changes. */
  readonly changes: readonly Change[];
  /** The delimiter of its cells, where it is text. */
  readonly delimiter: string | undefined;
}

/** Makes the rows of a result from the sheet of a run. */
export function sheetResults(
  { table, joins, review, changes }: PlannedSheet,
  results: readonly RowResult[],
  words: ResultWords,
  only: 'all' | 'failed',
): WrittenRows {
  const { input } = review.frame;
  const links = new Map(input.group.all.map((credential) => [credential.id, credential]));
  const linkOf = (id: CredentialId) => {
    const credential = links.get(id);
    return (credential && credentialLink({ reference: referenceOf(credential) }, words.environment)) ?? '';
  };
  const of = { linkOf, credentialOfRow: credentialsOfRows(input), roleOfRow: rowRoles(review) };
  return resultRows({ table, joins, input, changes, ...of }, results, words, only);
}

import type { Credential } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import { textOf } from '../sheet/sheet';
import { diffRow, isUntouched } from './diff';
import { judgeRow } from './judge-row';
import { judgeTogether } from './judge-together';
import { readKey } from './match';
import { matchRows, NONE, type Matches } from './match-rows';
import type { JudgedRow, Review } from './review';
import type { ReviewInput } from './review-input';
import type { RowDiff } from './row-diff';
import type { LocatedGroup, RowMatch, Surroundings } from './row-in-hand';
import { sheetColumnsOf, type SheetColumns } from './sheet-columns';
import { trustedDomainsOf } from './trusted-domains';

const NO_DIFF: RowDiff = { cells: [], fields: [], unreadable: [], disagreements: [], needsDetail: false };

/**
 * Matches every row of a sheet to a credential, compares it field by field and judges it (product.md 2.4). Pure: the
 * same input gives the same review. Linear in rows plus credentials.
 */
export function reviewSheet(input: ReviewInput): Review {
  const { table, credentials } = input;
  const columns = sheetColumnsOf(input.assignment, input.attributes);
  const matches = matchRows(input, columns);
  const surroundings: Surroundings = {
    today: input.today,
    located: input.located ?? new Map<string, LocatedGroup>(), // nobody has looked yet
    trustedDomains: once(() => trustedDomainsOf(credentials)),
  };

  const judged: JudgedRow[] = [];
  const missingDetails = new Set<CredentialId>();
  let untouched = 0;
  table.rows.forEach((row, index) => {
    const position = matches.positions[index] ?? NONE;
    const credential = credentials[position];
    if (credential && matches.hits[position] === 1 && isUntouched(table, row, columns, credential)) {
      untouched += 1;
      return;
    }
    const match: RowMatch = credential
      ? { kind: 'one', credential }
      : unmatched(input, columns, row, matches);
    const diff = credential ? diffRow(table, row, columns, credential) : NO_DIFF;
    if (credential && diff.needsDetail) missingDetails.add(credential.id);
    const key = textOf(table.cell(row, columns.keyColumn)).trim();
    judged.push(judgeRow({ row, match, diff, surroundings }, whoOf(input, columns, row, key, credential)));
  });

  const repeated = new Set<CredentialId>();
  const matched: CredentialId[] = [];
  matches.firstRows.forEach((position) => {
    const credential = credentials[position];
    if (!credential) return;
    matched.push(credential.id);
    if ((matches.hits[position] ?? 0) > 1) repeated.add(credential.id);
  });
  const together = judgeTogether(judged, repeated, {
    credentials,
    attributes: input.attributes,
    matchedRows: matches.matchedRows,
  });
  const told = together.rows.filter(({ status }) => status !== 'unchanged');
  return {
    key: columns.key,
    rows: table.rows.length,
    unchanged: untouched + judged.length - told.length,
    repeatedAlike: together.repeatedAlike,
    told,
    matched,
    missingDetails: [...missingDetails],
    unmatchedKeys: [...matches.unmatched],
  };
}

/** Why a row has not exactly one credential. */
function unmatched({ table }: ReviewInput, columns: SheetColumns, row: number, matches: Matches): RowMatch {
  const cell = table.cell(row, columns.keyColumn);
  const text = readKey(cell, columns.key);
  if (text === null) return { kind: 'key-missing' };
  if (typeof text !== 'string')
    return { kind: 'key-unreadable', code: text.code, text: textOf(cell), attribute: columns.key };
  const credentials = matches.several.get(text);
  return credentials ? { kind: 'several', text, credentials } : { kind: 'none', text };
}

/** Who a row is about: the credential's present name and e-mail, or what the sheet says when there is no credential. */
function whoOf(
  { table }: ReviewInput,
  { nameColumn, emailColumn }: SheetColumns,
  row: number,
  key: string,
  credential: Credential | undefined,
): JudgedRow['who'] {
  if (credential) return { name: credential.recipientName, email: credential.recipientEmail, key };
  const said = (column: number | null) => {
    const text = column === null ? '' : textOf(table.cell(row, column)).trim();
    return text === '' ? null : text;
  };
  return { name: said(nameColumn), email: said(emailColumn), key };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

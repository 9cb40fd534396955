import type { Attribute } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import type { Finding } from './finding';
import { displacedPeople } from './displaced-people';
import { withFindings } from './judge-row';
import type { JudgedRow } from './review';
import { emailTaken } from './rules/email-taken';
import { emailsShifted } from './rules/emails-shifted';
import { manyChanges } from './rules/many-changes';
import { namesShifted } from './rules/names-shifted';
import { peopleSwapped } from './rules/people-swapped';
import { repeated } from './rules/repeated';

/** Rows after the rules about several rows, and which of them only say again what a row above said. */
export interface JudgedTogether {
  readonly rows: readonly JudgedRow[];
  readonly repeatedAlike: readonly number[];
}

/**
 * Judges the rows by the rules about several of them. Each rule sees what the one before left: a row that another one
 * contradicts takes no address, and a row with an error is not among many changes.
 */
export function judgeTogether(
  rows: readonly JudgedRow[],
  repeatedCredentials: ReadonlySet<CredentialId>,
  surroundings: {
    readonly credentials: readonly Credential[];
    readonly attributes: readonly Attribute[];
    readonly matchedRows: number;
  },
): JudgedTogether {
  const { credentials, attributes, matchedRows } = surroundings;
  const groups = groupsOf(rows, repeatedCredentials);
  const contradictions: Finding[] = [];
  const alike = new Set<number>();
  for (const group of groups) {
    const findings = repeated(group, attributes);
    contradictions.push(...findings);
    if (findings.length === 0) for (const { row } of group.slice(1)) alike.add(row);
  }
  const once = withAll(
    rows.filter(({ row }) => !alike.has(row)),
    contradictions,
  );
  const withOwners = withAll(once, emailTaken(once, credentials));
  const { names, emails } = displacedPeople(withOwners, credentials);
  return {
    rows: withAll(withOwners, [
      ...namesShifted(names.shifted),
      ...emailsShifted(emails.shifted),
      ...peopleSwapped(names.swapped, emails.swapped),
      ...manyChanges(withOwners, matchedRows),
    ]),
    repeatedAlike: [...alike].sort((a, b) => a - b),
  };
}

function groupsOf(
  rows: readonly JudgedRow[],
  repeatedCredentials: ReadonlySet<CredentialId>,
): readonly (readonly JudgedRow[])[] {
  if (repeatedCredentials.size === 0) return [];
  const groups = new Map<CredentialId, JudgedRow[]>();
  for (const row of rows) {
    if (row.credential === null || !repeatedCredentials.has(row.credential)) continue;
    const group = groups.get(row.credential);
    if (group) group.push(row);
    else groups.set(row.credential, [row]);
  }
  return [...groups.values()];
}

function withAll(rows: readonly JudgedRow[], findings: readonly Finding[]): readonly JudgedRow[] {
  if (findings.length === 0) return rows;
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) {
    const same = byRow.get(finding.row);
    if (same) same.push(finding);
    else byRow.set(finding.row, [finding]);
  }
  return rows.map((row) => {
    const more = byRow.get(row.row);
    return more ? withFindings(row, more) : row;
  });
}

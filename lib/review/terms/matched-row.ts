import type { UnreadableCode } from '../../assign/read/read-cell';
import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import type { Day } from '../../credential/day';
import type { CredentialId, GroupId } from '../../credential/ids';
import type { AlarmCode, ErrorCode, Finding, FindingFacts, WarningCode } from './finding';
import type { RowDiff } from './row-diff';

/** What became of looking a row's key up. */
export type RowMatch =
  | { readonly kind: 'one'; readonly credential: Credential }
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'several'; readonly text: string; readonly credentials: readonly CredentialId[] }
  | { readonly kind: 'key-missing' }
  | {
      readonly kind: 'key-unreadable';
      readonly code: UnreadableCode;
      readonly text: string;
      readonly attribute: AttributeId;
    };

/** Where a key that matches nothing here was found. */
export interface LocatedGroup {
  readonly groupId: GroupId;
  readonly groupName: string | null;
}

/** What the rules may know besides the row. */
export interface RuleContext {
  readonly today: Day;
  readonly located: ReadonlyMap<string, LocatedGroup>;
  /** Mail domains that are right without doubt: well-known ones, and those that the group has several of. */
  readonly trustedDomains: () => ReadonlySet<string>;
}

/** One row as the rules see it: matched and compared, not judged yet. */
export interface MatchedRow {
  readonly row: number;
  /** How many cells it has more than the header row (Table.wideRows); 0 for nearly all. */
  readonly surplus: number;
  readonly match: RowMatch;
  /** Empty for a row without one credential. */
  readonly diff: RowDiff;
  readonly context: RuleContext;
}

/** A rule about single rows. It gives nothing for a row that is in order. */
export type RowRule = (row: MatchedRow) => readonly Finding[];

export const NOTHING: readonly Finding[] = [];

/** The change of an attribute in this row, or undefined when it stays. */
export function changeOf(row: MatchedRow, attribute: AttributeId): FieldChange | undefined {
  // A plain loop: a dozen rules ask it of every row that changes.
  for (const field of row.diff.fields) if (field.attribute === attribute) return field;
  return undefined;
}

/** An error of a row, or of one cell of it. */
export function errorAt(
  row: number,
  code: ErrorCode,
  attribute: AttributeId | null = null,
  facts: FindingFacts = {},
): Finding {
  return { code, severity: 'error', row, attribute, facts };
}

/** A warning of a row, or of one cell of it. */
export function warningAt(
  row: number,
  code: WarningCode,
  attribute: AttributeId | null = null,
  facts: FindingFacts = {},
): Finding {
  return { code, severity: 'warning', row, attribute, facts };
}

/** Who gives up what a row takes: their rows, and how many rows the alarm is about in all. */
export interface Exchange {
  readonly rows: readonly number[];
  readonly count: number;
}

/** An alarm of a row, naming the rows that have its new value now. */
export function alarmAt(
  row: number,
  code: AlarmCode,
  attribute: AttributeId,
  { rows, count }: Exchange,
): Finding {
  return { code, severity: 'alarm', row, attribute, facts: rows.length === 0 ? { count } : { rows, count } };
}

/** How many rows or credentials a finding names: of 10,000 that share a key nobody reads more. `count` has the number. */
export const NAMED_AT_MOST = 20;

import type { UnreadableCode } from '../../assign/read/read-cell';
import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import type { Day } from '../../credential/day';
import type { CredentialId, GroupId } from '../../credential/ids';
import type { Finding } from './finding';
import type { LikelyDays } from './likely-days';
import type { RowDiff } from './row-diff';

/** The outcome of looking a row's key up. */
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

/**
 * The group in which a key was found that matches nothing here; `groupName` null: only its id is
 * known.
 */
export interface LocatedGroup {
  readonly groupId: GroupId;
  readonly groupName: string | null;
}

/** Everything that a rule may know besides the row. */
export interface RuleContext {
  readonly today: Day;
  /** The days that can be expected, by attribute: none for attributes that are no days. */
  readonly likelyDays: ReadonlyMap<AttributeId, LikelyDays>;
  readonly located: ReadonlyMap<string, LocatedGroup>;
  /** The one attribute that rows are matched by; null where they are matched by two. */
  readonly keyAttribute: AttributeId | null;
  /**
   * The one key of the group that is written otherwise than a text; null for none, and where two
   * would fit.
   */
  readonly meantKey: (text: string) => string | null;
  /**
   * Mail domains that are right without doubt: well-known ones, and those that the group has
   * several of.
   */
  readonly trustedDomains: () => ReadonlySet<string>;
  /** Words that many names of the group begin with, as `wordsOfName` gives them. */
  readonly sharedFirstWords: () => ReadonlySet<string>;
  /** Whether most grades of the group are written with a percent sign. */
  readonly hasPercentGrades: () => boolean;
}

/** One row as the rules see it: matched and compared, not judged yet. */
export interface MatchedRow {
  readonly row: number;
  /** Cells beyond the width of the header row (Table.wideRows); 0 for nearly all rows. */
  readonly surplus: number;
  readonly match: RowMatch;
  /** Empty for a row without one credential. */
  readonly diff: RowDiff;
  readonly context: RuleContext;
}

/**
 * A rule about single rows: gives a finding for each thing that is wrong, none for a row that is in
 * order.
 */
export type RowRule = (row: MatchedRow) => readonly Finding[];

export const NOTHING: readonly Finding[] = [];

/** The change of an attribute in this row, or undefined when it stays. */
export function changeOf(row: MatchedRow, attribute: AttributeId): FieldChange | undefined {
  // A plain loop: a dozen rules ask it of every row that changes.
  for (const field of row.diff.fields) if (field.attribute === attribute) return field;
  return undefined;
}

import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { CredentialId } from '../../credential/ids';
import type { CountableDifference } from '../terms/countable-difference';
import type { Table } from '../../sheet/table/table';
import type { ExportBase } from '../base/export-base';
import type { Group } from './group';
import { NO_EXCLUSIONS, type Exclusions } from '../terms/exclusions';
import type { LocatedGroup } from '../terms/matched-row';

/** A sheet and what it is compared with, before the admin has corrected anything in the review. */
export interface WrittenSheet {
  readonly table: Table;
  /** It has a key. Other columns may still be undecided, and count as skipped. */
  readonly assignment: Assignment;
  readonly attributes: readonly Attribute[];
  /** The credentials that rows are matched to. */
  readonly group: Group;
  readonly today: Day;
  /** The record of the download that the sheet is; missing or null: it is none. */
  readonly base?: ExportBase | null;
  /**
   * The groups in which keys that match nothing here were found, by their text in `unmatchedKeys`.
   * Empty until somebody has looked.
   */
  readonly located: ReadonlyMap<string, LocatedGroup>;
}

/** Corrections that are in no cell of the table. */
export interface Corrected {
  /** The chosen one of several credentials, by the number of the row. */
  readonly chosen: ReadonlyMap<number, CredentialId>;
  readonly exclusions: Exclusions;
  /** Cosmetic differences that count as changes. */
  readonly counted: ReadonlySet<CountableDifference>;
  /** Attributes whose cell the admin typed in a row (its number). */
  readonly editedIn: (row: number) => readonly AttributeId[];
}

export const NOTHING_CORRECTED: Corrected = {
  chosen: new Map(),
  exclusions: NO_EXCLUSIONS,
  counted: new Set(),
  editedIn: () => [],
};

/**
 * Everything that a review is made from: its table has the typed texts in it (see
 * corrected-input.ts).
 */
export interface ReviewInput extends WrittenSheet {
  readonly corrected: Corrected;
}

import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { CredentialId } from '../../credential/ids';
import type { CosmeticDifference } from '../../credential/cosmetic-difference';
import type { Table } from '../../sheet/table/table';
import type { Group } from './group';
import type { Exclusions } from '../terms/exclusions';
import type { LocatedGroup } from '../terms/matched-row';

/** Everything that a review is made from. */
export interface ReviewInput {
  /** The sheet, with the admin's corrections in it (see corrected-input.ts). */
  readonly table: Table;
  /** It has a key. Other columns may still be undecided, and count as skipped. */
  readonly assignment: Assignment;
  readonly attributes: readonly Attribute[];
  /** The credentials that rows are matched to. */
  readonly group: Group;
  readonly today: Day;
  /** The groups in which keys that match nothing here were found, by their text in `unmatchedKeys`. */
  readonly located?: ReadonlyMap<string, LocatedGroup>;
  /** The chosen one of several credentials, by the number of the row. */
  readonly chosen?: ReadonlyMap<number, CredentialId>;
  readonly exclusions?: Exclusions;
  /** Cosmetic differences that count as changes; missing: none. */
  readonly counted?: ReadonlySet<CosmeticDifference>;
  /** Attributes whose cell the admin typed in a row (its number). */
  readonly editedIn?: (row: number) => readonly AttributeId[];
}

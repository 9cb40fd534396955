import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { Day } from '../../credential/day';
import type { CredentialId, GroupId } from '../../credential/ids';
import type { Slight } from '../../credential/slight-difference';
import type { Table } from '../../sheet/table/table';
import type { Exclusions } from './exclusions';
import type { LocatedGroup } from './matched-row';

/** What a review is made from. */
export interface ReviewInput {
  /** The sheet, with the admin's corrections in it (see corrected-input.ts). */
  readonly table: Table;
  /** With a key; every other column may still be undecided, which is as good as skipped. */
  readonly assignment: Assignment;
  readonly attributes: readonly Attribute[];
  /** All credentials of the group. The same list as long as they are the same: what is known of it is kept. */
  readonly credentials: readonly Credential[];
  readonly group: GroupId;
  readonly today: Day;
  /** Where keys that match nothing here were found, by their text in `unmatchedKeys`. */
  readonly located?: ReadonlyMap<string, LocatedGroup>;
  /** Which of several credentials is meant, by the number of the row. */
  readonly chosen?: ReadonlyMap<number, CredentialId>;
  readonly exclusions?: Exclusions;
  /** Slight differences that count as changes; missing: none. */
  readonly counted?: ReadonlySet<Slight>;
  /** Attributes of which the admin typed another text in a row (its number). */
  readonly editedIn?: (row: number) => readonly AttributeId[];
}

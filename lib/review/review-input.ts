import type { Assignment } from '../assign/assignment';
import type { Attribute } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import type { Day } from '../credential/day';
import type { GroupId } from '../credential/ids';
import type { Table } from '../sheet/table';
import type { LocatedGroup } from './row-in-hand';

/** What a review is made from. */
export interface ReviewInput {
  readonly table: Table;
  /** With a key; every other column may still be undecided, which is as good as skipped. */
  readonly assignment: Assignment;
  readonly attributes: readonly Attribute[];
  /** All credentials of the group. */
  readonly credentials: readonly Credential[];
  readonly group: GroupId;
  readonly today: Day;
  /** Where keys that match nothing here were found, by their text in `Review.unmatchedKeys`. */
  readonly located?: ReadonlyMap<string, LocatedGroup>;
}

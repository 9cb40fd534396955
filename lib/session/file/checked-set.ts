import type { CheckedSource } from '../../journal/entry';
import type { SetOrigin } from '../../report/change-set/change-set';
import type { Drift } from '../../run/afterwards/drift';

/** A change set that is checked here. */
export interface CheckedSet {
  readonly source: CheckedSource;
  readonly origin: SetOrigin;
  /** Name of the maker's sheet. */
  readonly fileName: string;
  readonly drift: Drift;
}

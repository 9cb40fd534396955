import { assertNever } from '../assert-never';
import type { Change, FieldChange } from '../credential/change';
import type { Entry, EntryState } from './entry';

/** The fields of an entry that were read back as written. */
export function writtenFields(change: Change, state: EntryState): readonly FieldChange[] {
  switch (state.kind) {
    case 'applied':
      return change.fields;
    case 'not-applied':
      return change.fields.filter(({ attribute }) => !state.fields.includes(attribute));
    case 'conflict':
      return change.fields.filter(({ attribute }) => state.written?.includes(attribute) === true);
    case 'planned':
    case 'sent':
    case 'in-doubt':
    case 'rejected':
    case 'cancelled':
    case 'not-known':
      return [];
    default:
      return assertNever(state);
  }
}

/**
 * How much of a change is written, by what was read back: all of it, a part, or nothing
 * (docs/product.md 2.6). Nothing as long as it is not settled.
 *
 * Examples, of a change of name and grade: applied -> all. The platform ignored the grade -> part.
 * It refused the request -> none.
 */
export function extentOf({ change, state }: Pick<Entry, 'change' | 'state'>): 'all' | 'part' | 'none' {
  if (state.kind === 'applied') return 'all';
  return writtenFields(change, state).length > 0 ? 'part' : 'none';
}

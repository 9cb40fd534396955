import { assertNever } from '../assert-never';
import type { AttributeId } from '../credential/attribute';
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
 * The written fields that had the wanted value before our first request: somebody else has written
 * them. An undo leaves them as they are. A field that a request without an answer was to write
 * counts as ours: nobody can tell (docs/limits.md, After a run).
 */
export function writtenByOthers(state: EntryState): readonly AttributeId[] {
  return state.kind === 'applied' || state.kind === 'not-applied' ? (state.there ?? []) : []; // none
}

/**
 * The fields that surely had the wanted value before anything of ours was sent. After a loss of the
 * journal a request may have left before.
 */
export function thereBeforeUs({ change, state }: Entry): readonly AttributeId[] {
  if (state.kind === 'planned') return change.fields.map(({ attribute }) => attribute);
  if (state.kind !== 'sent' && state.kind !== 'in-doubt') return [];
  return state.before.kind === 'read' ? state.before.there : [];
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

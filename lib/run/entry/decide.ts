import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { GroupId } from '../../credential/ids';
import type { ConflictField, EntryState } from '../../journal/entry';
import { thereBefore, type SettledState } from '../../journal/transitions';
import type { ClearedAs } from '../../platform/write-requests';
import type { FieldState } from './field-state';

/** Decides what to do about an entry whose credential was just read. */
export type Decision =
  | { readonly kind: 'settle'; readonly state: SettledState }
  /**
   * `taken`: an earlier request of this entry changed something, as far as that is known. `there`:
   * fields that had the wanted value before its first request that is known of.
   */
  | {
      readonly kind: 'write';
      readonly fields: readonly FieldChange[];
      readonly clearedAs: ClearedAs;
      readonly taken: boolean;
      readonly there: readonly AttributeId[];
    }
  /**
   * It was sent often enough for now. `left`: its state when it is given up for good; null when no
   * wanted value is there.
   */
  | { readonly kind: 'give-up'; readonly left: SettledState | null };

export interface DecisionFacts {
  readonly state: Exclude<EntryState, SettledState>;
  readonly fields: readonly FieldState[];
  /** The group that was reviewed. */
  readonly group: string;
  /** The group that the credential is in now. */
  readonly groupNow: GroupId;
  /** Whether the run was cancelled: then nothing is written any more. */
  readonly isCancelled: boolean;
  /** The attempts after which the entry is given up. */
  readonly mostAttempts: number;
}

/**
 * Decides what to do about an entry, by the rule of docs/product.md 2.5: what was changed since the
 * review is not overwritten; what is there already is not written; what may have been sent is sent
 * again only when reading shows that it was not taken.
 *
 * Examples, of a change of the grade from A to B:
 * - planned, reads B -> applied, without a request
 * - planned, reads A -> write B; cancelled instead when the run is cancelled
 * - planned, reads C -> conflict
 * - in doubt, reads A -> write B again
 */
export function decide(facts: DecisionFacts): Decision {
  const { state, fields, isCancelled } = facts;
  if (fields.every(({ is }) => is === 'after')) return settle({ kind: 'applied' });
  const ours = perhapsByUs(facts);
  const conflict = conflictOf(facts);
  if (conflict.length > 0) {
    const written = ours.map(({ attribute }) => attribute);
    return settle({ kind: 'conflict', fields: conflict, ...(written.length > 0 && { written }) });
  }
  // Planned, or every request of it was lost: none will be sent any more.
  if (isCancelled && ours.length === 0) return settle({ kind: 'cancelled' });
  const open = fields.filter(({ is }) => is === 'before').map(({ field }) => field);
  if (state.kind === 'planned') {
    const there = fields.filter(({ is }) => is === 'after').map(({ field }) => field.attribute);
    return { kind: 'write', fields: open, clearedAs: null, taken: false, there };
  }
  // One PUT changes its fields together. When one of them is there the PUT was taken, and the
  // platform ignored the others: it would ignore them again. Only the other way of clearing is
  // still to be tried. A restored entry proves nothing: what is there may have been there before,
  // and what is open may never have been sent.
  const isLost = state.before.kind === 'lost';
  const there = isLost ? ours.map(({ attribute }) => attribute) : thereBefore(state.before);
  const isPutTaken = !isLost && provenByUs(facts).some((field) => evidencePartOf(field.attribute) === null);
  const again = open.filter(
    (field) => !isPutTaken || field.after === null || evidencePartOf(field.attribute) !== null,
  );
  const left = { kind: 'not-applied', fields: open.map(({ attribute }) => attribute) } as const;
  if (again.length === 0 || isCancelled) return settle(left);
  if (state.attempt >= facts.mostAttempts) return { kind: 'give-up', left: ours.length > 0 ? left : null };
  return { kind: 'write', fields: again, clearedAs: isPutTaken ? '' : null, taken: ours.length > 0, there };
}

/**
 * The fields that a request of ours has changed: they have the wanted value now, and had not before
 * the first request that is known of.
 */
function provenByUs({ state, fields }: DecisionFacts): readonly FieldChange[] {
  return state.kind === 'planned' ? [] : wantedBut(thereBefore(state.before), fields);
}

/**
 * Those, and after a loss of the journal all that are there: a request of before may have written
 * them, and somebody has to look after them.
 *
 * Example: the expiry was there when a restored entry was sent again, and then somebody changed the
 * name -> a conflict of the name, with the expiry as written.
 */
function perhapsByUs({ state, fields }: DecisionFacts): readonly FieldChange[] {
  if (state.kind === 'planned') return [];
  return wantedBut(state.before.kind === 'read' ? state.before.there : [], fields);
}

function wantedBut(there: readonly AttributeId[], fields: readonly FieldState[]): readonly FieldChange[] {
  return fields
    .filter(({ is, field }) => is === 'after' && !there.includes(field.attribute))
    .map(({ field }) => field);
}

function conflictOf({ fields, group, groupNow }: DecisionFacts): readonly ConflictField[] {
  const changed = fields
    .filter(({ is }) => is === 'other')
    .map(({ field, now }) => ({
      attribute: field.attribute,
      before: field.before,
      now,
      wanted: field.after,
    }));
  if (groupNow === group) return changed;
  // Somebody moved the credential: it is no longer of the group that was reviewed.
  return [{ attribute: 'group-id', before: group, now: groupNow, wanted: group }, ...changed];
}

function settle(state: SettledState): Decision {
  return { kind: 'settle', state };
}

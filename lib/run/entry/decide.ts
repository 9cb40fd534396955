import type { AttributeId } from '../../credential/attribute';
import type { Change, FieldChange } from '../../credential/change';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { GroupId } from '../../credential/ids';
import type { ConflictField, EntryState } from '../../journal/entry';
import { RESTORED, type SettledState } from '../../journal/transitions';
import type { ClearedAs } from '../../platform/write-requests';
import type { FieldState } from './field-state';

/** What is to be done about an entry whose credential was just read. */
export type Decision =
  | { readonly kind: 'settle'; readonly state: SettledState }
  /**
   * `taken`: an earlier request of this entry surely changed something. `there`: fields that had the wanted value before
   * its first request.
   */
  | {
      readonly kind: 'write';
      readonly fields: readonly FieldChange[];
      readonly clearedAs: ClearedAs;
      readonly taken: boolean;
      readonly there: readonly AttributeId[];
    }
  /** It was sent often enough for now. `left`: what it is when it is given up for good and a part of it is there; null: nothing is. */
  | { readonly kind: 'give-up'; readonly left: SettledState | null };

export interface DecisionFacts {
  readonly state: Exclude<EntryState, SettledState>;
  readonly change: Change;
  readonly fields: readonly FieldState[];
  /** The group that was reviewed, and the one that the credential is in now. */
  readonly group: string;
  readonly groupNow: GroupId;
  readonly isCancelled: boolean;
  /** How often it may have been sent before it is given up. */
  readonly mostAttempts: number;
}

/**
 * The rule of the run, docs/product.md 2.5, as one pure function: what moved since the review is not overwritten; what is there
 * already is not written; and what may have been sent is only sent again where reading shows that it was not taken.
 */
export function decide(facts: DecisionFacts): Decision {
  const { state, fields, isCancelled } = facts;
  if (fields.every(({ is }) => is === 'after')) return settle({ kind: 'applied' });
  const done = writtenByUs(facts);
  const conflict = conflictOf(facts);
  if (conflict.length > 0) {
    const written = done.map(({ attribute }) => attribute);
    return settle({ kind: 'conflict', fields: conflict, ...(written.length > 0 && { written }) });
  }
  const open = fields.filter(({ is }) => is === 'before').map(({ field }) => field);
  if (state.kind === 'planned') {
    if (isCancelled) return settle({ kind: 'cancelled' });
    const there = fields.filter(({ is }) => is === 'after').map(({ field }) => field.attribute);
    return { kind: 'write', fields: open, clearedAs: null, taken: false, there };
  }
  // The PUT changes its fields together. If one that it was to change is there it was taken, and the others were left out
  // by the platform: sent again they would be left out again. Only the other way of clearing is still to be tried.
  // One that was restored and not sent since: what is there may have been there before, and what is open never have been sent.
  const isNew = state.restored === true && state.attempt === RESTORED.attempt;
  const there = isNew ? done.map(({ attribute }) => attribute) : (state.there ?? []); // missing: none were
  const isPutTaken = !isNew && done.some((field) => evidencePartOf(field.attribute) === null);
  const again = open.filter(
    (field) => !isPutTaken || field.after === null || evidencePartOf(field.attribute) !== null,
  );
  const left = { kind: 'not-applied', fields: open.map(({ attribute }) => attribute) } as const;
  if (again.length === 0) return settle(left);
  if (isCancelled) return settle(done.length > 0 ? left : { kind: 'cancelled' });
  if (state.attempt >= facts.mostAttempts) return { kind: 'give-up', left: done.length > 0 ? left : null };
  return { kind: 'write', fields: again, clearedAs: isPutTaken ? '' : null, taken: done.length > 0, there };
}

/** Fields that have the wanted value now and had not before our first request: they were changed by one of ours. */
function writtenByUs({ state, fields }: DecisionFacts): readonly FieldChange[] {
  if (state.kind === 'planned') return [];
  const there = state.there ?? []; // missing: none were
  return fields
    .filter(({ is, field }) => is === 'after' && !there.includes(field.attribute))
    .map(({ field }) => field);
}

function conflictOf({ change, fields, group, groupNow }: DecisionFacts): readonly ConflictField[] {
  const moved = fields
    .filter(({ is }) => is === 'other')
    .map(({ field, now }) => ({
      attribute: field.attribute,
      before: field.before,
      now,
      wanted: field.after,
    }));
  if (groupNow === group || change.fields.length === 0) return moved;
  // Somebody moved the credential: it is not of the group that was reviewed.
  return [{ attribute: 'group-id', before: group, now: groupNow, wanted: group }, ...moved];
}

function settle(state: SettledState): Decision {
  return { kind: 'settle', state };
}

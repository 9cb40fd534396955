import type { Attribute, AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { CredentialId } from '../../credential/ids';
import { sameValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import { evidenceItemOf } from '../../platform/evidence-of-change';
import type { ConflictField, Entry } from '../../journal/entry';
import { attributeFinder, fieldStatesOf } from '../entry/field-state';
import { valuesTable, type PresentCredentials, type ValuesRow, type ValuesTable } from './values-table';

/*
 * Decides conflicts by a three-way compare. The run has not overwritten what was changed on the
 * platform since the review (decide.ts). The admin chooses for each such field between the wanted
 * and the present value. The choices go through the review like any other sheet. When the field has
 * another value by then, it is shown again; when it changes later, it is a conflict of the next
 * run.
 */

/** A credential that was not written, or only in part, because somebody changed it. */
export interface Conflict {
  readonly entry: Entry;
  /** The fields in conflict, each with its three values. */
  readonly fields: readonly ConflictField[];
  /**
   * Other fields of the same credential, confirmed and not sent because of the conflict. They go
   * with the decision.
   */
  readonly heldBack: readonly FieldChange[];
  /**
   * False when the credential is in another group now, or the conflict is about evidence, which a
   * choice of values does not describe. Then it is settled on the platform, or by dropping the
   * sheet again.
   */
  readonly canBeSent: boolean;
}

/** The decision about a field. `shown`: the value of the platform that the admin saw. */
export interface DecidedField {
  readonly credential: CredentialId;
  readonly attribute: AttributeId;
  readonly shown: Value;
  readonly send: boolean;
}

/** A field whose value on the platform is not the one that was shown. */
export interface MovedField extends ConflictField {
  readonly credential: CredentialId;
}

/** The result of decisions: fields to be shown again, nothing to send, or a sheet to review. */
export type DecidedSheet =
  | { readonly kind: 'moved'; readonly fields: readonly MovedField[] }
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'sheet' } & ValuesTable);

/**
 * The conflicts among the entries of a run, in their order. `moved`: fields whose value is known to
 * have changed since.
 */
export function conflictsOf(
  entries: readonly Entry[],
  moved: readonly MovedField[] = [],
): readonly Conflict[] {
  const movedOf = byCredential(moved);
  return entries.flatMap((entry) => {
    const { state, change } = entry;
    if (state.kind !== 'conflict') return [];
    const newer = movedOf(entry.credential);
    const isNewer = (id: AttributeId) => newer.some(({ attribute }) => attribute === id);
    const fields = [...state.fields.filter(({ attribute }) => !isNewer(attribute)), ...newer];
    const isIn = (id: AttributeId) => fields.some(({ attribute }) => attribute === id);
    const written = state.written ?? [];
    const heldBack = change.fields.filter(
      ({ attribute }) => !isIn(attribute) && !written.includes(attribute),
    );
    const canBeSent = fields.every(
      ({ attribute }) => attribute !== 'group-id' && evidencePartOf(attribute) === null,
    );
    return [{ entry, fields, heldBack, canBeSent }];
  });
}

/**
 * Makes a sheet of the decided conflicts, against the credentials as they are now (read whole). A
 * credential is in it when all of its fields are decided and at least one is to be sent. Rows keep
 * their numbers of the first sheet.
 */
export function decidedSheet(
  conflicts: readonly Conflict[],
  decided: readonly DecidedField[],
  credentials: PresentCredentials,
  attributes: readonly Attribute[],
  name: string,
): DecidedSheet {
  const moved: MovedField[] = [];
  const rows: ValuesRow[] = [];
  const attributeOf = attributeFinder(attributes.flatMap(({ custom }) => custom ?? []));
  const decidedOf = byCredential(decided);
  for (const { entry, fields, heldBack, canBeSent } of conflicts) {
    const { credential: id, change } = entry;
    const decisions = new Map(decidedOf(id).map((one) => [one.attribute, one]));
    if (!canBeSent || !fields.every(({ attribute }) => decisions.has(attribute))) continue;
    const credential = credentials.get(id);
    if (credential === undefined || credential.detail === null) {
      // The credential left this group: nothing of it can be written.
      moved.push({ credential: id, attribute: 'group-id', before: null, now: null, wanted: null });
      continue;
    }
    const whole = { ...credential, detail: credential.detail };
    const values = new Map<AttributeId, Value>();
    for (const { field, now, is } of fieldStatesOf(change, whole, attributeOf)) {
      const { attribute, before, after: wanted } = field;
      const decision = decisions.get(attribute);
      const isHeldBack = heldBack.some((held) => held.attribute === attribute);
      if (decision === undefined && !isHeldBack) continue; // written already
      const isAsShown =
        decision === undefined ? is !== 'other' : sameValue(attributeOf(attribute), now, decision.shown);
      if (!isAsShown && is !== 'after') moved.push({ credential: id, attribute, before, now, wanted });
      else if (decision?.send !== false) {
        values.set(attribute, wanted);
        for (const [part, value] of urlOf(field, change.fields, whole)) values.set(part, value);
      }
    }
    if (values.size > 0) rows.push({ row: change.row, credential, values });
  }
  if (moved.length > 0) return { kind: 'moved', fields: moved };
  const made = valuesTable(
    rows.toSorted((a, b) => a.row - b.row),
    attributes,
    name,
    credentials,
  );
  return made === null ? { kind: 'nothing' } : { kind: 'sheet', ...made };
}

/** Groups items by their credential: a run may have 100,000 conflicts. */
function byCredential<T extends { readonly credential: CredentialId }>(items: readonly T[]) {
  const groups = new Map<CredentialId, T[]>();
  for (const item of items) {
    const group = groups.get(item.credential);
    if (group === undefined) groups.set(item.credential, [item]);
    else group.push(item);
  }
  return (credential: CredentialId): readonly T[] => groups.get(credential) ?? []; // nothing of it
}

/** The URL of the item that a field describes, by which a sheet names it. */
function urlOf(
  field: FieldChange,
  fields: readonly FieldChange[],
  { detail }: { readonly detail: NonNullable<Credential['detail']> },
): readonly (readonly [AttributeId, Value])[] {
  const part = evidencePartOf(field.attribute);
  if (part === null || part.part === 'url' || field.evidenceId === undefined) return [];
  const item = evidenceItemOf(field, fields, detail.evidence);
  return item === null ? [] : [[`evidence-url-${part.number}`, item.url]];
}

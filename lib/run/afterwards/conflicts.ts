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
 * A conflict, decided. The run wrote nothing over what moved on the platform since the review (decide.ts); here the admin
 * says of each such field whose value is to stand, having seen three: at the review, wanted, on the platform now. What is
 * chosen goes through the review like any other sheet, judged against the platform as it is then. The rule that holds all
 * of it: a choice is about the value that was shown. A field that has another one by the time it is sent for is shown and
 * asked again, and so is one that moves after that (it is a conflict of the next run).
 */

/** A credential of a run that was not written, or not whole, because somebody changed it meanwhile. */
export interface Conflict {
  readonly entry: Entry;
  /** Each with the three values. */
  readonly fields: readonly ConflictField[];
  /** Fields of the same credential that were confirmed and held back because of these; they go with the decision. */
  readonly heldBack: readonly FieldChange[];
  /**
   * False: the credential is in another group now, or it is about evidence, which a choice of values does not describe.
   * It is settled on the platform, or by dropping the sheet again.
   */
  readonly canBeSent: boolean;
}

/** A field about which the admin decided, and the value that was shown as the platform's then. */
export interface DecidedField {
  readonly credential: CredentialId;
  readonly attribute: AttributeId;
  readonly shown: Value;
  readonly send: boolean;
}

/** A field that has another value now than the one that was shown, or that moved only since. */
export interface MovedField extends ConflictField {
  readonly credential: CredentialId;
}

/** What becomes of decisions: to be looked at again, nothing to send, or a sheet to review. */
export type DecidedSheet =
  | { readonly kind: 'moved'; readonly fields: readonly MovedField[] }
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'sheet' } & ValuesTable);

/** The conflicts among the entries of a run, in their order. `moved`: fields whose value is known to be another by now. */
export function conflictsOf(
  entries: readonly Entry[],
  moved: readonly MovedField[] = [],
): readonly Conflict[] {
  return entries.flatMap((entry) => {
    const { state, change } = entry;
    if (state.kind !== 'conflict') return [];
    const newer = moved.filter(({ credential }) => credential === entry.credential);
    const isNewer = (id: AttributeId) => newer.some(({ attribute }) => attribute === id);
    const fields = [...state.fields.filter(({ attribute }) => !isNewer(attribute)), ...newer];
    const isIn = (id: AttributeId) => fields.some(({ attribute }) => attribute === id);
    const written = state.written ?? []; // missing: none was
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
 * The decided conflicts as a sheet of only those, against the credentials as they are now (read whole). A credential is in
 * it when all of its fields are decided and at least one is to be sent. Rows keep their numbers of the first sheet.
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
  for (const { entry, fields, heldBack, canBeSent } of conflicts) {
    const { credential: id, change } = entry;
    const decisions = new Map(
      decided.filter(({ credential }) => credential === id).map((one) => [one.attribute, one]),
    );
    if (!canBeSent || !fields.every(({ attribute }) => decisions.has(attribute))) continue;
    const credential = credentials.get(id);
    if (credential === undefined || credential.detail === null) {
      // Not of this group any more: there is nothing here that could be written to.
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

/** In a sheet a piece of evidence is known by its URL: that of the item which a field describes anew. */
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

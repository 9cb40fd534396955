import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { CredentialId } from '../../credential/ids';
import type { Value } from '../../credential/value';
import { evidenceItemOf } from '../../platform/evidence-of-change';
import type { BaseOrigin, ExportBase } from '../../review/base/export-base';
import { wordingOf } from '../../review/base/wordings';
import type { Table } from '../../sheet/table/table';
import { attributeFinder, fieldStatesOf, searchedFieldStatesOf, type FieldState } from '../entry/field-state';
import type { Drift, MovedSince } from './drift';
import { valuesTable, type PresentCredentials, type ValuesRow } from './values-table';

/** A change set as a sheet, which goes through the same review as any other. */
export interface CheckedSheet {
  readonly table: Table;
  readonly assignment: Assignment;
  /** Values that the maker saw: one that has moved on since is warned of. */
  readonly base: ExportBase;
}

export const MOST_LISTED = 200;

/**
 * Makes a sheet of the changes of a set, and says what has moved since it was made. The sheet is
 * null when nothing of it can be written here. `credentials`: the group's present ones, read whole
 * where a change needs that.
 *
 * Examples, of a change from A to B: now A -> a row. Now C -> a row with a warning, and moved. Now
 * B -> a row without a change. Not in the group -> no row, and gone.
 */
export function checkedSheet(
  changes: readonly Change[],
  origin: BaseOrigin,
  credentials: PresentCredentials,
  attributes: readonly Attribute[],
  name: string,
): { readonly sheet: CheckedSheet | null; readonly drift: Drift } {
  const known = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const attributeOf = attributeFinder(attributes.flatMap(({ custom }) => custom ?? []));
  const rows: ValuesRow[] = [];
  const fields: MovedSince[] = [];
  const gone: Drift['gone'][number][] = [];
  let [moved, already, cannot] = [0, 0, 0];
  for (const change of changes) {
    const { row } = change;
    const who = change.who.name ?? change.who.email ?? change.credential;
    const credential = credentials.get(change.credential);
    if (credential === undefined) {
      gone.push({ row, who });
      continue;
    }
    const states = statesOf(change, credential, attributeOf);
    const others = states.filter(({ is }) => is === 'other');
    if (others.length > 0) moved += 1;
    if (states.every(({ is }) => is === 'after')) already += 1;
    for (const { field, now } of others)
      if (fields.length < MOST_LISTED) fields.push({ row, who, ...field, now });
    const writable = change.fields.filter(({ attribute }) => known.has(attribute));
    cannot += change.fields.length - writable.length;
    const values = new Map<AttributeId, Value>();
    for (const { attribute, after } of writable) values.set(attribute, after);
    for (const [attribute, url] of describedUrls(change, credential)) values.set(attribute, url);
    if (values.size > 0) rows.push({ row, credential, values });
  }
  const inOrder = rows.toSorted((a, b) => a.row - b.row);
  const made = valuesTable(inOrder, attributes, name, credentials);
  const drift = { changes: changes.length, moved, fields, already, gone, cannot: cannot + (made?.left ?? 0) };
  if (made === null) return { sheet: null, drift };
  const { table, assignment } = made;
  return { sheet: { table, assignment, base: baseOf(changes, origin, attributeOf) }, drift };
}

/** The states of the fields, as far as the credential was read. */
function statesOf(
  change: Change,
  credential: Credential,
  attributeOf: (id: AttributeId) => Attribute,
): readonly FieldState[] {
  const { detail } = credential;
  return detail === null
    ? searchedFieldStatesOf(change, credential, attributeOf)
    : fieldStatesOf(change, { ...credential, detail }, attributeOf);
}

/**
 * The addresses of items that only get another description: a sheet names an item by its address.
 */
function describedUrls(change: Change, { detail }: Credential): ReadonlyMap<AttributeId, Value> {
  const urls = new Map<AttributeId, Value>();
  for (const field of change.fields) {
    const part = evidencePartOf(field.attribute);
    if (part?.part !== 'description' || field.evidenceId === undefined || detail === null) continue;
    const item = evidenceItemOf(field, change.fields, detail.evidence);
    if (item !== null) urls.set(`evidence-url-${part.number}`, item.url);
  }
  return urls;
}

/**
 * The values that the maker saw, as a download would have noted them. A change of spaces or letter
 * case has none: both of its values have one wording.
 */
function baseOf(
  changes: readonly Change[],
  origin: BaseOrigin,
  attributeOf: (id: AttributeId) => Attribute,
): ExportBase {
  const seen = new Map<CredentialId, ReadonlyMap<AttributeId, string>>();
  for (const { credential, fields } of changes) {
    const wordings = new Map<AttributeId, string>();
    for (const { attribute: id, before, after } of fields) {
      const attribute = attributeOf(id);
      const [was, wanted] = [wordingOf(attribute, before), wordingOf(attribute, after)];
      if (was !== wanted) wordings.set(id, was);
    }
    seen.set(credential, wordings);
  }
  return {
    origin,
    columns: [],
    credentials: seen.size,
    cellOf(credential, attribute) {
      const was = seen.get(credential)?.get(attribute);
      return was === undefined ? null : { is: (wording) => wording === was };
    },
  };
}

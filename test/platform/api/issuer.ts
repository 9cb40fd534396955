import { sees } from '../access/caller';
import { isFields, type Fields } from '../rules/field-reader';
import type { Group } from '../state/schema';
import { json, type Answer } from './answer';
import type { ApiContext } from './context';
import { noSuchGroup, type Json } from './errors';
import { paged } from './paging';

/** The record without the fields that no documented answer has. */
function without<T extends object, Key extends keyof T & string>(record: T, key: Key): Omit<T, Key> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as Omit<T, Key>;
}

/** GET /v1/issuer/details; `certificate_left` is the credit balance (D). */
export function viewIssuer({ store }: ApiContext): Answer {
  return json({ issuer: without(store.issuer(), 'description') });
}

/**
 * A group as documented. Whether it allows duplicates can be written, and is in no documented
 * answer.
 */
function groupShape(group: Group, { switches }: ApiContext): Json {
  const shown = without(group, 'allow_duplicate_credentials');
  return switches.ids === 'strings' ? { ...shown, id: String(group.id) } : shown;
}

/** GET /v1/issuer/groups/{group_id}. */
export function viewGroup(id: string, context: ApiContext): Answer {
  const group = context.store.group(Number(id));
  return group !== undefined && sees(context.caller, group.department_id)
    ? json({ group: groupShape(group, context) })
    : noSuchGroup;
}

const within = (text: string, part: unknown): boolean =>
  typeof part !== 'string' || text.toLowerCase().includes(part.toLowerCase());

/** Whether the group fits the search. Days are those of `updated_at`, both ends included (I). */
function groupFits(group: Group, asked: Fields): boolean {
  const { ids, meta_data: metaData, start_updated_date: start, end_updated_date: end } = asked;
  const updated = group.updated_at.slice(0, 10);
  return (
    (!Array.isArray(ids) || ids.map(Number).includes(group.id)) &&
    within(group.name, asked['name']) &&
    within(group.course_name, asked['course_name']) &&
    (!isFields(metaData) ||
      Object.entries(metaData).every(([key, value]) => group.meta_data[key] === value)) &&
    (typeof start !== 'string' || updated >= start) &&
    (typeof end !== 'string' || updated <= end)
  );
}

/** POST /v1/issuer/groups/search. */
export function searchGroups(body: unknown, context: ApiContext): Answer {
  const asked = isFields(body) ? body : {};
  const fitting = context.store.groups.filter(
    (group) => sees(context.caller, group.department_id) && groupFits(group, asked),
  );
  const { items, meta } = paged(fitting, asked);
  return json({ groups: items.map((group) => groupShape(group, context)), meta });
}

/**
 * POST /v1/attribute_keys/search: the custom attributes, by name (in part), kind and department.
 */
export function searchAttributeKeys(body: unknown, { store, caller, switches }: ApiContext): Answer {
  const asked = isFields(body) ? body : {};
  const { kind, department_id: department } = asked;
  const fitting = store.attributeKeys.filter(
    (key) =>
      sees(caller, key.department_id) &&
      within(key.name, asked['name']) &&
      (kind === undefined || kind === key.kind) &&
      (department === undefined || Number(department) === key.department_id),
  );
  const { items, meta } = paged(fitting, asked);
  const keys = items.map((key) => ({ ...key, id: switches.ids === 'strings' ? String(key.id) : key.id }));
  return json({ attribute_keys: keys, meta });
}

import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import type { GroupPage } from '../../platform/environment';
import { z } from '../../zod';
import { headersSchema, pageSchema } from '../contract/page-schema';
import type { SheetOfMapping } from '../contract/remembered';
import { savedMappingSchema } from '../contract/saved-mapping-schema';

/** A saved mapping with the sheet that it is for. A version before 0.3 did not note that. */
export interface StoredMapping extends SavedMapping {
  readonly of?: SheetOfMapping;
}

/**
 * The storage of saved mappings on this computer, by name. An older version may have written what
 * it gives.
 */
export interface AssignmentStore {
  get(name: string): Promise<unknown>;
  put(name: string, assignment: StoredMapping): Promise<void>;
  forget(name: string): Promise<void>;
  /** Lists all, each with an id of 32 hexadecimal digits that says nothing of its name. */
  list(): Promise<readonly { readonly id: string; readonly value: unknown }[]>;
  /** The same as `put` and `forget`, by the id. */
  putAs(id: string, assignment: StoredMapping): Promise<void>;
  forgetAs(id: string): Promise<void>;
}

/** The name of a saved mapping: environment, group, and the fingerprint of the sheet's headers. */
export function assignmentName({ environment, groupId }: GroupPage, headers: string): string {
  return `assignment:${environment}:${groupId}:${headers}`;
}

/** Reads a saved mapping; null when there is none, or none that this version can read. */
export async function readAssignment(store: AssignmentStore, name: string): Promise<SavedMapping | null> {
  const parsed = savedMappingSchema.safeParse(await store.get(name));
  return parsed.success ? parsed.data : null;
}

const ofSchema = z.object({ of: z.object({ page: pageSchema, headers: headersSchema }) });

/** Saves a mapping for the sheets of a group that have these headers. */
export function saveAssignment(
  store: AssignmentStore,
  of: SheetOfMapping,
  assignment: SavedMapping,
): Promise<void> {
  return store.put(assignmentName(of.page, of.headers), { ...assignment, of });
}

/** Lists the saved mappings that this version can read, the latest first. */
export async function listAssignments(
  store: AssignmentStore,
): Promise<
  readonly { readonly id: string; readonly of: SheetOfMapping | null; readonly assignment: SavedMapping }[]
> {
  const found = (await store.list()).flatMap(({ id, value }) => {
    const assignment = savedMappingSchema.safeParse(value);
    if (!assignment.success) return [];
    const noted = ofSchema.safeParse(value);
    return [{ id, of: noted.success ? noted.data.of : null, assignment: assignment.data }];
  });
  return found.toSorted((a, b) => b.assignment.day.localeCompare(a.assignment.day));
}

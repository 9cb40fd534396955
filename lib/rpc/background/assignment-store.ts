import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import type { GroupPage } from '../../platform/environment';
import { ok } from '../../result';
import type { CommandHandlers } from '../contract/background-contract';
import { savedMappingSchema } from '../contract/saved-mapping-schema';

/**
 * The storage of saved mappings on this computer, by name. An older version may have written what
 * `get` gives.
 */
export interface AssignmentStore {
  get(name: string): Promise<unknown>;
  put(name: string, assignment: SavedMapping): Promise<void>;
  forget(name: string): Promise<void>;
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

/** The handlers of the commands about saved mappings. */
export function assignmentHandlers(store: AssignmentStore) {
  return {
    'recall-assignment': async ({ page, headers }) =>
      ok(await readAssignment(store, assignmentName(page, headers))),
    'remember-assignment': async ({ page, headers, assignment }) => {
      await store.put(assignmentName(page, headers), assignment);
      return ok(null);
    },
    'forget-assignment': async ({ page, headers }) => {
      await store.forget(assignmentName(page, headers));
      return ok(null);
    },
  } satisfies Partial<CommandHandlers>;
}

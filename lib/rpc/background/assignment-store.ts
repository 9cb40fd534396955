import type { RememberedAssignment } from '../../assign/remember/remembered';
import type { GroupPage } from '../../platform/environment';
import { savedMappingSchema } from './saved-mapping-schema';

/** Where assignments are kept on this computer, by name. What it gives back may be of an older version of ours. */
export interface AssignmentStore {
  get(name: string): Promise<unknown>;
  put(name: string, assignment: RememberedAssignment): Promise<void>;
  forget(name: string): Promise<void>;
}

/** Under which name an assignment is kept: by environment, group and the fingerprint of its headers. */
export function assignmentName({ environment, groupId }: GroupPage, headers: string): string {
  return `assignment:${environment}:${groupId}:${headers}`;
}

/** What is kept under a name; null when nothing is, or nothing that can be read any more. */
export async function readAssignment(
  store: AssignmentStore,
  name: string,
): Promise<RememberedAssignment | null> {
  const parsed = savedMappingSchema.safeParse(await store.get(name));
  return parsed.success ? parsed.data : null;
}

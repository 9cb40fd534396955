import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import type { GroupPage } from '../../platform/environment';
import type { BackgroundClient } from '../../rpc/client/background-client';

/** Mappings that were saved for this group, by the fingerprint of their headers. */
export interface AssignmentMemory {
  read(headers: string): Promise<SavedMapping | null>;
  save(headers: string, assignment: SavedMapping): Promise<void>;
  forget(headers: string): Promise<void>;
}

/** They are kept by the background: the panel has no storage of its own (docs/architecture.md). */
export function assignmentMemory(page: GroupPage, background: BackgroundClient): AssignmentMemory {
  return {
    async read(headers) {
      const found = await background.call({ kind: 'recall-assignment', page, headers });
      return found.ok ? found.value : null;
    },
    async save(headers, assignment) {
      await background.call({
        kind: 'remember-assignment',
        page,
        headers,
        assignment,
      });
    },
    async forget(headers) {
      await background.call({ kind: 'forget-assignment', page, headers });
    },
  };
}

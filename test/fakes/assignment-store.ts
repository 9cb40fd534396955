import type { AssignmentStore } from '../../lib/rpc/background/assignment-store';

/** A store in memory. Like the browser's it gives back plain copies. */
export function memoryAssignments(kept = new Map<string, unknown>()): AssignmentStore {
  return {
    get: (name) => Promise.resolve(structuredClone(kept.get(name))),
    put: (name, assignment) => Promise.resolve(void kept.set(name, structuredClone(assignment))),
    forget: (name) => Promise.resolve(void kept.delete(name)),
  };
}

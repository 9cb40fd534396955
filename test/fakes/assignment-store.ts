import { createHash } from 'node:crypto';
import type { AssignmentStore } from '../../lib/rpc/background/assignment-store';

/** A store in memory. Like the browser's it gives back plain copies. */
export function memoryAssignments(kept = new Map<string, unknown>()): AssignmentStore {
  const names = () => [...kept.keys()].filter((name) => name.startsWith('assignment:'));
  const named = (id: string) => names().find((name) => idOf(name) === id) ?? `assignment:${id}`; // a new one
  return {
    get: (name) => Promise.resolve(structuredClone(kept.get(name))),
    put: (name, assignment) => Promise.resolve(void kept.set(name, structuredClone(assignment))),
    forget: (name) => Promise.resolve(void kept.delete(name)),
    list: () =>
      Promise.resolve(names().map((name) => ({ id: idOf(name), value: structuredClone(kept.get(name)) }))),
    putAs: (id, assignment) => Promise.resolve(void kept.set(named(id), structuredClone(assignment))),
    forgetAs: (id) => Promise.resolve(void kept.delete(named(id))),
  };
}

function idOf(name: string): string {
  return createHash('md5').update(name).digest('hex');
}

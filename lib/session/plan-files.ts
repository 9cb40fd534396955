import type { Connection } from '../platform/connection';
import type { FileModel } from './file/file-model';
import type { Session, SessionDeps } from './session';
import type { WorkStore } from './state/work-store';

interface PlanFilesDeps extends SessionDeps {
  readonly connected: () => Connection | null;
  readonly file: FileModel;
  readonly work: WorkStore;
}

/**
 * Makes files of the plan that waits for the last word. Few admins ask for them: how they are made
 * is a script of its own, which is read then.
 */
export function createPlanFiles(deps: PlanFilesDeps): Pick<Session, 'rehearse' | 'backup'> {
  const { connected, file, work } = deps;
  const asked = () => {
    const [now, open, connection] = [work.now.peek(), file.phase.peek(), connected()];
    if (now.kind !== 'confirmed' || open.kind !== 'open' || connection === null) return null;
    return { facts: now.facts, of: { connection, fileName: open.name } };
  };
  return {
    async rehearse(onDone) {
      const now = asked();
      if (now === null) return null;
      const { makeRehearsal } = await import('./run/make-rehearsal');
      return makeRehearsal(deps, now.facts, now.of, onDone);
    },
    async backup(words) {
      const now = asked();
      if (now === null) return null;
      const { makeBackup } = await import('./run/make-backup');
      return makeBackup(deps, now.facts, now.of.connection, words);
    },
  };
}

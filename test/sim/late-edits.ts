import type { Trouble } from './case';
import { credentialOf } from './sent-fields';
import type { LateEdit, SentRequest } from './watch';

/** Counts the readings of each credential, and says which edits come because of one. */
export interface LateEdits {
  because(request: SentRequest, body: string): readonly LateEdit[];
}

export function createLateEdits(troubles: readonly Trouble[]): LateEdits {
  const edits = troubles.filter((trouble) => trouble.kind === 'late-edit');
  const seen = new Map<LateEdit, number>();

  return {
    because({ method, path }, body) {
      const one = method === 'GET' ? credentialOf(path) : null;
      const isSearch = path.endsWith('/credentials/search');
      if (edits.length === 0 || (one === null && !isSearch)) return [];
      return edits.filter((edit) => {
        if (isSearch ? !body.includes(`"id":${edit.credential},`) : one !== edit.credential) return false;
        const nth = seen.get(edit) ?? 0;
        seen.set(edit, nth + 1);
        return nth === edit.nth;
      });
    },
  };
}

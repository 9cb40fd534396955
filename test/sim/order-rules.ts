import type { EntryState } from '../../lib/journal/entry';
import { credentialOf } from './sent-fields';
import type { SentRequest } from './watch';

/*
 * What must have happened before a write leaves (docs/product.md 2.5): its intent is on the disk,
 * and none before it may still arrive. That a request can be late for so long only is said in
 * docs/limits.md, During a run; the network keeps to it.
 */

export interface OrderRules {
  /** The answer is called once the request has arrived, or never will. */
  onItsWay(request: SentRequest): () => void;
  noted(credential: string, state: EntryState['kind']): void;
  /** Whether the journal says that the entry of this credential is there, at least in part. */
  isTaken(credential: string): boolean;
  forgetNotes(): void;
  leaves(request: SentRequest): void;
}

export function createOrderRules(violated: (rule: string, words: string) => void): OrderRules {
  /** Writes of each credential that may still arrive. */
  const underWay = new Map<string, Set<SentRequest>>();
  const states = new Map<string, EntryState['kind']>();

  return {
    onItsWay(request) {
      const id = credentialOf(request.path);
      if (id === null || request.method === 'GET') return () => undefined;
      const its = underWay.get(id) ?? new Set();
      underWay.set(id, its);
      its.add(request);
      return () => its.delete(request);
    },
    noted: (credential, state) => void states.set(credential, state),
    isTaken(credential) {
      const state = states.get(credential);
      return state === 'applied' || state === 'not-applied';
    },
    forgetNotes: () => states.clear(),
    leaves(request) {
      const { method, path, nth } = request;
      const id = credentialOf(path);
      if (id === null || method === 'GET') return;
      const [earlier] = [...(underWay.get(id) ?? [])].filter((one) => one !== request);
      if (earlier !== undefined)
        violated('nothing is sent while an earlier request may arrive', `#${nth} after #${earlier.nth}`);
      // Taking surplus evidence away is a part of settling, and what it does can be done again.
      const state = states.get(id);
      if (method !== 'DELETE' && state !== 'sent')
        violated('an intent is on the disk before its request leaves', `#${nth}, ${id} is ${state ?? 'new'}`);
    },
  };
}

import type { Credential } from './schema';

interface Pending {
  readonly visibleAt: number;
  readonly credential: Credential;
}

/**
 * The credentials as search sees them at one moment. The version tells apart two views that differ.
 */
export interface SearchView {
  readonly version: number;
  readonly credentials: readonly Credential[];
}

/**
 * The index of the search, and the public record: copies that writes reach later (docs/platform.md,
 * Read a group: index-backed, delay unknown).
 */
export interface SearchIndex {
  /** A write, which search sees from `visibleAt` on. */
  record(credential: Credential, visibleAt: number): void;
  /** In the order of ids, because credentials are neither made nor deleted here. */
  view(now: number): SearchView;
}

export function createSearchIndex(credentials: readonly Credential[]): SearchIndex {
  const visible = new Map(credentials.map((credential) => [credential.id, credential]));
  let pending: Pending[] = [];
  let current: SearchView = { version: 0, credentials };

  return {
    record(credential, visibleAt) {
      pending.push({ credential, visibleAt });
    },
    view(now) {
      const due = pending.filter((write) => write.visibleAt <= now);
      if (due.length === 0) return current;
      pending = pending.filter((write) => write.visibleAt > now);
      for (const { credential } of due) visible.set(credential.id, credential);
      current = { version: current.version + 1, credentials: [...visible.values()] };
      return current;
    },
  };
}

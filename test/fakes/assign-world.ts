import type { SavedMapping } from '../../lib/assign/mapping/saved-mapping';
import type { CustomAttributeKey } from '../../lib/credential/attribute';
import type { Day } from '../../lib/credential/day';
import type { SheetClient } from '../../lib/rpc/client/sheet-client';
import type { AssignDeps } from '../../lib/session/assign/assign-model';

export interface AssignWorldOptions {
  readonly custom?: () => readonly CustomAttributeKey[];
  readonly onChange?: () => void;
  readonly onDecided?: () => void;
  /** Saved mappings by fingerprint; kept from model to model. */
  readonly kept?: Map<string, SavedMapping>;
  readonly today?: string;
}

/** Dependencies of the Assign step, in memory; and how often it has asked for a saved mapping. */
export function assignWorld(
  sheet: SheetClient,
  options: AssignWorldOptions = {},
): AssignDeps & { readonly reads: () => number } {
  const { kept = new Map<string, SavedMapping>(), today = '2026-06-15' } = options;
  let reads = 0;
  return {
    reads: () => reads,
    sheet,
    customAttributes: options.custom ?? (() => []),
    memory: {
      read(headers) {
        reads += 1;
        return Promise.resolve(kept.get(headers) ?? null);
      },
      save: (headers, assignment) => Promise.resolve(void kept.set(headers, assignment)),
      forget: (headers) => Promise.resolve(void kept.delete(headers)),
    },
    ownRecord: () => null,
    today: () => today as Day,
    onChange: options.onChange ?? (() => undefined),
    onDecided: options.onDecided ?? (() => undefined),
  };
}

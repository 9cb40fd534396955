import type { Entry } from '../journal/entry';
import type { SheetClient } from '../rpc/sheet-client';
import type { LookUpNeed } from '../rpc/sheet-contract';
import type { NextNeed } from './credentials-model';

/**
 * What is needed of a large group to go on from a run: the credentials that it was about. They are found by their e-mails,
 * fifty with one request, and those that have another one now by their ids.
 */
export function needsOfRun(sheet: SheetClient, entries: readonly Entry[]): NextNeed {
  const ids = [...new Set(entries.map(({ credential }) => credential))];
  const emails = new Set(entries.flatMap((entry) => emailsOf(entry)));
  const steps: ((missing: typeof ids) => LookUpNeed)[] = [
    () => needOf('recipient-email', [...emails]),
    (missing) => needOf('credential-id', missing),
  ];
  return async () => {
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
      const missing = await sheet.call('notHeld', ids);
      const need = missing.length === 0 ? NOTHING : step([...missing]);
      if (need.kind !== 'nothing') return need;
    }
    // Who is not found by then is gone, which the review says.
    return NOTHING;
  };
}

const NOTHING: LookUpNeed = { kind: 'nothing' };

function needOf(key: 'recipient-email' | 'credential-id', values: readonly string[]): LookUpNeed {
  return values.length === 0 ? NOTHING : { kind: 'look-up', lookUp: { key, values, control: null } };
}

/** Before and after the run: whether it was written is for the platform to say. */
function emailsOf({ change: { who, fields } }: Entry): readonly string[] {
  const given = fields.find(({ attribute }) => attribute === 'recipient-email')?.after; // most get no other one
  return [who.email, given].flatMap((email) => (typeof email === 'string' ? [email.toLowerCase()] : []));
}

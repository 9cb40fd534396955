import type { Entry } from '../../journal/entry';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { LookUpNeed } from '../../rpc/contract/sheet-contract';
import type { NextNeed } from './credentials-model';

/**
 * Says what is needed of a large group to go on from a run: the credentials that it was about. They
 * are found by their e-mails, fifty with one request, and those that have another one now by their
 * ids. What was asked before is for the worker to say: a reading that was given up begins again,
 * and so does this.
 */
export function needsOfRun(
  sheet: SheetClient,
  entries: readonly Pick<Entry, 'credential' | 'change'>[],
): NextNeed {
  const ids = [...new Set(entries.map(({ credential }) => credential))];
  const emails = [...new Set(entries.flatMap((entry) => emailsOf(entry)))];
  return async () => {
    const missing = await sheet.call('notHeld', ids);
    if (missing.length === 0) return NOTHING;
    const toFind = await sheet.call('notLookedUp', 'recipient-email', emails);
    if (toFind.length > 0) return needOf('recipient-email', toFind);
    // A credential that is not found by its id either is gone, which the review says.
    const toRead = await sheet.call('notLookedUp', 'credential-id', missing);
    return toRead.length > 0 ? needOf('credential-id', toRead) : NOTHING;
  };
}

const NOTHING: LookUpNeed = { kind: 'nothing' };

function needOf(key: 'recipient-email' | 'credential-id', values: readonly string[]): LookUpNeed {
  return { kind: 'look-up', lookUp: { key, values, control: null } };
}

/** The e-mails before and after the run: the platform may have either. */
function emailsOf({ change: { who, fields } }: Pick<Entry, 'change'>): readonly string[] {
  const given = fields.find(({ attribute }) => attribute === 'recipient-email')?.after; // most get no other one
  return [who.email, given].flatMap((email) => (typeof email === 'string' ? [email.toLowerCase()] : []));
}

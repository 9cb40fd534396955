import type { Change } from '../../credential/change';
import type { PlatformProblem } from '../../platform/platform-problem';
import { isNowhere, readCredential, soughtBy } from '../../platform/read-credential';
import type { SignedIn } from '../../platform/sign-in';
import {
  rehearsedChange,
  restsOnReading,
  unreadChange,
  type RehearsedChange,
} from '../../report/rehearsal/rehearsed-change';
import { ok, type Result } from '../../result';
import { attributeFinder } from '../../run/entry/field-state';

/** Credentials that are read at the same time. The pace decides how many really are. */
const AT_ONCE = 4;

/**
 * Rehearses changes: gives the requests that a run would send for them, in order, and sends none of
 * them but readings, of those credentials on which the bytes of a write rest. Fails at the first
 * problem that is not of one credential alone.
 */
export async function rehearse(
  { client, connection }: SignedIn,
  { changes, group }: { readonly changes: readonly Change[]; readonly group: string },
  signal: AbortSignal,
): Promise<Result<readonly RehearsedChange[], PlatformProblem>> {
  const attributeOf = attributeFinder(connection.customAttributes);
  const one = async (change: Change): Promise<Result<RehearsedChange, PlatformProblem>> => {
    if (!restsOnReading(change)) return ok(rehearsedChange(change, null, group, attributeOf));
    const fresh = await readCredential(client, soughtBy(change), signal);
    if (fresh.ok) return ok(rehearsedChange(change, fresh.value, group, attributeOf));
    return isNowhere(fresh.problem) ? ok(unreadChange(change)) : fresh;
  };
  const rehearsed: RehearsedChange[] = [];
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    for (const result of await Promise.all(changes.slice(from, from + AT_ONCE).map(one))) {
      if (!result.ok) return result;
      rehearsed.push(result.value);
    }
  }
  return ok(rehearsed);
}

import { groupId } from '../../credential/ids';
import type { RunRecord } from '../../journal/entry';
import type { GroupPage } from '../../platform/environment';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { SignedIn } from '../../platform/sign-in';
import { failed, type Result } from '../../result';

/** Signs in for a page, preferably as this account. */
export type SignInFor = (page: GroupPage, account: string) => Promise<Result<SignedIn, PlatformProblem>>;

/**
 * Signs in for a run. Fails when account, environment or group are not those that were reviewed
 * (docs/product.md 2.5).
 */
export async function signInAsReviewed(
  record: RunRecord,
  signInFor: SignInFor,
): Promise<Result<SignedIn, PlatformProblem | { readonly code: 'other-account' }>> {
  const page: GroupPage = { environment: record.environment, groupId: groupId(record.group.id) };
  const signedIn = await signInFor(page, record.account.id);
  if (!signedIn.ok) return signedIn;
  const { client, connection } = signedIn.value;
  const isReviewed =
    client.environment === record.environment &&
    connection.account.id === record.account.id &&
    connection.group.id === record.group.id;
  return isReviewed ? signedIn : failed({ code: 'other-account' });
}

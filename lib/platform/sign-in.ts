import { failed, ok, type Result } from '../result';
import type { Authorization, Client } from './client';
import { connect } from './connect';
import type { Connection } from './connection';
import type { GroupPage } from './environment';
import type { PlatformProblem } from './platform-problem';

/** A client that the platform accepts for a group page, and the account that it acts for. */
export interface SignedIn {
  readonly client: Client;
  readonly connection: Connection;
}

export interface SignInOptions {
  readonly clientFor: (authorization: Authorization) => Client;
  /** The key that the admin has given; null: none. */
  readonly key: string | null;
  /**
   * The account that is needed (for a run); null: any. A session of another account is ignored when
   * the key is of this one.
   */
  readonly account: string | null;
}

/** Signs in by the dashboard's session, else by the key (docs/product.md 2.1). */
export async function signIn(
  page: GroupPage,
  options: SignInOptions,
  signal?: AbortSignal,
): Promise<Result<SignedIn, PlatformProblem>> {
  const session = await signInBy({ kind: 'session' }, page, options, signal);
  if (session.ok && isAccount(session.value, options.account)) return session;
  // A missing answer says nothing about the session: the key would get none either.
  if (options.key === null || (!session.ok && !isRefusal(session.problem))) return session;
  const key = await signInBy({ kind: 'key', key: options.key }, page, options, signal);
  if (key.ok && (isAccount(key.value, options.account) || !session.ok)) return key;
  if (session.ok) return session;
  // A session that is accepted and may not see the group says more than a key that is refused.
  return !key.ok && key.problem.code === 'signed-out' && session.problem.code !== 'signed-out'
    ? session
    : key;
}

/** Signs in by one of the two only, as when a new key is checked. */
export async function signInBy(
  authorization: Authorization,
  page: GroupPage,
  options: Pick<SignInOptions, 'clientFor'>,
  signal?: AbortSignal,
): Promise<Result<SignedIn, PlatformProblem>> {
  const client = options.clientFor(authorization);
  const connection = await connect(client, page, signal);
  return connection.ok ? ok({ client, connection: connection.value }) : failed(connection.problem);
}

function isAccount(signedIn: SignedIn, account: string | null): boolean {
  return account === null || signedIn.connection.account.id === account;
}

function isRefusal(problem: PlatformProblem): boolean {
  return problem.code === 'signed-out' || problem.code === 'forbidden' || problem.code === 'not-found';
}

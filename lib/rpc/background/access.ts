import type { Environment, GroupPage } from '../../platform/environment';
import {
  createClient,
  createPublicClient,
  type Authorization,
  type Client,
  type PublicClient,
} from '../../platform/client';
import { createPace, PACE } from '../../platform/pace';
import { createPageSize, type PageSize } from '../../platform/page-size';
import type { PlatformProblem } from '../../platform/platform-problem';
import { signIn, signInBy, type SignedIn } from '../../platform/sign-in';
import type { Later, Sleep } from '../../platform/sleep';
import { sureMemory, type Memory } from '../../platform/sure-memory';
import { failed, type Result } from '../../result';
import type { KeyStore } from './key-store';

export interface AccessDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** As in `ClientOptions`. */
  readonly later?: Later;
  readonly random: () => number;
  readonly keys: KeyStore;
  /**
   * Knows how much of the platform's limit an earlier background has used. Without it, none is
   * assumed.
   */
  readonly paceMemory?: Memory<readonly number[]>;
  /** Called when the platform asked to wait, and nothing is sent for a while. */
  readonly onHold?: () => void;
  /** Remembers how large a page each environment gives. Without it, that is found out again. */
  readonly pageSizeMemory?: (environment: Environment) => Memory<object>;
  /** Called when one of the two memories fails, which no request waits for. */
  readonly onFault: (error: unknown) => void;
}

/**
 * The background's way to the platform: the client for each page, with one pace for all requests.
 */
export interface Access {
  /**
   * Signs in again. `account`: the one of a run, which is preferred and which no panel has asked
   * for, so that `known` does not give it; null: takes any.
   */
  signIn(
    page: GroupPage,
    account: string | null,
    signal?: AbortSignal,
  ): Promise<Result<SignedIn, PlatformProblem>>;
  /** Gives the sign-in that is known in this context, or signs in. */
  known(page: GroupPage, signal: AbortSignal): Promise<Result<SignedIn, PlatformProblem>>;
  /** Checks a key and keeps it when the platform takes it. */
  giveKey(
    page: GroupPage,
    key: string,
    remember: boolean,
    signal: AbortSignal,
  ): Promise<Result<SignedIn, PlatformProblem>>;
  /** Removes the key. A run that was begun with it finds itself signed out. */
  forgetKey(environment: Environment): Promise<void>;
  /** The moment until which nothing is sent, because the platform asked for it; null: none. */
  heldUntil(): number | null;
  /** Asks as nobody, within the same pace. */
  asNobody(environment: Environment): PublicClient;
  /** Notes the problem of a request: after a refusal the next `known` signs in again. */
  note(page: GroupPage, problem: PlatformProblem): void;
}

/**
 * Characters that a header may hold. Anything else is no key, and fetch would refuse to send it.
 */
const KEY = /^[\x21-\x7e]+$/;

export function createAccess(deps: AccessDeps): Access {
  const { keys, onFault } = deps;
  const paceMemory = deps.paceMemory && sureMemory(deps.paceMemory, 'The pace', onFault);
  const pace = createPace(deps, PACE, paceMemory, deps.onHold);
  const pageSizes = new Map<Environment, PageSize>();
  const pageSizeOf = (environment: Environment): PageSize => {
    const known = pageSizes.get(environment);
    if (known !== undefined) return known;
    const memory = deps.pageSizeMemory?.(environment); // without it the size is found out again
    const pageSize = createPageSize(deps.now, memory && sureMemory(memory, 'The page size', onFault));
    pageSizes.set(environment, pageSize);
    return pageSize;
  };
  // A cache: it is lost when the browser stops the background, and the platform is asked again.
  const signedIn = new Map<string, SignedIn>();
  /**
   * Counts how often the key of an environment was removed. A client with an earlier key sends
   * nothing any more.
   */
  const forgotten = new Map<Environment, number>();
  const timesForgotten = (environment: Environment) => forgotten.get(environment) ?? 0; // a count: never removed
  const clientFor =
    (environment: Environment) =>
    (authorization: Authorization): Client => {
      const before = timesForgotten(environment);
      const isShut = () => authorization.kind === 'key' && timesForgotten(environment) !== before;
      const pageSize = pageSizeOf(environment);
      return createClient({ ...deps, pace, pageSize, environment, authorization, isShut });
    };
  const kept = (page: GroupPage, result: Result<SignedIn, PlatformProblem>) => {
    if (result.ok) signedIn.set(nameOf(page), result.value);
    else signedIn.delete(nameOf(page));
    return result;
  };

  const access: Access = {
    async signIn(page, account, signal) {
      const key = await keys.get(page.environment);
      const result = await signIn(page, { clientFor: clientFor(page.environment), key, account }, signal);
      return account === null ? kept(page, result) : result;
    },
    async known(page, signal) {
      const before = signedIn.get(nameOf(page));
      return before === undefined ? access.signIn(page, null, signal) : { ok: true, value: before };
    },
    async giveKey(page, raw, remember, signal) {
      const key = raw.trim();
      if (!KEY.test(key)) return failed({ code: 'signed-out', triedKey: true });
      const options = { clientFor: clientFor(page.environment) };
      const result = await signInBy({ kind: 'key', key }, page, options, signal);
      if (!result.ok) return result;
      await keys.put(page.environment, key, remember);
      return kept(page, result);
    },
    async forgetKey(environment) {
      forgotten.set(environment, timesForgotten(environment) + 1);
      await keys.forget(environment);
      for (const [name, { client }] of signedIn) {
        if (client.environment === environment && client.signedInBy === 'key') signedIn.delete(name);
      }
    },
    heldUntil: () => pace.heldUntil(),
    asNobody: (environment) => createPublicClient({ ...deps, pace, environment }),
    note(page, problem) {
      if (problem.code === 'signed-out' || problem.code === 'forbidden') signedIn.delete(nameOf(page));
    },
  };
  return access;
}

function nameOf(page: GroupPage): string {
  return `${page.environment} ${page.groupId}`;
}

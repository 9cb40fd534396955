import type { Environment, GroupPage } from '../../platform/environment';
import { createClient, type Authorization, type Client } from '../../platform/client';
import { createPace, PACE } from '../../platform/pace';
import type { PaceMemory } from '../../platform/pace-memory';
import type { PlatformProblem } from '../../platform/platform-problem';
import { signIn, signInBy, type SignedIn } from '../../platform/sign-in';
import type { Sleep } from '../../platform/sleep';
import { failed, type Result } from '../../result';
import type { KeyStore } from './key-store';

export interface AccessOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly keys: KeyStore;
  /** What was used of the platform's limit by a background before this one; nothing is known of it without. */
  readonly paceMemory?: PaceMemory;
}

/** How the background gets to the platform: who is signed in for which page, at one pace for everything. */
export interface Access {
  /** Signs in anew; `account`: the one it has to be, if it matters. */
  signIn(
    page: GroupPage,
    account: string | null,
    signal?: AbortSignal,
  ): Promise<Result<SignedIn, PlatformProblem>>;
  /** As signed in before in this context, else anew. */
  known(page: GroupPage, signal: AbortSignal): Promise<Result<SignedIn, PlatformProblem>>;
  /** Checks a key and keeps it when it is taken. */
  giveKey(
    page: GroupPage,
    key: string,
    remember: boolean,
    signal: AbortSignal,
  ): Promise<Result<SignedIn, PlatformProblem>>;
  /** Takes the key away; a run that has begun with it finds itself signed out. */
  forgetKey(environment: Environment): Promise<void>;
  /** Notes a problem of a request: who is no longer let in signs in anew the next time. */
  note(page: GroupPage, problem: PlatformProblem): void;
}

/** What can stand in a header. Anything else is no key, and fetch would not even send it. */
const KEY = /^[\x21-\x7e]+$/;

export function createAccess(options: AccessOptions): Access {
  const { keys } = options;
  const pace = createPace(options, PACE, options.paceMemory);
  // A short way only: when the background is stopped it is lost, and the platform is asked again.
  const signedIn = new Map<string, SignedIn>();
  /** How often the key of an environment was forgotten: a client that has one of before, as of a run, is shut. */
  const forgotten = new Map<Environment, number>();
  const timesForgotten = (environment: Environment) => forgotten.get(environment) ?? 0; // never yet
  const clientFor =
    (environment: Environment) =>
    (authorization: Authorization): Client => {
      const before = timesForgotten(environment);
      const isShut = () => authorization.kind === 'key' && timesForgotten(environment) !== before;
      return createClient({ ...options, pace, environment, authorization, isShut });
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
      return kept(page, result);
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
    note(page, problem) {
      if (problem.code === 'signed-out' || problem.code === 'forbidden') signedIn.delete(nameOf(page));
    },
  };
  return access;
}

function nameOf(page: GroupPage): string {
  return `${page.environment} ${page.groupId}`;
}

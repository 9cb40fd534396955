import { failed, ok, type Result } from '../result';
import type { z } from '../zod';
import type { Environment } from './environment';
import { parseExactJson } from './exact-json';
import { apiOrigin } from './hosts';
import { problemOf, type RawAnswer } from './judge';
import type { Pace, TurnEnd } from './pace';
import { createPageSize, type PageSize } from './page-size';
import type { PlatformProblem } from './platform-problem';
import { bodyText } from './request-text';
import { retryWait } from './retry';
import { later, type Later, type Sleep } from './sleep';

/** How requests are authorized (docs/platform.md, Authentication). */
export type Authorization = { readonly kind: 'session' } | { readonly kind: 'key'; readonly key: string };

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the API's root, "/v1/...", with its parts already encoded. */
  readonly path: string;
  readonly body?: unknown;
  /** A POST that searches is a read: it may be sent again. */
  readonly effect: 'read' | 'write';
}

/** Asks what everybody may see: neither cookie nor key goes along. */
interface Nobody {
  readonly kind: 'nobody';
}

/** Sends requests of nobody to one environment's API, at the shared pace. */
export type PublicClient = Pick<Client, 'environment' | 'send'>;

/** Sends authorized requests to one environment's API, at the shared pace. */
export interface Client {
  readonly environment: Environment;
  readonly signedInBy: Authorization['kind'];
  /** How many credentials the environment's search gives in a page. */
  readonly pageSize: PageSize;
  /**
   * Gives the body of a success, as text. Rejects with the signal's reason when aborted, and only
   * then.
   */
  send(request: ApiRequest, signal?: AbortSignal): Promise<Result<string, PlatformProblem>>;
  /**
   * Sends a request unless its turn comes too late, because the pace or a limit answer held it
   * back.
   */
  sendUnless(
    isTooLate: () => boolean,
    request: ApiRequest,
  ): Promise<Result<string, PlatformProblem | TooLate>>;
}

/** The request was not sent. */
export interface TooLate {
  readonly code: 'too-late';
}

export interface ClientOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Ends the waiting for an answer; the browser's timer when missing. */
  readonly later?: Later;
  readonly random: () => number;
  readonly pace: Pace;
  /** Shared by the clients of an environment. Without it, the client finds out for itself. */
  readonly pageSize?: PageSize;
  readonly environment: Environment;
  readonly authorization: Authorization;
  /** Whether the key was removed meanwhile. Asked at the moment at which a request would leave. */
  readonly isShut?: () => boolean;
}

/** A browser would wait for ever. Longer for writes: giving up on one leaves it in doubt. */
const TIMEOUT_MS = { read: 30_000, write: 60_000 };

/**
 * Creates a client. It has no state but its options, because the background may be stopped at any
 * time.
 */
export function createClient(options: ClientOptions): Client {
  const { now, environment, authorization, pageSize = createPageSize(now) } = options;
  return {
    environment,
    signedInBy: authorization.kind,
    pageSize,
    ...createSender(options, authorization),
  };
}

/** Creates a client for what everybody may see. */
export function createPublicClient(
  options: Omit<ClientOptions, 'authorization' | 'pageSize' | 'isShut'>,
): PublicClient {
  const { send } = createSender(options, { kind: 'nobody' });
  return { environment: options.environment, send };
}

function createSender(
  options: Omit<ClientOptions, 'authorization' | 'pageSize'>,
  authorization: Authorization | Nobody,
): Pick<Client, 'send' | 'sendUnless'> {
  // Destructured, because a browser's fetch must not be called as a method of another object.
  const { fetch, now, sleep, random, pace, environment } = options;
  const { later: callLater = later, isShut = () => false } = options;

  return {
    async send(request, signal) {
      const answer = await exchange(request, () => false, signal);
      if (answer.ok) return answer;
      const { problem } = answer;
      if (problem.code === 'too-late') throw new Error('a request without a time limit came too late');
      return failed(problem);
    },
    sendUnless: (isTooLate, request) => exchange(request, isTooLate, undefined),
  };

  async function exchange(
    request: ApiRequest,
    isTooLate: () => boolean,
    signal: AbortSignal | undefined,
  ): Promise<Result<string, PlatformProblem | TooLate>> {
    let triesOf500 = 0;
    for (let tries = 1; ; tries += 1) {
      const answer = await inTurn(request, isTooLate, signal);
      if (answer.ok) return answer;
      const { problem } = answer;
      if (problem.code === 'too-late') return failed(problem);
      // A 500 has its own count of tries: a reset or a 502 before it says nothing about the row's
      // data.
      const is500 = problem.code === 'server-fault' && problem.status === 500;
      if (is500) triesOf500 += 1;
      const wait = retryWait(request.effect, problem, is500 ? triesOf500 : tries, random);
      if (wait === null) return answer;
      await sleep(wait, signal);
    }
  }

  async function inTurn(
    request: ApiRequest,
    isTooLate: () => boolean,
    signal: AbortSignal | undefined,
  ): Promise<Result<string, PlatformProblem | TooLate>> {
    const done = await pace.turn(signal);
    if (isShut()) {
      done();
      return failed({ code: 'signed-out', triedKey: true });
    }
    if (isTooLate()) {
      done();
      return failed({ code: 'too-late' });
    }
    let end: TurnEnd = { kind: 'unknown' };
    const timeout = new AbortController();
    const giveUp = () => timeout.abort();
    const callOff = callLater(TIMEOUT_MS[request.effect], giveUp);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      const init = { ...initOf(request, authorization), signal: timeout.signal };
      const response = await fetch(`${apiOrigin(environment)}${request.path}`, init);
      const answer: RawAnswer = {
        status: response.status,
        opaque: response.type === 'opaqueredirect',
        body: await response.text(),
        retryAfter: response.headers.get('retry-after'),
      };
      const problem = problemOf(answer, authorization.kind === 'key', now());
      end =
        problem?.code === 'throttled'
          ? { kind: 'refused', retryAfterMs: problem.retryAfterMs }
          : { kind: 'taken' };
      return problem === null ? ok(answer.body) : failed(problem);
    } catch {
      // fetch rejects for every kind of missing answer (offline, reset, timed out). Only the
      // caller's abort is thrown.
      signal?.throwIfAborted();
      return failed({ code: 'unreachable' });
    } finally {
      callOff();
      signal?.removeEventListener('abort', giveUp);
      done(end);
    }
  }
}

/**
 * With a key no cookie is sent, so that the account that the platform acts for is never in doubt. A
 * request of nobody sends neither.
 */
function initOf(request: ApiRequest, authorization: Authorization | Nobody): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  const body = bodyText(request);
  if (body !== null) headers['content-type'] = 'application/json';
  if (authorization.kind === 'key') headers['authorization'] = `Token token=${authorization.key}`;
  return {
    method: request.method,
    headers,
    ...(body !== null && { body }),
    credentials: authorization.kind === 'session' ? 'include' : 'omit',
    redirect: 'manual',
    // An answer from the cache would hide a change made since.
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

/**
 * Sends a request and reads the answer by its schema. An answer that does not fit is
 * `unexpected-answer`, never a guess.
 */
export async function askFor<T>(
  client: Pick<Client, 'send'>,
  request: ApiRequest,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<Result<T, PlatformProblem>> {
  const answer = await client.send(request, signal);
  if (!answer.ok) return answer;
  const read = parseBody(answer.value, schema);
  return read === null
    ? failed({ code: 'unexpected-answer', where: `${request.method} ${request.path}` })
    : ok(read.value);
}

/** Reads a body by its schema; null when it is no JSON or does not fit. */
export function parseBody<T>(body: string, schema: z.ZodType<T>): { readonly value: T } | null {
  let raw: unknown;
  try {
    raw = parseExactJson(body);
  } catch {
    // An empty body or a web page. The caller knows what null means for its request.
    return null;
  }
  const parsed = schema.safeParse(raw);
  return parsed.success ? { value: parsed.data } : null;
}

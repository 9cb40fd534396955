import type { StandIn } from './stand-in';
import { ACCOUNT_KEY } from './stand-in-options';

/** An answer for a test: the JSON, or the text where there is none. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly key?: string | null;
  readonly cookie?: string;
  readonly client?: string;
  readonly origin?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Sends a request to a stand-in as a client would, with the account's key when no other is given.
 * For tests.
 */
export async function call(
  standIn: StandIn,
  method: Method,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answered> {
  const { key = ACCOUNT_KEY, cookie, client, origin = 'https://api.accredible.com' } = options;
  const headers = new Headers();
  if (key !== null) headers.set('authorization', `Token token=${key}`);
  if (cookie !== undefined) headers.set('cookie', cookie);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(origin + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: text }),
  });
  const response = await standIn.fetch(request, client);
  const answer = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
}

/** Signs in at the dashboard and gives the cookie, as `name=value`. */
export async function signIn(standIn: StandIn, email = 'admin@northfield.test'): Promise<string> {
  const form = new URLSearchParams({ email, password: 'arc-and-spark', back: '/issuer/dashboard/groups' });
  const answer = await call(standIn, 'POST', '/login', form.toString(), {
    key: null,
    origin: 'https://dashboard.accredible.com',
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** PUT of these fields. */
export const put = (standIn: StandIn, id: number, credential: unknown): Promise<Answered> =>
  call(standIn, 'PUT', `/v1/credentials/${id}`, { credential });

/** Search of `query` with the rest of the request. */
export const search = (standIn: StandIn, query: unknown, more: object = {}): Promise<Answered> =>
  call(standIn, 'POST', '/v2/credentials/search', { query, ...more });

/** The credential as the stand-in holds it. */
export function held(standIn: StandIn, id: number) {
  const credential = standIn.state().credentials.find((known) => known.id === id);
  if (credential === undefined) throw new Error(`There is no credential ${id}.`);
  return credential;
}

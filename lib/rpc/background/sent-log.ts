import { z } from '../../zod';
import type { Sent, SentKind } from '../contract/sent';

/** Keeps the counts for as long as the browser runs. Another version may have written them. */
export interface SentStore {
  load(): Promise<unknown>;
  save(sent: Sent): Promise<void>;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface SentLog {
  /** The same fetch, whose requests are counted as they leave. */
  watched(fetch: Fetch): Fetch;
  /** Begins again, because a run begins. */
  begin(): Promise<void>;
  read(): Promise<Sent>;
  /** Forgets all counts. */
  clear(): Promise<void>;
}

/** Words that the paths of the API are made of; every other part of a path is an id. */
const WORDS: ReadonlySet<string> = new Set([
  '',
  'v1',
  'v2',
  'attribute_keys',
  'credential-net',
  'credentials',
  'details',
  'evidence_items',
  'groups',
  'issuer',
  'search',
]);
/** Kinds that are kept, at most: a body with ever other fields must not fill the memory. */
const MOST_KINDS = 500;

const sentSchema: z.ZodType<Sent> = z.object({
  since: z.number(),
  fromRun: z.boolean(),
  kinds: z.array(
    z.object({
      method: z.string(),
      host: z.string(),
      path: z.string(),
      fields: z.array(z.string()),
      requests: z.number(),
      bytes: z.number(),
    }),
  ),
});

/**
 * Counts the requests of the background at its only door, its `fetch`, for the page "Prove it"
 * (docs/product.md 4). Kept are method, host, path without ids, names of fields, and sizes; never a
 * value. A store that fails costs the page its figures, and nothing else: `onFault`.
 */
export function createSentLog(deps: {
  readonly store: SentStore;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): SentLog {
  const { store, now, onFault } = deps;
  let sent: Sent | null = null;
  /** One after the other: a request that left before a run began is not counted to the run. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => null); // the caller gets the failure
    return done;
  };
  const empty = (fromRun: boolean): Sent => ({ since: now(), fromRun, kinds: [] });
  const loaded = async (): Promise<Sent> => {
    if (sent !== null) return sent;
    const parsed = sentSchema.safeParse(await store.load());
    return (sent = parsed.success ? parsed.data : empty(false));
  };
  const put = (changed: Sent) => store.save((sent = changed));
  const count = async (kind: SentKind) => {
    const known = await loaded();
    await put({ ...known, kinds: added(known.kinds, kind) });
  };
  return {
    watched: (fetch) => (url, init) => {
      inTurn(() => count(kindOf(url, init))).catch(onFault);
      return fetch(url, init);
    },
    begin: () => inTurn(() => put(empty(true))),
    read: () => inTurn(loaded),
    clear: () =>
      inTurn(() => {
        sent = empty(false);
        return Promise.resolve();
      }),
  };
}

/** The kind of a request, with a count of one. */
export function kindOf(url: string, init: RequestInit): SentKind {
  const { host, pathname, searchParams } = new URL(url);
  const body = typeof init.body === 'string' ? init.body : '';
  const parts = pathname.split('/').map((part) => (WORDS.has(part) ? part : '…'));
  return {
    method: init.method ?? 'GET', // as fetch reads it
    host,
    path: parts.join('/'),
    fields: [...new Set([...searchParams.keys(), ...(body === '' ? [] : fieldsOf(parsed(body), ''))])],
    requests: 1,
    bytes: new TextEncoder().encode(body).length,
  };
}

/** Names of all fields in it, "credential.recipient.name". A list has those of its parts. */
function fieldsOf(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, path));
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([name, one]) =>
    fieldsOf(one, path === '' ? name : `${path}.${name}`),
  );
}

/** Bodies of ours are JSON; any other has no fields, and is counted all the same. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function added(kinds: readonly SentKind[], one: SentKind): readonly SentKind[] {
  const at = kinds.findIndex((kind) => isSame(kind, one));
  const before = kinds[at];
  if (before === undefined) return kinds.length < MOST_KINDS ? [...kinds, one] : kinds;
  const sum = { ...before, requests: before.requests + 1, bytes: before.bytes + one.bytes };
  return kinds.with(at, sum);
}

function isSame(a: SentKind, b: SentKind): boolean {
  return (
    a.method === b.method &&
    a.host === b.host &&
    a.path === b.path &&
    a.fields.join('\n') === b.fields.join('\n')
  );
}

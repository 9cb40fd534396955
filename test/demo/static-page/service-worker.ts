import type { TrialMessage } from './channel';

/*
 * The service worker of the static trial: passes the requests of the dashboard's pages on to the
 * trial's worker. It holds nothing, because the browser may stop it at any moment.
 */

const OF_THE_PLATFORM = /^\/(?:issuer|login|logout|dashboard-api|situations|credential)(?:\/|$)/;

type Answer = Extract<TrialMessage, { kind: 'response' }>;

/** The parts of a service worker that the compiler's DOM does not know. */
interface ServiceWorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: 'install', listener: () => void): void;
  addEventListener(
    name: 'activate',
    listener: (event: { waitUntil(work: Promise<void>): void }) => void,
  ): void;
  addEventListener(
    name: 'fetch',
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;
// By its name, not from channel.ts: a service worker is one script.
const channel = new BroadcastChannel('update-credentials-trial');
const waiting = new Map<string, (answer: Answer) => void>();
channel.addEventListener('message', ({ data }: MessageEvent<TrialMessage>) => {
  if (data.kind !== 'response') return;
  waiting.get(data.id)?.(data); // of another life of this worker: nobody waits for it
  waiting.delete(data.id);
});

async function passOn(request: Request): Promise<Response> {
  const { method, url } = request;
  const text = method === 'GET' || method === 'HEAD' ? '' : await request.text();
  const id = crypto.randomUUID();
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(id, resolve);
    channel.postMessage({ kind: 'request', id, method, url, text } satisfies TrialMessage);
  });
  const headers = new Headers(answer.headers.map(([name, value]): [string, string] => [name, value]));
  const location = headers.get('location');
  if (location !== null) return Response.redirect(new URL(location, url).href, answer.status);
  const isEmpty = answer.status === 204 || answer.status === 304;
  return new Response(isEmpty ? null : answer.body, { status: answer.status, headers });
}

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin === location.origin && OF_THE_PLATFORM.test(pathname)) event.respondWith(passOn(event.request));
});

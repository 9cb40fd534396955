import { SESSION_HEADER, SET_SESSION_HEADER } from '../../platform/access/sessions';
import { createTrial } from '../trial/create-trial';
import { backgroundApi } from './background-api';
import { openChannel } from './channel';
import { SITUATIONS } from '../situations/all';
import { startPath } from '../trial/menu';

/*
 * The worker of the static trial: the stand-in of the platform, and the background of the extension
 * as it was built. No request leaves it.
 */

/** The part of a worker that the compiler's DOM does not know. */
interface WorkerGlobals {
  importScripts(address: string): void;
}

const API = /(?:^|\.)api\.accredible\.com$/;
const trial = createTrial();

/** The session's cookie. A worker sees no cookies, so it is carried in a header of its own. */
let session: string | null = null;

async function answered(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  if (session !== null) headers.set(SESSION_HEADER, session);
  const isPlain = request.method === 'GET' || request.method === 'HEAD';
  const body = isPlain ? null : await request.text();
  const response = await trial.fetch(new Request(request.url, { method: request.method, headers, body }));
  const set = response.headers.get(SET_SESSION_HEADER);
  if (set !== null) session = set === '' ? null : set;
  return response;
}

const beyond = globalThis.fetch;
globalThis.fetch = (target, init) => {
  const request = new Request(target, init);
  return API.test(new URL(request.url).hostname) ? answered(request) : beyond(request);
};

/** Before the pages' own scripts: the browser's extension API, and the content script. */
const INTO_PAGES = [
  '<link rel="stylesheet" href="/content-scripts/group.css" />',
  '<script src="/trial/dashboard.js"></script>',
  '<script src="/trial/content-script.js" defer></script></head>',
].join('');

const send = openChannel((message) => {
  if (message.kind !== 'request') return;
  const { id, method, url, text } = message;
  void (async () => {
    const isPlain = method === 'GET' || method === 'HEAD';
    const response = await answered(new Request(url, { method, ...(isPlain ? {} : { body: text }) }));
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    const body = isPage
      ? new TextEncoder().encode((await response.text()).replace('</head>', INTO_PAGES)).buffer
      : await response.arrayBuffer();
    send({ kind: 'response', id, status: response.status, headers: [...response.headers], body });
  })();
});

/** Removes what an earlier trial left in this browser: its platform is gone. */
async function beginNew(): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase('update-credentials');
    request.onsuccess = () => resolve();
    request.onerror = () => resolve(); // it was not there, or the background says what is wrong
  });
  const files = await navigator.storage.getDirectory();
  for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
}

async function begin(): Promise<void> {
  await beginNew();
  Object.assign(globalThis, { chrome: backgroundApi() });
  (globalThis as unknown as WorkerGlobals).importScripts('/background.js');
  const first = await answered(
    new Request(location.origin + startPath(SITUATIONS[0].id), { method: 'POST' }),
  );
  postMessage(first.headers.get('location'));
}

void begin();

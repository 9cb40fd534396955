import { Agent, request as requestOver } from 'node:https';
import type { Change } from '../../lib/credential/change';
import { groupId } from '../../lib/credential/ids';
import type { RunHeader, RunId, RunProgress } from '../../lib/journal/entry';
import { sleep } from '../../lib/platform/sleep';
import { createBackgroundHandlers } from '../../lib/rpc/background/background-handlers';
import { ok } from '../../lib/result';
import { changeOf } from '../fakes/background-world';
import { createMemoryJournal } from '../fakes/memory-journal';
import { memoryStorage } from '../fakes/memory-storage';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { startStandIn } from '../platform/serve';
import { ACCOUNT_KEY, RATE } from '../platform/stand-in-options';

/*
 * Run against the stand-in over HTTPS, on the real clock and at the platform's limit: `npx tsx
 * test/bench/pace.ts 2000`. Prints the share of the limit that it used, and the number of 429
 * answers. It takes minutes, so it is no test.
 */

const count = Number(process.argv[2] ?? 2_000); // by default a run of several minutes at the limit
const WINDOW_SECONDS = 30;
const REPORT_MS = 30_000;

const running = await startStandIn({ generate: count + 50 });
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

/** Fetches by the platform's host name from the stand-in's port. */
function fetchLocally(address: string, init: RequestInit): Promise<Response> {
  const { host, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), host };
    const { method = 'GET' } = init;
    const options = {
      agent,
      host: '127.0.0.1',
      port: running.port,
      path: pathname + search,
      method,
      headers,
    };
    const sent = requestOver(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const after = answer.headers['retry-after'];
        const { statusCode = 500 } = answer;
        const head = { status: statusCode, headers: after === undefined ? {} : { 'retry-after': after } };
        resolve(new Response(statusCode === 204 ? null : Buffer.concat(parts).toString(), head));
      });
    });
    sent.on('error', reject);
    sent.end(typeof init.body === 'string' ? init.body : undefined);
  });
}

const journal = createMemoryJournal();
const { handlers } = createBackgroundHandlers({
  fetch: fetchLocally,
  now: Date.now,
  ticks: () => performance.now(),
  sleep,
  random: Math.random,
  ...memoryStorage(),
  keys: {
    get: () => Promise.resolve(ACCOUNT_KEY),
    put: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    where: () => Promise.resolve('nowhere'),
  },
  openJournal: () => Promise.resolve(ok(journal)),
  newRunId: () => 'bench' as RunId,
  locks: { request: (_name, _options, work) => work({}) },
  onFault: (error) => {
    throw error;
  },
});
const context = { signal: new AbortController().signal, part: () => {} };

const { credentials, issuer, groups } = running.standIn.state();
const changes: readonly Change[] = credentials
  .filter((one) => one.group_id === MAIN_GROUP)
  .slice(0, count)
  .map(({ id, recipient }) => changeOf(id, [['recipient-name', recipient.name, `${recipient.name} II`]]));
const page = { environment: 'production', groupId: groupId(MAIN_GROUP) } as const;
const header: RunHeader = {
  environment: 'production',
  account: { id: String(issuer.id), name: issuer.name },
  group: { id: page.groupId, name: groups.find(({ id }) => id === MAIN_GROUP)?.name ?? '' },
  fileName: 'bench.csv',
  sheetName: 'bench',
  entries: changes.length,
  creditsAtMost: 0,
  confirmedWarnings: [],
};
const prepared = await handlers['prepare-run']({ kind: 'prepare-run', page, header }, context);
if (!prepared.ok) throw new Error(prepared.problem.code);
const run = prepared.value;
await handlers['add-changes']({ kind: 'add-changes', run, from: 0, changes }, context);
const began = Date.now();
const begun = await handlers['begin-run']({ kind: 'begin-run', run }, context);
if (!begun.ok) throw new Error(begun.problem.code);

let reported = 0;
const end = await handlers['watch-run'](
  { kind: 'watch-run', run },
  {
    ...context,
    part(progress: RunProgress) {
      if (Date.now() - reported < REPORT_MS) return;
      reported = Date.now();
      say(progress);
    },
  },
);
if (end.ok) say(end.value);
await running.close();

function say({ counts }: RunProgress): void {
  const log = running.standIn.log.filter(({ part }) => part === 'api');
  const seconds = (Date.now() - began) / 1_000;
  // Whole windows only: the last one is not over.
  const windows = Math.floor(seconds / WINDOW_SECONDS);
  const inWindows = log.filter(({ at }) => Date.parse(at) < began + windows * WINDOW_SECONDS * 1_000).length;
  const used = windows === 0 ? '-' : `${((100 * inWindows) / (windows * RATE)).toFixed(1)} %`;
  const refused = log.filter(({ status }) => status === 429).length;
  const heap = `${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB`;
  process.stdout.write(
    `${seconds.toFixed(0)} s: ${counts.applied} of ${changes.length} applied, ${log.length} requests, ${used} of the limit, ${refused} answers of 429, heap ${heap}\n`,
  );
}

import type { Change, FieldChange } from '../../lib/credential/change';
import { credentialId, groupId } from '../../lib/credential/ids';
import type { Entry, EntryState, RunHeader, RunId, RunProgress } from '../../lib/journal/entry';
import type { Journal } from '../../lib/journal/journal';
import type { Environment, GroupPage } from '../../lib/platform/environment';
import type { Locks } from '../../lib/run/loop/locks';
import { createBackgroundHandlers, type Background } from '../../lib/rpc/background/background-handlers';
import type { CommandKind, CommandOf, PartOf } from '../../lib/rpc/contract/background-contract';
import { parseCommand } from '../../lib/rpc/background/command-schema';
import { ok } from '../../lib/result';
import type { LoggedRequest } from '../platform/request-log';
import { createStandIn, type StandIn } from '../platform/stand-in';
import { signIn } from '../platform/test-client';
import { testClock } from '../platform/test-clock';
import { smallState } from '../platform/test-state';
import { keyStore } from './key-store';
import { createMemoryJournal } from './memory-journal';
import { memoryChecks, memoryStorage } from './memory-storage';
import { mortal, never } from './mortal-journal';
import { withoutPage } from './without-page';
import type { WorldOptions } from './world-options';

export type { WorldOptions } from './world-options';

export const PAGE: GroupPage = { environment: 'production', groupId: groupId(1) };

/** A change as a test writes it: [attribute, before, after] for each field. */
export function changeOf(
  id: number | string,
  fields: readonly (readonly [
    FieldChange['attribute'],
    FieldChange['before'],
    FieldChange['after'],
    string?,
  ])[],
  more: Partial<Change> = {},
): Change {
  return {
    credential: credentialId(id),
    row: Number(id),
    who: { name: null, email: null },
    reference: null,
    fields: fields.map(([attribute, before, after, evidenceId]) => ({
      attribute,
      before,
      after,
      ...(evidenceId === undefined ? {} : { evidenceId }),
    })),
    credits: 0,
    expiredOn: null,
    updatedAt: null,
    ...more,
  };
}

/** The header of a run, for the small state of the stand-in. */
export function headerOf(changes: readonly Change[]): RunHeader {
  return {
    environment: 'production',
    account: { id: '9', name: 'Northfield' },
    group: { id: '1', name: 'Group 1' },
    fileName: 'fixes.xlsx',
    sheetName: 'Sheet1',
    entries: changes.length,
    creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
    confirmedWarnings: [],
  };
}

export interface World {
  readonly standIn: StandIn;
  readonly journal: Journal;
  readonly keys: Map<Environment, string>;
  /** Whether a key was put on disk, by its environment. */
  readonly remembered: Map<Environment, boolean>;
  readonly clock: ReturnType<typeof testClock>;
  /** Sends a command to the present background. It goes through the schema, as messages do. */
  say<K extends CommandKind>(
    command: CommandOf<K>,
    onPart?: (part: PartOf<K>) => void,
  ): ReturnType<Background['handlers'][K]>;
  /** Fills a run and begins it. */
  begin(changes: readonly Change[], more?: Partial<RunHeader>): Promise<RunId>;
  /** Waits until the run is over or paused, and gives its progress. */
  rest(run: RunId): Promise<RunProgress>;
  /** Kills the background (it gets no answer any more) and starts a new one on the same journal. */
  restart(): Promise<void>;
  /** Wakes the same background, as the alarm does. */
  wake(): Promise<void>;
  entries(run: RunId): Promise<readonly Entry[]>;
  states(run: RunId): Promise<readonly EntryState[]>;
  /** Requests that change something, in order. */
  writes(): readonly LoggedRequest[];
  readonly faults: unknown[];
  readonly wakeAt: () => number | null;
  signInAtDashboard(): Promise<void>;
}

/** The background against the stand-in, with a clock that waiting moves. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = testClock();
  const standIn =
    options.standIn ??
    createStandIn({
      state: smallState(),
      now: clock.now,
      sleep: clock.sleep,
      today: '2026-11-22',
      ...options,
    });
  const keys = new Map<Environment, string>();
  const remembered = new Map<Environment, boolean>();
  if (options.key !== undefined) keys.set('production', options.key);
  const { kept = new Map<string, unknown>() } = options;
  const storage = memoryStorage(kept);
  let cookie: string | null = options.signedIn === false ? null : await signIn(standIn);
  const journal = options.journal ?? createMemoryJournal();
  const faults: unknown[] = [];
  let [life, wakeAt]: [number, number | null] = [0, null];
  let background = start();

  const world: World = {
    standIn,
    journal,
    keys,
    remembered,
    clock,
    faults,
    wakeAt: () => wakeAt,
    say(command, onPart = () => {}) {
      const parsed = parseCommand(JSON.parse(JSON.stringify(command)));
      if (!parsed.ok) throw new Error(`no command: ${parsed.problem.where.join(', ')}`);
      const { handlers } = background;
      return handlers[command.kind](parsed.value as never, {
        signal: new AbortController().signal,
        part: onPart,
      }) as never;
    },
    async begin(changes, more = {}) {
      const header = { ...headerOf(changes), ...more };
      const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header });
      if (!prepared.ok) throw new Error(prepared.problem.code);
      const run = prepared.value;
      await world.say({ kind: 'add-changes', run, from: 0, changes });
      const begun = await world.say({ kind: 'begin-run', run });
      if (!begun.ok) throw new Error(begun.problem.code);
      return run;
    },
    rest(run) {
      return new Promise((resolve, reject) => {
        const see = (progress: RunProgress) => {
          if (progress.run.state.kind !== 'running') resolve(progress);
        };
        world.say({ kind: 'watch-run', run }, see).then((end) => {
          if (end.ok) resolve(end.value);
          else reject(new Error(end.problem.code));
        }, reject);
      });
    },
    async restart() {
      life += 1;
      background = start();
      await background.wake();
    },
    wake: () => background.wake(),
    entries: (run) => journal.listEntries(run, 0, 1_000_000),
    states: async (run) => (await world.entries(run)).map(({ state }) => withoutPage(state)),
    writes: () =>
      standIn.log.filter(
        ({ method, path, part }) => part === 'api' && method !== 'GET' && !path.endsWith('/search'),
      ),
    async signInAtDashboard() {
      cookie = await signIn(standIn);
    },
  };
  return world;

  function start(): Background {
    const own = life;
    const dead = () => own !== life;
    const held = new Set<string>();
    const locks: Locks = {
      async request(name, _options, work) {
        if (held.has(name)) return work(null);
        held.add(name);
        try {
          return await work({ name });
        } finally {
          held.delete(name);
        }
      },
    };
    let runs = 0;
    return createBackgroundHandlers({
      mayReach: (environment) => Promise.resolve(options.mayReach?.(environment) ?? true),
      fetch: async (url, init) => {
        if (dead()) return never();
        const headers = new Headers(init.headers);
        if (init.credentials === 'include' && cookie !== null) headers.set('cookie', cookie);
        const { method = 'GET', body } = init;
        const request = new Request(url, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
        });
        await options.onRequest?.(request, standIn);
        if (dead()) return never();
        const isDeleted = options.deleted?.has(new URL(url).pathname) === true;
        const response = isDeleted
          ? Response.json({ errors: "Doesn't exist" }, { status: 404 })
          : await standIn.fetch(request);
        return dead() ? never() : response;
      },
      now: clock.now,
      ticks: clock.ticks,
      sleep: (ms) => (dead() ? never() : clock.sleep(ms)),
      random: () => 0.5,
      ...storage,
      keys: keyStore(keys, remembered),
      managed: () => Promise.resolve(options.policy ?? {}),
      installation: () => Promise.resolve(options.installation ?? 'installation'),
      openJournal: () => Promise.resolve(options.openJournal?.() ?? ok(mortal(journal, dead))),
      newRunId: () => `run-${life}-${(runs += 1)}` as RunId,
      locks,
      ...(options.looksUpPublic === true && { publicChecks: memoryChecks(kept) }),
      onWakeAt: (at) => (wakeAt = at),
      ...(options.onBadge !== undefined && { onBadge: options.onBadge }),
      onFault: (error) => faults.push(error),
    });
  }
}

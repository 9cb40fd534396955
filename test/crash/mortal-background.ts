import type { RunId, RunProgress } from '../../lib/journal/entry';
import { withRunBackups } from '../../lib/journal/backed-up-journal';
import type { Journal } from '../../lib/journal/journal';
import { ok } from '../../lib/result';
import type { Change } from '../../lib/credential/change';
import type { CommandKind, CommandOf, PartOf } from '../../lib/rpc/contract/background-contract';
import { createBackgroundHandlers, type Background } from '../../lib/rpc/background/background-handlers';
import { COSTLY_SETTLE_DELAY_MS } from '../../lib/run/entry/settle-delay';
import { createMemoryJournal } from '../fakes/memory-journal';
import { keyStore } from '../fakes/key-store';
import { memoryStorage } from '../fakes/memory-storage';
import { memoryBackups } from '../fakes/run-backups';
import { headerOf, PAGE } from '../fakes/background-world';
import { createStandIn, type StandIn } from '../platform/stand-in';
import type { StandInOptions } from '../platform/stand-in-options';
import { held, signIn } from '../platform/test-client';
import { lateClock, type LateClock } from './late-clock';
import { valuesOf, type Values } from './values';

/**
 * The points at which a background can be killed: around each call of the journal and each request.
 */
export interface Point {
  /** `late`: the request was in flight, and arrives when the next background works. */
  readonly moment: 'before' | 'after' | 'late';
  readonly what: string;
}

export interface Mortal {
  readonly standIn: StandIn;
  readonly journal: Journal;
  readonly clock: LateClock;
  /** The points that the background has passed, and the backgrounds after it. */
  readonly points: readonly Point[];
  readonly faults: unknown[];
  /** The changes of each write on the platform, as "301 expiry-date". */
  readonly effects: readonly string[];
  /** Fills a run, begins it, and works on it until it is over, paused, or killed. */
  run(changes: readonly Change[]): Promise<void>;
  /**
   * Starts a new background on the same journal, until the run is over. Removes what makes it wait.
   */
  recover(): Promise<RunProgress | null>;
}

export interface MortalOptions extends StandInOptions {
  /** The points at which it is killed, counted from 0 over all backgrounds. */
  readonly killAt: readonly number[];
  /**
   * Whether the browser deletes the journal at each of these kills, as Chromium does with one that
   * it finds damaged.
   */
  readonly losesJournal?: boolean;
}

/** How long after the kill a late request arrives: the last moment that the settle delay covers. */
const LATE_MS = COSTLY_SETTLE_DELAY_MS - 1;
const MOST_RESUMES = 8;

/** A background, with a journal and a platform that outlive it. */
export async function createMortal(options: MortalOptions): Promise<Mortal> {
  const clock = lateClock();
  const standIn = createStandIn({
    now: clock.now,
    sleep: clock.sleepAsPlatform,
    today: '2026-11-22',
    ...options,
  });
  const cookie = await signIn(standIn);
  let journal = createMemoryJournal();
  const { copies } = memoryBackups();
  const points: Point[] = [];
  const faults: unknown[] = [];
  const effects: string[] = [];
  const lastSeen = new Map<number, Values>();
  let life = 0;
  let died = () => {};
  let death = new Promise<null>(() => {});

  const mortal: Mortal = {
    standIn,
    get journal() {
      return journal;
    },
    clock,
    points,
    faults,
    effects,
    async run(changes) {
      const background = start();
      await Promise.race([death, begin(background, changes).then((run) => rest(background, run))]);
    },
    async recover() {
      for (let lives = 0; lives <= options.killAt.length; lives += 1) {
        const background = start();
        const end = await Promise.race([death, untilOver(background)]);
        if (end !== null) return end.progress;
      }
      throw new Error('it was killed more often than was asked for');
    },
  };
  return mortal;

  async function untilOver(background: Background): Promise<{ readonly progress: RunProgress | null }> {
    await background.wake();
    const [found] = await journal.listRuns();
    if (found === undefined || found.record.state.kind === 'preparing') return { progress: null };
    const run = found.record.id;
    for (let resumes = 0; ; resumes += 1) {
      const progress = await rest(background, run);
      if (progress.run.state.kind !== 'paused') return { progress };
      if (resumes === MOST_RESUMES) throw new Error(`still paused: ${JSON.stringify(progress.run.state)}`);
      await say(background, { kind: 'resume-run', run });
    }
  }

  /** Lets the platform answer, and notes what that changed. */
  async function serve(request: Request): Promise<Response> {
    const id = Number(/credentials\/(\d+)/.exec(request.url)?.[1]);
    if (request.method === 'GET' || Number.isNaN(id)) return standIn.fetch(request);
    lastSeen.set(id, lastSeen.get(id) ?? valuesOf(held(standIn, id)));
    try {
      return await standIn.fetch(request);
    } finally {
      // Two writes may be in flight at the same time, one of them late: each change is noted once.
      const was = lastSeen.get(id) ?? {};
      const is = valuesOf(held(standIn, id));
      lastSeen.set(id, is);
      for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
        // Evidence is added one by one. The final state shows whether one is there twice.
        if (name !== 'evidence' && was[name] !== is[name]) effects.push(`${id} ${name}`);
      }
    }
  }

  function start(): Background {
    life += 1;
    const own = life;
    death = new Promise((resolve) => {
      died = () => resolve(null);
    });
    const isDead = () => own !== life;
    /** Passes a point; true when the background is killed there. */
    const diesAt = (point: Point): boolean => {
      const at = points.push(point) - 1;
      if (!options.killAt.includes(at)) return false;
      life += 1;
      if (options.losesJournal === true) journal = createMemoryJournal();
      died();
      return true;
    };
    let runs = 0;
    const onFault = (error: unknown) => void faults.push(error);
    return createBackgroundHandlers({
      async fetch(url, init) {
        if (isDead()) return never();
        const { method = 'GET', body } = init;
        const request = new Request(url, { method, headers: init.headers ?? {}, body: body ?? null });
        request.headers.set('cookie', cookie);
        const what = `${method} ${request.url}`;
        const isWrite = method !== 'GET' && !url.endsWith('/search');
        if (diesAt({ moment: 'before', what })) return never();
        if (isWrite && diesAt({ moment: 'late', what })) {
          clock.at(clock.now() + LATE_MS, () => serve(request).then(nothing, nothing));
          return never();
        }
        const response = await serve(request).catch((error: unknown) => {
          if (isDead()) return never<Response>();
          throw error;
        });
        return isDead() || diesAt({ moment: 'after', what }) ? never() : response;
      },
      now: clock.now,
      ticks: clock.ticks,
      sleep: async (ms) => {
        if (isDead()) return never();
        await clock.sleep(ms);
        return isDead() ? never() : undefined;
      },
      random: () => 0.5,
      ...memoryStorage(),
      keys: { ...keyStore(new Map(), new Map()), put: () => never(), forget: () => never() },
      openJournal: async () => {
        const [dying, dyingCopies] = [
          mortalCalls(journal, isDead, diesAt),
          mortalCalls(copies, isDead, diesAt),
        ];
        return ok(await withRunBackups(dying, dyingCopies, { now: clock.now, onFault }));
      },
      newRunId: () => `run-${own}-${(runs += 1)}` as RunId,
      locks: { request: (_name, _options, work) => work({}) },
      onFault,
    });
  }

  /**
   * Each call is atomic: the kill comes before or after it, never within (journal.ts, 2;
   * run-backups.ts, 2).
   */
  function mortalCalls<T extends object>(of: T, isDead: () => boolean, diesAt: (point: Point) => boolean): T {
    return new Proxy(of, {
      get(target, name: string & keyof T) {
        return async (...args: readonly unknown[]) => {
          if (isDead() || diesAt({ moment: 'before', what: name })) return never();
          const method: unknown = Reflect.get(target, name);
          const result: unknown = await Reflect.apply(method as () => Promise<unknown>, target, args);
          return isDead() || diesAt({ moment: 'after', what: name }) ? never() : result;
        };
      },
    });
  }
}

function say<K extends CommandKind>(
  { handlers }: Background,
  command: CommandOf<K>,
  part: (part: PartOf<K>) => void = nothing,
): ReturnType<Background['handlers'][K]> {
  const { signal } = new AbortController();
  return handlers[command.kind](command, { signal, part }) as never;
}

async function begin(background: Background, changes: readonly Change[]): Promise<RunId> {
  const prepared = await say(background, { kind: 'prepare-run', page: PAGE, header: headerOf(changes) });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const run = prepared.value;
  await say(background, { kind: 'add-changes', run, from: 0, changes });
  await say(background, { kind: 'begin-run', run });
  return run;
}

/** Waits until the run is over or paused. */
function rest(background: Background, run: RunId): Promise<RunProgress> {
  return new Promise((resolve, reject) => {
    const see = (progress: RunProgress) => {
      if (progress.run.state.kind !== 'running') resolve(progress);
    };
    say(background, { kind: 'watch-run', run }, see).then((end) => {
      if (end.ok) resolve(end.value);
      else reject(new Error(end.problem.code));
    }, reject);
  });
}

function never<T>(): Promise<T> {
  return new Promise<T>(nothing);
}

function nothing(): void {}

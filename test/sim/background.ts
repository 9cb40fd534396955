import { withRunBackups } from '../../lib/journal/backed-up-journal';
import { withHistoryCopies } from '../../lib/journal/copied-journal';
import { createFileBackups } from '../../lib/journal/file-backups';
import { createFileHistory } from '../../lib/journal/file-history';
import { JournalFault } from '../../lib/journal/journal';
import type { EntryState, RunId } from '../../lib/journal/entry';
import { withHistoryTimeouts, withTimeouts } from '../../lib/journal/timed-backups';
import type { Later, Sleep } from '../../lib/platform/sleep';
import { failed, ok } from '../../lib/result';
import { createBackgroundHandlers, type Background } from '../../lib/rpc/background/background-handlers';
import type { Locks } from '../../lib/run/loop/locks';
import { memoryStorage } from '../fakes/memory-storage';
import { openSecrets } from '../fakes/secrets';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { createChannel, directoryOver, journalOver, type Disk } from './disk';
import { createNetwork } from './network';
import type { Owner } from './scheduler';
import type { World } from './world';

/** `life`: counts the backgrounds from 1. */
interface LifeOwner extends Owner {
  readonly life: number;
}

/** One life of the background. */
export interface Life {
  readonly owner: Owner;
  readonly background: Background;
  /** Ends it. `committed`: the share of its writes to the disk that are carried out yet. */
  die(committed: number): void;
}

/** Things that the lives share. */
export interface Shared {
  readonly disk: Disk;
  /** The holder of each lock. */
  readonly locks: Map<string, Owner>;
  readonly requests: { next: number };
  openings: number;
  runs: number;
  /** Called with how often the background is to be woken; null: not at all. */
  readonly wakeEvery: (ms: number | null) => void;
  readonly onIntent: (owner: LifeOwner, args: readonly unknown[]) => void;
}

export function startBackground(world: World, shared: Shared, life: number): Life {
  const { scheduler, random, scenario, watch } = world;
  const { disk } = shared;
  const name = `background ${life}`;
  const owner: LifeOwner = { name, isDead: false, isLocal: true, life };
  const network = createNetwork(world, owner, shared.requests, (ms) => channels.journal.holdUp(ms));
  const faultOf = (of: 'journal' | 'files') => () => {
    const nth = (disk.calls[of] += 1) - 1;
    const how = world.troubleAt('disk', nth, (trouble) => trouble.of === of)?.how;
    if (how !== undefined) world.tell(() => `${name}: the ${of} fail: ${how}`);
    return how;
  };
  const channels = {
    journal: createChannel(world, owner, 4, faultOf('journal')),
    files: createChannel(world, owner, 2, faultOf('files')),
  };
  const begunAt = scheduler.time();
  const asleepBefore = scheduler.asleep();
  const now = () => world.now() + world.clockSet;
  const later: Later = (ms, work) => scheduler.after(ms, owner, work);
  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const giveUp = () => {
        callOff();
        reject(signal?.reason as Error);
      };
      const callOff = later(ms, () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      });
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  const onFault = (error: unknown) => {
    world.tell(() => `${name}: fault ${String(error)}`);
    const isDisks = error instanceof JournalFault || error instanceof DOMException;
    if (!isDisks) watch.violated('no bug', error instanceof Error ? (error.stack ?? '') : String(error));
  };
  const locks: Locks = {
    async request(lock, _options, work) {
      const holder = shared.locks.get(lock);
      if (holder !== undefined && !holder.isDead) return work(null);
      shared.locks.set(lock, owner);
      try {
        return await work({ name: lock });
      } finally {
        if (shared.locks.get(lock) === owner) shared.locks.delete(lock);
      }
    },
  };
  let runsAtWork = 0;
  const background = createBackgroundHandlers({
    fetch: network.fetch,
    now,
    ticks: () =>
      Math.floor(
        scheduler.time() - begunAt - (scenario.ticksInSleep ? 0 : scheduler.asleep() - asleepBefore),
      ),
    sleep,
    later,
    random,
    ...memoryStorage(disk.storage),
    keys: {
      get: () =>
        Promise.resolve(scenario.hasKey || scenario.switches.session !== 'taken' ? ACCOUNT_KEY : null),
      put: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      where: () => Promise.resolve('nowhere'),
    },
    paceMemory: {
      load: () => Promise.resolve(disk.storage.get('pace')),
      save: (ended) =>
        Promise.resolve(runsAtWork > 0 && disk.storage.set('pace', ended)).then(() => undefined),
    },
    openJournal,
    newRunId: () => `run-${(shared.runs += 1)}` as RunId,
    locks,
    keepAwake: (needed) => {
      runsAtWork += needed ? 1 : -1;
    },
    onBadge: (_badge, wakeEveryMs) => shared.wakeEvery(wakeEveryMs),
    onFault,
  });
  background.wake().catch(onFault);
  return {
    owner,
    background,
    die(committed) {
      owner.isDead = true;
      channels.journal.die(committed);
      channels.files.die(committed);
      network.die();
    },
  };

  async function openJournal() {
    const how = world.troubleAt('opening', (shared.openings += 1) - 1)?.how;
    if (how !== undefined) world.tell(() => `${name}: the journal does not open: ${how}`);
    if (how === 'never') await new Promise(() => undefined);
    if (how === 'slow') await sleep(25_000);
    else if (how !== undefined) return failed({ code: 'journal-unavailable', detail: how } as const);
    const journal = journalOver(disk, channels.journal, {
      begun(call, args) {
        world.tell(() => `${name}: journal ${call}${wordsOf(call, args)}`);
        if (call === 'transitionEntry') shared.onIntent(owner, args);
      },
      committed(call, [, position, state]) {
        if (call !== 'transitionEntry') return;
        const credential = scenario.changes[position as number]?.credential;
        if (credential !== undefined) watch.noted(credential, (state as EntryState).kind);
      },
    });
    const root = () => Promise.resolve(directoryOver(disk, channels.files));
    const backups = withTimeouts(createFileBackups(root, openSecrets()), sleep);
    const copies = withHistoryTimeouts(createFileHistory(root, openSecrets()), sleep);
    const copied = await withHistoryCopies(journal, copies, onFault);
    return ok(await withRunBackups(copied.journal, backups, { now, onFault }));
  }
}

function wordsOf(call: string, args: readonly unknown[]): string {
  if (call === 'transitionEntry') return ` ${String(args[1])} ${JSON.stringify(args[2])}`;
  return call === 'transitionRun' ? ` ${JSON.stringify(args[1])}` : '';
}

import { JournalFault, type Journal } from '../../lib/journal/journal';
import { fakeDirectory, fakeFiles, type FakeFiles } from '../fakes/directory';
import { createMemoryJournal } from '../fakes/memory-journal';
import type { DiskFault } from './case';
import type { Owner } from './scheduler';
import type { World } from './world';

/** Things that a computer keeps while its programs come and go. */
export interface Disk {
  journal: Journal;
  readonly files: FakeFiles;
  /** The content of `storage.local`, by name. */
  readonly storage: Map<string, unknown>;
  /** Positions of entries that a newer version wrote in its own way. */
  readonly unreadable: Set<number>;
  calls: { journal: number; files: number };
  /** Throws the database away, as Chromium does with one that it finds damaged. */
  lose(): void;
}

export function createDisk(): Disk {
  const unreadable = new Set<number>();
  const isUnreadable = (position: number) => unreadable.has(position);
  // Records are never changed in place, and copies would take a third of the time.
  const create = () => createMemoryJournal({ isUnreadable, copy: (value) => value });
  const disk: Disk = {
    journal: create(),
    files: fakeFiles(),
    storage: new Map(),
    unreadable,
    calls: { journal: 0, files: 0 },
    lose() {
      unreadable.clear();
      disk.journal = create();
    },
  };
  return disk;
}

/** The way of one program to a part of the disk. */
export interface Channel {
  /** Carries out the work some time later, after all that was asked for before. */
  operate<T>(work: () => T | Promise<T>): Promise<T>;
  /** Carries out a share of what is under way, the oldest first, and nothing after it. */
  die(share: number): void;
  /** Whatever is asked for from now on waits for so long. */
  holdUp(ms: number): void;
}

const SLOW_MS = 25_000;

/** `faultOf`: what goes wrong with the next operation. After `never` nothing is answered. */
export function createChannel(
  { scheduler, random }: World,
  owner: Owner,
  mostMs: number,
  faultOf: () => DiskFault | undefined,
): Channel {
  const underWay: { carryOut(): void; refuse: boolean; answer(): void }[] = [];
  let isStuck = false;
  let heldUpUntil = 0;

  return {
    operate<T>(work: () => T | Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        const how = faultOf();
        if (how === 'never') isStuck = true;
        if (isStuck) return;
        const isRefused = how === 'QuotaExceededError' || how === 'UnknownError';
        underWay.push({
          refuse: isRefused,
          carryOut: () => void attempt(work).catch(() => undefined),
          answer() {
            if (isRefused) reject(new DOMException('refused', how));
            else attempt(work).then(resolve, reject);
          },
        });
        // Each event serves the oldest, so that none overtakes another.
        const delay = (how === 'slow' ? SLOW_MS : 0) + Math.max(0, heldUpUntil - scheduler.time());
        scheduler.after(delay + mostMs * random(), owner, () => underWay.shift()?.answer());
      });
    },
    die(share) {
      for (const one of underWay.splice(0, Math.round(share * underWay.length)))
        if (!one.refuse) one.carryOut();
      underWay.length = 0;
    },
    holdUp(ms) {
      heldUpUntil = scheduler.time() + ms;
    },
  };
}

async function attempt<T>(work: () => T | Promise<T>): Promise<T> {
  return work();
}

export interface OnJournalCall {
  readonly begun: (name: string, args: readonly unknown[]) => void;
  /** It is on the disk, whether or not its background lives to hear of it. */
  readonly committed: (name: string, args: readonly unknown[]) => void;
}

/** The journal as one background reaches it: each call is one transaction, one after the other. */
export function journalOver(disk: Disk, channel: Channel, on: OnJournalCall) {
  // The database of this background: one that is thrown away later is not opened again by it.
  const { journal } = disk;
  return new Proxy(journal, {
    get(target, name: keyof Journal) {
      return async (...args: readonly unknown[]) => {
        on.begun(name, args);
        try {
          return await channel.operate<unknown>(async () => {
            const method: unknown = Reflect.get(target, name);
            const answer = await (Reflect.apply(method as () => Promise<unknown>, target, args) as unknown);
            on.committed(name, args);
            return answer;
          });
        } catch (error) {
          throw error instanceof DOMException ? new JournalFault(error.name) : error;
        }
      };
    },
  });
}

/** The file system as one background reaches it. */
export function directoryOver(disk: Disk, channel: Channel): FileSystemDirectoryHandle {
  return fakeDirectory(disk.files, (work) => channel.operate(work));
}

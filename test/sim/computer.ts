import type { JournalRun } from '../../lib/journal/journal';
import { isEnded } from '../../lib/journal/transitions';
import { createBackgroundClient, type BackgroundClient } from '../../lib/rpc/client/background-client';
import { serveBackground } from '../../lib/rpc/background/background-server';
import { parseCommand } from '../../lib/rpc/background/command-schema';
import type { Port } from '../../lib/rpc/contract/port';
import { startBackground, type Life, type Shared } from './background';
import { createDisk, type Disk } from './disk';
import { createIntentRules, type IntentRules } from './intent-rules';
import type { Owner } from './scheduler';
import type { World } from './world';

/** The admin's computer: starts backgrounds, keeps their alarm, and connects panels to them. */
export interface Computer {
  readonly disk: Disk;
  readonly intents: IntentRules;
  /** How many backgrounds have been started. */
  readonly lives: () => number;
  /** The runs that the last loss of the database met while they were open and had a backup. */
  readonly losses: readonly JournalRun[];
  readonly databasesLost: () => number;
  /** Starts the browser, and with it the background, if none lives. */
  start(): void;
  /** The background dies. It is started again after so long, or by an alarm or a panel before. */
  kill(committed: number, isDiskLost: boolean, againAfter: number): void;
  /** A second background takes over while the first one still lives for so long. */
  overlap(lasts: number): void;
  /** A client of a panel. It ends with its owner. */
  panel(owner: Owner): BackgroundClient;
}

const isBegun = ({ record }: JournalRun) => record.state.kind !== 'preparing';

/** One end of a port. */
interface End {
  readonly messages: ((message: unknown) => void)[];
  readonly disconnects: (() => void)[];
  send(work: () => void): void;
}

export function createComputer(world: World): Computer {
  const { scheduler, computer: self } = world;
  const disk = createDisk();
  const intents = createIntentRules(world.watch, world.scenario.trial);
  const losses: JournalRun[] = [];
  let life: Life | null = null;
  /** Backgrounds that were replaced and go on for a while. */
  const replaced = new Set<() => void>();
  let lives = 0;
  let databasesLost = 0;
  let alarm: { readonly everyMs: number; readonly callOff: () => void } | null = null;
  /** Connections of the present background, which end with it. */
  const connections: (() => void)[] = [];
  const shared: Shared = {
    disk,
    locks: new Map(),
    requests: { next: 0 },
    openings: 0,
    runs: 0,
    wakeEvery: setAlarm,
    onIntent: (owner, args) => intents.called(owner.life, args),
  };

  const computer: Computer = {
    disk,
    intents,
    losses,
    databasesLost: () => databasesLost,
    lives: () => lives,
    start() {
      if (life !== null) return;
      lives += 1;
      world.tell(() => `a background is started`);
      life = startBackground(world, shared, lives);
    },
    kill(committed, isDiskLost, againAfter) {
      const dying = life;
      if (dying !== null) end(dying, committed);
      for (const endReplaced of replaced) endReplaced();
      if (isDiskLost) {
        const files = disk.files.directories.get('runs')?.files ?? new Map<string, string>();
        // A file that was created and not yet written is empty.
        const written = new Set([...files].flatMap(([name, text]) => (text === '' ? [] : [name])));
        // An entry that cannot be read is in no backup, and without it the backup is none.
        const isWhole = disk.unreadable.size === 0;
        const hasBackup = (id: string) =>
          isWhole && written.has(`${id}.state`) && written.has(`${id}.changes`);
        void disk.journal
          .listRuns()
          .then((runs) =>
            losses.push(...runs.filter((run) => isBegun(run) && !isEnded(run) && hasBackup(run.record.id))),
          );
        databasesLost += 1;
        // Those of an earlier loss came back, and this one shows what became of them.
        losses.length = 0;
        disk.lose();
        intents.forget();
        world.watch.forgetNotes();
      }
      world.tell(() => `the background dies${isDiskLost ? ', and the database is thrown away' : ''}`);
      scheduler.after(againAfter, self, () => computer.start());
    },
    overlap(lasts) {
      const old = life;
      if (old === null) return;
      world.tell(() => `${old.owner.name} is replaced, and goes on for ${lasts} ms`);
      life = null;
      const its = connections.splice(0);
      const endOld = () => {
        if (!replaced.delete(endOld)) return;
        old.die(1);
        for (const disconnect of its) disconnect();
      };
      replaced.add(endOld);
      scheduler.after(lasts, self, endOld);
      computer.start();
    },
    panel: (owner) => createBackgroundClient(() => connect(owner)),
  };
  return computer;

  function end(dying: Life, committed: number): void {
    life = null;
    dying.die(committed);
    for (const disconnect of connections.splice(0)) disconnect();
  }

  function setAlarm(everyMs: number | null): void {
    if (alarm?.everyMs === everyMs) return;
    alarm?.callOff();
    alarm = null;
    if (everyMs === null) return;
    const again = (): (() => void) =>
      scheduler.after(everyMs, self, () => {
        if (alarm !== null) alarm = { everyMs, callOff: again() };
        if (life === null) computer.start();
        else life.background.wake().catch((error: unknown) => world.tell(() => `wake: ${String(error)}`));
      });
    alarm = { everyMs, callOff: again() };
  }

  /** Opens a port to the background. Messages take a moment, in their order. */
  function connect(panel: Owner): Port {
    computer.start();
    const serving = life;
    if (serving === null) throw new Error('there is no background');
    const [near, far] = [createEnd(panel), createEnd(serving.owner)];
    const portOf = (own: End, other: End): Port => ({
      postMessage: (message) => other.send(() => other.messages.forEach((hear) => hear(message))),
      disconnect: () => other.send(() => other.disconnects.forEach((hear) => hear())),
      onMessage: { addListener: (hear) => void own.messages.push(hear) },
      onDisconnect: { addListener: (hear) => void own.disconnects.push(hear) },
    });
    const port = portOf(near, far);
    serveBackground(portOf(far, near), {
      handlers: serving.background.handlers,
      parse: parseCommand,
      onFault: (error) => world.tell(() => `command: ${String(error)}`),
      onBusy: () => undefined,
    });
    connections.push(() => near.send(() => near.disconnects.forEach((hear) => hear())));
    return port;
  }

  function createEnd(owner: Owner): End {
    const waiting: (() => void)[] = [];
    return {
      messages: [],
      disconnects: [],
      send(work: () => void) {
        waiting.push(work);
        scheduler.after(world.random() * 2, owner, () => waiting.shift()?.());
      },
    };
  }
}

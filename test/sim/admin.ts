import type { RunId } from '../../lib/journal/entry';
import type { CommandKind, CommandOf } from '../../lib/rpc/contract/background-contract';
import type { AnswerOf } from '../../lib/rpc/contract/background-contract';
import { headerOf, PAGE } from '../fakes/background-world';
import type { Command } from './case';
import type { Computer } from './computer';
import type { Owner } from './scheduler';
import type { World } from './world';

/** The admin, who fills a run and begins it, gives commands, and looks after it in the end. */
export interface Admin {
  /** Whether the first panel has nothing more to do. */
  readonly isThrough: () => boolean;
  /** The run that the admin has begun or tried to begin; null: none yet. */
  readonly run: () => RunId | null;
  /** Fills a run and begins it, as often as something goes wrong on the way. */
  begin(): void;
  /** Gives a command in a second panel. */
  command(command: Command): void;
  /** Opens a panel and resumes what waits, until nobody needs it any more. */
  lookAfter(): void;
  /** Closes all panels. */
  leave(): void;
}

const MOST_TRIES = 12;
const AGAIN_MS = 10_000;
const PART = 40;

export function createAdmin(world: World, computer: Computer): Admin {
  const { scheduler, scenario } = world;
  let run: RunId | null = null;
  let isThrough = false;
  /** Presses of "Pause" and "Cancel" that are not answered yet. */
  let stopsUnderWay = 0;
  const panels: Owner[] = [];

  return {
    isThrough: () => isThrough,
    run: () => run,
    begin() {
      const panel = open('panel 1');
      void fill(panel).then(() => {
        isThrough = true;
        if (run !== null) void watchRun(panel, run);
      });
    },
    command(command) {
      const panel = open('panel 2');
      void panel.wait(0).then(() => carryOut(panel, command));
    },
    lookAfter() {
      void tend(open('panel 3'));
    },
    leave() {
      for (const owner of panels) owner.isDead = true;
    },
  };

  function open(name: string) {
    const owner: Owner = { name, isDead: false, isLocal: true };
    panels.push(owner);
    const client = computer.panel(owner);
    const wait = (ms: number) => new Promise<void>((resolve) => void scheduler.after(ms, owner, resolve));
    /** The answer; null when the background has failed. */
    const call = async <K extends CommandKind>(command: CommandOf<K>): Promise<AnswerOf<K> | null> => {
      world.tell(() => `${name}: ${command.kind}`);
      try {
        const answer = await client.call(command);
        world.tell(() => `${name}: ${command.kind} -> ${answer.ok ? 'ok' : answer.problem.code}`);
        return answer;
      } catch (error) {
        // The panel shows that it failed, and the admin tries again.
        world.tell(() => `${name}: ${command.kind} failed: ${String(error)}`);
        return null;
      }
    };
    return { wait, call };
  }

  async function fill({ call, wait }: Panel): Promise<void> {
    const { changes, trial } = scenario;
    for (let tries = 0; tries < MOST_TRIES && !world.isCalm; tries += 1) {
      if (tries > 0) await wait(AGAIN_MS);
      const prepared = await call({
        kind: 'prepare-run',
        page: PAGE,
        header: { ...headerOf(changes), ...(trial !== null && { trial }) },
        writer: 'panel 1',
      });
      if (prepared === null) continue;
      if (!prepared.ok && prepared.problem.code === 'run-in-progress') return;
      if (!prepared.ok) continue;
      const filling = prepared.value;
      let isFilled = true;
      for (let from = 0; from < changes.length && isFilled; from += PART) {
        const part = changes.slice(from, from + PART);
        const added = await call({ kind: 'add-changes', run: filling, from, changes: part });
        isFilled = added?.ok === true;
      }
      if (!isFilled) continue;
      run = filling;
      const begun = await call({ kind: 'begin-run', run: filling });
      if (begun?.ok === true) return;
    }
  }

  async function watchRun({ call }: Panel, watched: RunId): Promise<void> {
    await call({ kind: 'watch-run', run: watched });
  }

  async function carryOut({ call }: Panel, command: Command): Promise<void> {
    if (command === 'open panel') {
      await call({ kind: 'connect', page: PAGE });
      return;
    }
    if (command === 'find') {
      await call({ kind: 'find-run', page: PAGE });
      return;
    }
    if (run === null) return;
    if (command === 'go on') {
      computer.intents.asked('trial');
      await call({ kind: 'resume-run', run, after: 'trial' });
      return;
    }
    if (command === 'resume') computer.intents.asked();
    const isStop = command === 'pause' || command === 'cancel';
    const isAlone = stopsUnderWay === 0;
    if (isStop) stopsUnderWay += 1;
    const { resumes } = computer.intents;
    const answer = await call({ kind: `${command}-run`, run });
    // A "Resume" that was pressed meanwhile may be carried out before or after. A second "Cancel"
    // is answered at once, while the first one is being saved.
    if (isStop) stopsUnderWay -= 1;
    const isClear = isAlone && resumes === computer.intents.resumes;
    if (isStop && answer?.ok === true && isClear) await noteStop(run);
  }

  /** Notes what the admin relies on: what the journal says after a command was answered. */
  async function noteStop(stopped: RunId): Promise<void> {
    const found = await computer.disk.journal.readRun(stopped);
    const state = found?.record.state;
    if (state?.kind === 'cancelled') computer.intents.told('cancelled', computer.lives());
    if (state?.kind === 'paused' && state.reason.kind === 'asked')
      computer.intents.told('paused', computer.lives());
  }

  async function tend({ call, wait }: Panel): Promise<void> {
    await call({ kind: 'connect', page: PAGE });
    for (;;) {
      const found = await call({ kind: 'find-run', page: PAGE });
      const paused = found?.ok === true ? found.value?.run : undefined;
      // After a loss it may wait though it was cancelled: then it is cancelled again.
      if (paused?.state.kind === 'paused' && computer.intents.isCancelled) {
        await call({ kind: 'cancel-run', run: paused.id });
      } else if (paused?.state.kind === 'paused') {
        const after = paused.state.reason.kind === 'trial' ? 'trial' : undefined;
        computer.intents.asked(after);
        await call({ kind: 'resume-run', run: paused.id, ...(after !== undefined && { after }) });
      }
      await wait(AGAIN_MS);
    }
  }
}

type Panel = {
  readonly wait: (ms: number) => Promise<void>;
  readonly call: <K extends CommandKind>(command: CommandOf<K>) => Promise<AnswerOf<K> | null>;
};

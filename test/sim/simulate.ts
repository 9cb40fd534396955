import { isDeepStrictEqual } from 'node:util';
import { isEnded } from '../../lib/journal/transitions';
import type { JournalRun } from '../../lib/journal/journal';
import { createAdmin, type Admin } from './admin';
import type { Case, Trouble } from './case';
import { createComputer, type Computer } from './computer';
import { brokenAtTheEnd } from './end-rules';
import type { Violation } from './watch';
import { createWorld, type World } from './world';

export interface Outcome {
  readonly violations: readonly Violation[];
  /** Events that were delivered. */
  readonly steps: number;
  /** Minutes of the world's time. */
  readonly minutes: number;
  /** Whether the run was begun at all, and how it ended. */
  readonly end: string;
}

/** A run is to be over so long after troubles have ended, and each change adds a little. */
const MOST_CALM_MS = 30 * 60_000;
const MOST_FOR_EACH_MS = 10_000;
/** How often it is looked whether the run is over. */
const LOOK_MS = 1_000;

type OnLine = ((line: string) => void) | null;

/** Carries out a case from beginning to end. `onLine`: called with each line of its history. */
export async function simulate(scenario: Case, onLine: OnLine = null): Promise<Outcome> {
  const { stackTraceLimit } = Error;
  // Each abort makes an error. Their stacks would take a fifth of the time, and nobody reads them.
  if (onLine === null) Error.stackTraceLimit = 0;
  try {
    return await carryOut(scenario, onLine);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function carryOut(scenario: Case, onLine: OnLine): Promise<Outcome> {
  const byStep = new Map<number, Trouble[]>();
  for (const trouble of scenario.troubles)
    if ('step' in trouble) byStep.set(trouble.step, [...(byStep.get(trouble.step) ?? []), trouble]);
  const world = createWorld(scenario, {
    onLine,
    onStep(step) {
      if (!world.isCalm)
        for (const trouble of byStep.get(step) ?? []) happen(trouble, world, computer, admin);
    },
  });
  const computer = createComputer(world);
  const admin = createAdmin(world, computer);
  const { scheduler, watch } = world;

  computer.start();
  admin.begin();
  await untilOver(world, computer, admin, scenario.calmFrom);
  world.isCalm = true;
  world.platform.isSignedIn = true;
  world.tell(() => 'troubles end');
  // A call that the browser never answered stays so until the background is started again.
  const isStuck = scenario.troubles.some((trouble) => 'how' in trouble && trouble.how === 'never');
  if (isStuck) computer.kill(1, false, 0);
  admin.lookAfter();
  const most = scheduler.time() + MOST_CALM_MS + MOST_FOR_EACH_MS * scenario.changes.length;
  const isOver = await untilOver(world, computer, admin, most);
  const run = await begunRun(computer, admin);
  if (!isOver) {
    const state =
      run === null ? 'not begun' : `${JSON.stringify(run.record.state)} ${JSON.stringify(run.counts)}`;
    watch.violated('it ends', `${state} after ${Math.round(scheduler.time() / 60_000)} minutes`);
  }
  admin.leave();
  // Writes that nobody waits for any more may arrive yet, and backups go.
  await scheduler.run(() => false, scheduler.time() + 40_000);
  computer.kill(1, false, 0);
  await scheduler.run(() => false, scheduler.time() + 5_000);
  const broken = [
    ...(await brokenAtTheEnd(world, computer, run)),
    ...(await lostHistory(world, computer, run)),
  ];
  return {
    violations: [...watch.violations, ...broken],
    steps: scheduler.steps(),
    minutes: scheduler.time() / 60_000,
    end: run === null ? 'not begun' : run.record.state.kind,
  };
}

/** Lets time pass until the run is over and the admin has nothing to do. */
async function untilOver(world: World, computer: Computer, admin: Admin, until: number): Promise<boolean> {
  const { scheduler } = world;
  while (scheduler.time() < until) {
    const end = await scheduler.run(() => false, Math.min(until, scheduler.time() + LOOK_MS));
    const run = await begunRun(computer, admin);
    if (run === null ? admin.isThrough() && computer.losses.length === 0 : isEnded(run)) return true;
    if (end === 'idle') return false;
  }
  return false;
}

/**
 * Throws the database away once everything is over: the next background has to know how the run
 * ended all the same.
 */
async function lostHistory(
  { scheduler }: World,
  computer: Computer,
  run: JournalRun | null,
): Promise<readonly Violation[]> {
  if (run === null || !isEnded(run)) return [];
  const before = await historyOf(computer, run);
  computer.kill(1, true, 0);
  await scheduler.run(() => false, scheduler.time() + 5_000);
  const after = await historyOf(computer, run);
  // Entries that a newer version wrote in its own way meanwhile may be in the copy.
  const kept = after.entries.filter(({ position }) =>
    before.entries.some((entry) => entry.position === position),
  );
  if (isDeepStrictEqual({ ...after, entries: kept }, before)) return [];
  const words = `${JSON.stringify(before)} became ${JSON.stringify(after)}`;
  return [{ rule: 'the history survives a loss of the database', words }];
}

/** All that the journal says of how a run ended. */
async function historyOf({ disk }: Computer, { record: { id } }: JournalRun) {
  const run = await disk.journal.readRun(id);
  const entries = await disk.journal.listEntries(id, 0, 1_000_000);
  return { run: run && { ...run, isEndSeen: true }, entries };
}

/** The run that was begun; null when there is none (yet, or because it was lost before). */
async function begunRun({ disk }: Computer, admin: Admin): Promise<JournalRun | null> {
  const runs = await disk.journal.listRuns();
  return runs.find(({ record }) => record.state.kind !== 'preparing' && record.id === admin.run()) ?? null;
}

function happen(trouble: Trouble, world: World, computer: Computer, admin: Admin): void {
  const { scheduler, platform, watch } = world;
  switch (trouble.kind) {
    case 'death':
      computer.kill(trouble.committed, trouble.isDiskLost, trouble.after);
      break;
    case 'overlap':
      computer.overlap(trouble.lasts);
      break;
    case 'edit': {
      const { credential, fields } = trouble;
      const isTaken = watch.edited(credential, () => platform.edit(credential, fields, world.now()));
      if (isTaken) world.tell(() => `somebody edits ${credential}: ${JSON.stringify(fields)}`);
      break;
    }
    case 'command':
      admin.command(trouble.command);
      break;
    case 'clock':
      world.clockSet += trouble.by;
      world.tell(() => `the clock is set by ${trouble.by} ms`);
      break;
    case 'laptop':
      scheduler.suspend(trouble.sleeps);
      world.tell(() => `the laptop sleeps for ${trouble.sleeps} ms`);
      break;
    case 'signed-out':
      platform.isSignedIn = false;
      world.tell(() => `the session ends for ${trouble.lasts} ms`);
      scheduler.after(trouble.lasts, world.outside, () => {
        platform.isSignedIn = true;
      });
      break;
    case 'newer-version':
      computer.disk.unreadable.add(trouble.position);
      world.tell(() => `entry ${trouble.position} is written by a newer version`);
      break;
    case 'request':
    case 'late-edit':
    case 'disk':
    case 'opening':
      // These meet the nth of something, wherever that is.
      break;
  }
}

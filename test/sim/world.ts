import { seededRandom, type Random } from '../platform/seeded-random';
import type { Case, Trouble } from './case';
import { createPlatform, type Platform } from './platform';
import { createScheduler, type Owner, type Scheduler } from './scheduler';
import { createWatch, type Watch } from './watch';

/** When each case begins, by the platform's clock. */
export const BEGIN = Date.parse('2026-11-22T09:00:00Z');

type Of<K extends Trouble['kind']> = Extract<Trouble, { readonly kind: K }>;

/** All that lies outside of the code under test. */
export interface World {
  readonly scenario: Case;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly platform: Platform;
  readonly watch: Watch;
  /** The admin's computer: what is not of one program, such as alarms and messages. */
  readonly computer: Owner;
  /** The network and the platform. Their time goes on while the laptop sleeps. */
  readonly outside: Owner;
  /** By how much the computer's clock was set. */
  clockSet: number;
  /** Whether troubles have ended. */
  isCalm: boolean;
  /** The platform's clock, in milliseconds since 1970. */
  now(): number;
  /** The trouble that meets the nth of something; none once it is calm. */
  troubleAt<K extends 'request' | 'disk' | 'opening'>(
    kind: K,
    nth: number,
    fits?: (trouble: Of<K>) => boolean,
  ): Of<K> | undefined;
  /** Notes a line of the history, when somebody reads it. */
  tell(line: () => string): void;
}

export interface WorldOptions {
  /** Called with each line of the history. */
  readonly onLine: ((line: string) => void) | null;
  /** Called before each event with its number. */
  readonly onStep: (step: number) => void;
}

export function createWorld(scenario: Case, { onLine, onStep }: WorldOptions): World {
  const random = seededRandom(scenario.seed, 'order');
  const scheduler = createScheduler(random, onStep);
  const platform = createPlatform(scenario.state, scenario.switches);
  const world: World = {
    scenario,
    scheduler,
    random,
    platform,
    watch: createWatch(scenario, platform, () => scheduler.time()),
    computer: { name: 'computer', isDead: false, isLocal: true },
    outside: { name: 'platform', isDead: false, isLocal: false },
    clockSet: 0,
    isCalm: false,
    now: () => Math.floor(BEGIN + scheduler.time()),
    troubleAt(kind, nth, fits = () => true) {
      if (world.isCalm) return undefined;
      return scenario.troubles.find(
        (trouble): trouble is Of<typeof kind> =>
          trouble.kind === kind &&
          'nth' in trouble &&
          trouble.nth === nth &&
          fits(trouble as Of<typeof kind>),
      );
    },
    tell(line) {
      if (onLine === null) return;
      const seconds = (scheduler.time() / 1000).toFixed(3).padStart(10);
      onLine(`${String(scheduler.steps()).padStart(5)} ${seconds} s  ${line()}`);
    },
  };
  return world;
}

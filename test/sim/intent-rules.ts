import type { EntryState } from '../../lib/journal/entry';
import type { Watch } from './watch';

/** Checks the intents that a background writes down: they come before their requests. */
export interface IntentRules {
  /** The background of this life asks the journal for the transition of an entry. */
  called(life: number, args: readonly unknown[]): void;
  /** The admin was told that the run waits or is cancelled, when so many lives had begun. */
  told(stopped: 'paused' | 'cancelled', life: number): void;
  /** The admin asks for the run to go on; `after`: after its trial. */
  asked(after?: 'trial'): void;
  /** Whether the admin was told last that the run is cancelled. */
  readonly isCancelled: boolean;
  /** How often the admin asked for that. */
  readonly resumes: number;
  /** The journal was thrown away. */
  forget(): void;
}

/** `isLost`: the journal was thrown away since, so that the admin may be asked again. */
interface Stop {
  readonly by: 'paused' | 'cancelled';
  readonly life: number;
  readonly isLost: boolean;
}

/** `trial`: how many entries are tried before the admin lets the run go on; null: no trial. */
export function createIntentRules(watch: Watch, trial: number | null): IntentRules {
  const known = new Map<number, { readonly kind: EntryState['kind']; readonly life: number }>();
  let stop: Stop | null = null;
  let resumes = 0;
  let isTrialOver = trial === null;

  return {
    get isCancelled() {
      return stop?.by === 'cancelled';
    },
    get resumes() {
      return resumes;
    },
    told(by, life) {
      stop = { by: stop?.by === 'cancelled' ? 'cancelled' : by, life: stop?.life ?? life, isLost: false };
    },
    asked(after) {
      resumes += 1;
      if (after === 'trial') isTrialOver = true;
      if (stop?.by !== 'cancelled' || stop.isLost) stop = null;
    },
    forget() {
      known.clear();
      if (stop !== null) stop = { ...stop, isLost: true };
    },
    called(life, [, position, to]) {
      const at = position as number;
      const { kind } = to as EntryState;
      const before = known.get(at);
      known.set(at, { kind, life });
      if (kind === 'sent' && !isTrialOver && trial !== null && at >= trial)
        watch.violated('nothing but its trial is sent before', `entry ${at} of a trial of ${trial}`);
      // One that was replaced before the command is not told of it.
      if (kind !== 'sent' || stop === null || life < stop.life) return;
      // A field that the platform did not clear is tried the other way by the step that wrote it.
      if (before?.kind === 'sent' && before.life === life) return;
      watch.violated('nothing is begun after a stop', `entry ${at} is sent in a run that is ${stop.by}`);
    },
  };
}

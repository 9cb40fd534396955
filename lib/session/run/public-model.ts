import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Entry, RunId } from '../../journal/entry';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { ok, type Result } from '../../result';
import type { RunProblem } from '../../rpc/contract/background-contract';
import type { PublicCheck } from '../../run/public-check/public-checks';
import { isWorthALook, namedEntries, type KnownChecks } from '../../run/public-check/shown-sights';
import { modelFactory } from '../state/model-factory';
import { readEntries } from './read-entries';

interface NamedRun {
  readonly run: RunId;
  readonly entries: Result<readonly Entry[], RunProblem>;
}

/** Shows what everybody sees of the changes of runs (docs/product.md 2.6). */
export interface PublicModel {
  readonly checks: ReadonlySignal<KnownChecks>;
  /** Entries of a run of the history whose rows were asked for, or why they cannot be read. */
  readonly named: ReadonlySignal<NamedRun | null>;
  /** Looks whether there are checks of these runs, and how far they are. */
  look(runs: readonly RunId[]): Promise<void>;
  /** The same for those that are being asked, or were due since. */
  lookAgain(runs: readonly RunId[]): Promise<void>;
  /** Has those that are still open asked again now. */
  askNow(runs: readonly RunId[]): Promise<void>;
  /** Reads the entries of a run of the history whose rows are to be named. `total`: its changes. */
  nameRows(run: RunId, total: number): Promise<void>;
}

export const createPublicModel = modelFactory(
  (background: BackgroundClient, now: () => number): PublicModel => {
    const checks = signal<KnownChecks>(new Map());
    const named = signal<NamedRun | null>(null);

    const note = (run: RunId, check: PublicCheck | null) => {
      const known = new Map(checks.peek());
      if (check === null) known.delete(run);
      else known.set(run, check);
      checks.value = known;
    };
    const look = async (runs: readonly RunId[]) => {
      for (const run of runs) {
        const answer = await background.call({ kind: 'read-public-check', run });
        if (answer.ok) note(run, answer.value);
      }
    };
    return {
      checks,
      named,
      look,
      async lookAgain(runs) {
        const isDue = (run: RunId) => {
          const check = checks.peek().get(run);
          return check === undefined || isWorthALook(check, now());
        };
        await look(runs.filter(isDue));
      },
      async askNow(runs) {
        for (const run of runs) {
          const answer = await background.call({ kind: 'ask-public-now', run });
          if (answer.ok) note(run, answer.value);
        }
      },
      async nameRows(run, total) {
        const all = await readEntries(background, run, total);
        const entries = all.ok ? ok([...namedEntries(all.value, checks.peek()).values()].flat()) : all;
        named.value = { run, entries };
      },
    };
  },
);

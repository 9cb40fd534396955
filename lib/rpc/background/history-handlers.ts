import { isDenied } from '../../journal/journal-faults';
import type { Journal, JournalRun } from '../../journal/journal';
import { ENVIRONMENTS } from '../../platform/hosts';
import type { Sleep } from '../../platform/sleep';
import { failed, ok, type Result } from '../../result';
import { forgetStale, isPausedForTooLong, TAKEN_MS } from '../../run/afterwards/kept-values';
import type { PublicChecks } from '../../run/public-check/public-checks';
import type { CommandHandlers, DeleteProblem, RunProblem } from '../contract/background-contract';
import type { Access } from './access';
import { withJournalFaults, withRuns, type OpenRuns } from './open-runs';
import type { PolicyNow } from './policy-guard';
import { readSettings, type SettingsStore } from './settings-store';

export interface HistoryDeps {
  readonly settings: SettingsStore;
  readonly policy: PolicyNow;
  readonly access: Access;
  readonly clearStorage: () => Promise<void>;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Brings badge and alarms up to date with the journal. */
  readonly wake: () => Promise<void>;
  /** Null where nothing public is looked up. */
  readonly publicChecks: Pick<PublicChecks, 'letGo'> | null;
}

/**
 * The handlers of the commands about what is stored on this computer, and the deletion of values
 * that are due.
 */
export function createHistoryHandlers(open: OpenRuns, deps: HistoryDeps) {
  const { settings, now } = deps;
  /** The days that were set, and no more than the organisation allows. */
  const keptDaysNow = async () => {
    const [{ keptDays }, { mostKeptDays }] = await Promise.all([readSettings(settings), deps.policy()]);
    return Math.min(keptDays, mostKeptDays);
  };
  const forgetDue = (takenMs?: number): Promise<Result<null, RunProblem>> =>
    withRuns<null>(open, async ({ journal, runner }) => {
      for (const run of await journal.listRuns())
        if (isPausedForTooLong(run, now())) await runner.cancel(run.record.id);
      const keptDays = await keptDaysNow();
      await forgetStale(journal, keptDays, now(), takenMs);
      await deps.publicChecks?.letGo();
      return ok(null);
    });

  /** Whether there is a run with values of which the admin wants nothing to be kept. */
  const keepsNothingOfAny = async () => {
    const found = await withRuns(open, async ({ journal }) => ok(await journal.listRuns()));
    return (
      found.ok &&
      found.value.some(({ record, values }) => record.keepsNothing === true && values.kind === 'kept')
    );
  };

  return {
    keptDaysNow,
    /** Deletes the values of runs that were kept long enough. */
    async forgetStale() {
      // A journal that cannot be read now is tried again at the next start, and the panel shows the
      // problem.
      await forgetDue();
    },
    /** Deletes the values of a run that has just ended, when nothing is to be kept. */
    async afterRun() {
      const keptDays = await keptDaysNow();
      if (keptDays > 0 && !(await keepsNothingOfAny())) return;
      await deps.sleep(TAKEN_MS);
      await forgetDue();
    },
    handlers: {
      'list-history': () =>
        withRuns(open, async ({ journal }) => {
          const runs = (await journal.listRuns()).filter(({ record }) => record.state.kind !== 'preparing');
          const keptDays = await keptDaysNow();
          return ok({ runs, keptDays, unreadable: await journal.countUnreadable() });
        }),
      'forget-values': ({ run }) =>
        withRuns<null, DeleteProblem>(open, async ({ journal }) => {
          if (await journal.forgetEntries(run, now())) {
            await deps.publicChecks?.letGo();
            return ok(null);
          }
          const found = await journal.readRun(run);
          if (found === null) return failed({ code: 'no-such-run' });
          // Commands may be sent twice: values that are deleted already are as they were asked to
          // be.
          if (found.values.kind === 'deleted') return ok(null);
          return failed(notOver([found]));
        }),
      'keep-values': async ({ days }) => {
        await settings.put({ keptDays: days });
        // The admin has just seen the history: no panel still needs values that are due.
        return forgetDue(0);
      },
      'delete-everything': async () => {
        const runs = await open();
        const emptied = runs.ok ? await emptyJournal(runs.value.journal, now()) : runs;
        if (!emptied.ok) {
          const { problem } = emptied;
          if (problem.code !== 'journal-unavailable') return emptied;
          // A run in a journal that is away for now would find itself signed out without its key.
          const { detail } = problem;
          if (!isDenied(detail, runs.ok ? 'using' : 'opening'))
            return failed({ code: 'not-deleted', detail });
        }
        // A journal that is denied has no run that could continue: the rest is deleted all the
        // same.
        for (const environment of ENVIRONMENTS) await deps.access.forgetKey(environment);
        await deps.clearStorage();
        await deps.publicChecks?.letGo();
        if (emptied.ok) await deps.wake();
        return emptied;
      },
    } satisfies Partial<CommandHandlers>,
  };
}

/** Deletes all runs, or none of them while one is not over. */
function emptyJournal(journal: Journal, at: number): Promise<Result<null, DeleteProblem>> {
  return withJournalFaults<null, DeleteProblem>(async () => {
    const inTheWay = await journal.removeAll(at);
    return inTheWay.length === 0 ? ok(null) : failed(notOver(inTheWay));
  });
}

function notOver(runs: readonly JournalRun[]): DeleteProblem {
  return { code: 'runs-not-over', groups: [...new Set(runs.map(({ record }) => record.group.name))] };
}

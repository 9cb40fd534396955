import { isDenied } from '../../journal/journal-faults';
import { JournalFault, type Journal, type JournalRun } from '../../journal/journal';
import { ENVIRONMENTS } from '../../platform/hosts';
import type { Sleep } from '../../platform/sleep';
import { failed, ok, type Result } from '../../result';
import { forgetStale, TAKEN_MS } from '../../run/afterwards/kept-values';
import type { Access } from './access';
import type {
  CommandHandlers,
  DeleteProblem,
  RunProblem,
  StoredHistory,
} from '../contract/background-contract';
import type { OpenRuns } from './run-handlers';
import { readSettings, type SettingsStore } from './settings-store';

type HistoryCommand = 'list-history' | 'forget-values' | 'keep-values' | 'delete-everything';

export interface HistoryOptions {
  readonly settings: SettingsStore;
  readonly access: Access;
  readonly clearStorage: () => Promise<void>;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Has all that shows how runs stand look again. */
  readonly wake: () => Promise<void>;
}

/** The commands about what is stored on this computer, and the deletion of what has been kept long enough. */
export function createHistoryHandlers(
  open: OpenRuns,
  options: HistoryOptions,
): {
  readonly handlers: Pick<CommandHandlers, HistoryCommand>;
  /** Deletes the values of runs whose time has come. */
  forgetStale(): Promise<void>;
  /** The same once a run has ended, when nothing is to be kept. */
  afterRun(): Promise<void>;
} {
  const { settings, now } = options;
  const withJournal = async <T, P = never>(
    work: (journal: Journal) => Promise<Result<T, P | RunProblem>>,
  ): Promise<Result<T, P | RunProblem>> => {
    const runs = await open();
    return runs.ok ? tellingFaults(() => work(runs.value.journal)) : runs;
  };
  const forgetDue = (takenMs?: number): Promise<Result<null, RunProblem>> =>
    withJournal<null>(async (journal) => {
      const { keptDays } = await readSettings(settings);
      await forgetStale(journal, keptDays, now(), takenMs);
      return ok(null);
    });

  return {
    async forgetStale() {
      // A journal that cannot be read now is tried again at the next start; the panel tells of it.
      await forgetDue();
    },
    async afterRun() {
      const { keptDays } = await readSettings(settings);
      if (keptDays > 0) return;
      await options.sleep(TAKEN_MS);
      await forgetDue();
    },
    handlers: {
      'list-history': () =>
        withJournal<StoredHistory>(async (journal) => {
          const runs = (await journal.listRuns()).filter(({ record }) => record.state.kind !== 'preparing');
          const { keptDays } = await readSettings(settings);
          return ok({ runs, keptDays, unreadable: await journal.countUnreadable() });
        }),
      'forget-values': ({ run }) =>
        withJournal<null, DeleteProblem>(async (journal) => {
          if (await journal.forgetEntries(run, now())) return ok(null);
          const found = await journal.readRun(run);
          if (found === null) return failed({ code: 'no-such-run' });
          // Commands may be said twice: what is deleted already is as it was asked for.
          if (found.forgotten === true) return ok(null);
          return failed(notOver([found]));
        }),
      'keep-values': async ({ days }) => {
        await settings.put({ keptDays: days });
        // Whoever says so has seen what there is: nobody is waiting for what is over.
        return forgetDue(0);
      },
      'delete-everything': async () => {
        const runs = await open();
        const emptied = runs.ok ? await emptyJournal(runs.value.journal, now()) : runs;
        if (!emptied.ok) {
          const { problem } = emptied;
          if (problem.code !== 'journal-unavailable') return emptied;
          // A run in there may only be waiting for it: without its key it would find itself signed out.
          const { detail } = problem;
          if (!isDenied(detail, runs.ok ? 'using' : 'opening'))
            return failed({ code: 'not-deleted', detail });
        }
        // A journal that is denied has no run that could go on; the rest is deleted all the same.
        for (const environment of ENVIRONMENTS) await options.access.forgetKey(environment);
        await options.clearStorage();
        if (emptied.ok) await options.wake();
        return emptied;
      },
    },
  };
}

async function tellingFaults<T, P>(
  work: () => Promise<Result<T, P | RunProblem>>,
): Promise<Result<T, P | RunProblem>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof JournalFault) return failed({ code: 'journal-unavailable', detail: error.detail });
    throw error;
  }
}

/** All of it or nothing: runs that are not over stay, and everything with them. */
function emptyJournal(journal: Journal, at: number): Promise<Result<null, DeleteProblem>> {
  return tellingFaults<null, DeleteProblem>(async () => {
    const inTheWay = await journal.removeAll(at);
    return inTheWay.length === 0 ? ok(null) : failed(notOver(inTheWay));
  });
}

function notOver(runs: readonly JournalRun[]): DeleteProblem {
  return { code: 'runs-not-over', groups: [...new Set(runs.map(({ record }) => record.group.name))] };
}

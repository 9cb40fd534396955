import type { JournalRun } from '../../journal/journal';
import { dayOfMoment } from '../../credential/day';
import { browserFacts } from '../../report/problem/browser-facts';
import { PROBLEM_CODES, STORAGE_ERRORS, wordOf } from '../../report/problem/closed-words';
import { magnitudeOf } from '../../report/problem/magnitude';
import { MOST_RUNS, writeProblemReport, type ProblemReport } from '../../report/problem/problem-report';
import { runFacts } from '../../report/problem/run-facts';
import { ok } from '../../result';
import type { CommandHandler } from '../contract/background-contract';
import type { KeyStore } from './key-store';
import { withRuns, type OpenRuns } from './open-runs';
import type { PolicyNow } from './policy-guard';
import { settingsIn } from './read-policy';
import { readSettings, type SettingsStore } from './settings-store';

/** The program that reports: of which version, in which browser, since when, with which bugs. */
export interface Program {
  readonly version: string;
  readonly userAgent: string;
  /** Places of its latest bugs. */
  readonly faults: () => readonly string[];
  readonly runningForMs: () => number;
}

/** A program that says nothing of itself, as in tests. */
export const NAMELESS: Program = { version: '0', userAgent: '', faults: () => [], runningForMs: () => 0 };

interface ReportDeps {
  readonly program: Program;
  readonly settings: SettingsStore;
  readonly policy: PolicyNow;
  readonly keys: KeyStore;
  readonly now: () => number;
  readonly ticks: () => number;
}

/** The handler that writes a report of a problem (docs/product.md 3). Also without a journal. */
export function createReportHandler(open: OpenRuns, deps: ReportDeps): CommandHandler<'report-problem'> {
  const { program, settings, keys, now, ticks } = deps;
  return async ({ page }) => {
    const policy = await deps.policy();
    const { keptDays } = await readSettings(settings);
    const [production, eu, sandbox] = [
      await keys.where('production'),
      await keys.where('eu'),
      await keys.where('sandbox'),
    ];
    const { journal, runs } = await readJournal();
    return ok(
      writeProblemReport({
        format: 'update-credentials-problem',
        version: 1,
        extension: program.version,
        browser: browserFacts(program.userAgent),
        day: dayOfMoment(now()),
        background: { runningForMs: magnitudeOf(program.runningForMs()), faults: [...program.faults()] },
        policy: { set: [...settingsIn(policy)], unreadable: [...policy.unreadable] },
        keys: { production, eu, sandbox },
        keptDays: magnitudeOf(keptDays),
        journal,
        runs,
        page,
      }),
    );
  };

  async function readJournal(): Promise<Pick<ProblemReport, 'journal' | 'runs'>> {
    const before = ticks();
    const read = await withRuns(open, async ({ journal, runner }) => {
      const all = await journal.listRuns();
      const faultOf = (run: JournalRun) => runner.progress(run).fault;
      const runs = all.slice(0, MOST_RUNS).map((run) => runFacts(run, faultOf(run), now()));
      return ok({ count: all.length, runs, unreadable: await journal.countUnreadable() });
    });
    const readInMs = magnitudeOf(ticks() - before);
    if (!read.ok) {
      const { problem } = read;
      const error = 'detail' in problem ? wordOf(STORAGE_ERRORS, problem.detail) : null;
      const facts = { problem: wordOf(PROBLEM_CODES, problem.code), error };
      return { journal: { ...facts, readInMs, runs: 0, unreadable: 0 }, runs: [] };
    }
    const { count, runs, unreadable } = read.value;
    const counts = { runs: magnitudeOf(count), unreadable: magnitudeOf(unreadable) };
    return { journal: { problem: null, error: null, readInMs, ...counts }, runs };
  }
}

import type { RunId } from '../../journal/entry';
import { JournalFault, type Journal, type JournalRun } from '../../journal/journal';
import { failed, ok, type Result } from '../../result';
import { isInTheWay, isOfPage, runToShow } from '../../run/badge/run-to-show';
import type { Runner } from '../../run/loop/runner';
import type { CommandHandlers, RunProblem } from '../contract/background-contract';

/** The journal with the runner on it, opened when first asked for. */
export type OpenRuns = () => Promise<
  Result<{ readonly journal: Journal; readonly runner: Runner }, RunProblem>
>;

type RunCommand =
  | 'prepare-run'
  | 'add-changes'
  | 'begin-run'
  | 'pause-run'
  | 'resume-run'
  | 'cancel-run'
  | 'watch-run'
  | 'find-run'
  | 'see-run'
  | 'list-entries';

/** The commands about runs. A journal that is denied or breaks is told as such: nothing is sent without it. */
export function createRunHandlers(
  open: OpenRuns,
  options: { readonly now: () => number; readonly newRunId: () => RunId },
): Pick<CommandHandlers, RunCommand> {
  const withRuns = async <T>(
    work: (runs: { readonly journal: Journal; readonly runner: Runner }) => Promise<Result<T, RunProblem>>,
  ): Promise<Result<T, RunProblem>> => {
    const runs = await open();
    if (!runs.ok) return runs;
    try {
      return await work(runs.value);
    } catch (error) {
      if (error instanceof JournalFault) return failed({ code: 'journal-unavailable', detail: error.detail });
      throw error;
    }
  };

  return {
    'prepare-run': ({ page, header, writer }) =>
      withRuns(async ({ journal, runner }) => {
        if (header.environment !== page.environment || header.group.id !== page.groupId) {
          return failed({ code: 'other-account' });
        }
        const ofGroup = (await journal.listRuns()).filter((run) => isOfPage(run, page));
        const isOthers = ({ record }: JournalRun) =>
          record.state.kind === 'preparing' &&
          runner.writers.isWriting(record.id) &&
          !runner.writers.isBy(record.id, writer);
        const other = ofGroup.find((run) => isInTheWay(run, options.now()) || isOthers(run));
        if (other !== undefined) return failed({ code: 'run-in-progress', run: other.record.id });
        // One that was written down and never begun is of a panel that was closed, or of this command said twice.
        for (const { record } of ofGroup) {
          const isLeft = record.state.kind !== 'preparing' || (await journal.removeRun(record.id));
          // Begun since it was looked at.
          if (!isLeft) return failed({ code: 'run-in-progress', run: record.id });
        }
        const id = options.newRunId();
        const state = { kind: 'preparing' } as const;
        await journal.createRun({ ...header, id, createdAt: options.now(), finishedAt: null, state });
        runner.noteWriter(id, writer);
        return ok(id);
      }),
    'add-changes': ({ run, from, changes }) =>
      withRuns(async ({ journal, runner }) => {
        const found = await journal.addChanges(run, from, changes);
        if (found === null) return failed({ code: 'no-such-run' });
        runner.noteWriter(run);
        const expected = from + changes.length;
        return found < expected ? failed({ code: 'run-incomplete', expected, found }) : ok(null);
      }),
    'begin-run': ({ run }) => withRuns(({ runner }) => runner.begin(run)),
    'pause-run': ({ run }) => withRuns(({ runner }) => runner.pause(run)),
    'resume-run': ({ run }) => withRuns(({ runner }) => runner.resume(run)),
    'cancel-run': ({ run }) => withRuns(({ runner }) => runner.cancel(run)),
    'watch-run': ({ run }, context) =>
      withRuns(({ runner }) => runner.watch(run, (progress) => context.part(progress), context.signal)),
    'find-run': ({ page, account }) =>
      withRuns(async ({ journal, runner }) => {
        const isBeingWritten = ({ record }: JournalRun) => runner.writers.isWriting(record.id);
        const found = runToShow(await journal.listRuns(), page, account, isBeingWritten, options.now());
        return ok(found && runner.progress(found));
      }),
    'see-run': ({ run }) =>
      withRuns(async ({ runner }) => {
        await runner.see(run);
        return ok(null);
      }),
    'list-entries': ({ run, from, count }) =>
      withRuns(async ({ journal }) => {
        const found = await journal.readRun(run);
        if (found === null) return failed({ code: 'no-such-run' });
        if (found.forgotten === true) return failed({ code: 'values-deleted' });
        return ok(await journal.listEntries(run, from, count));
      }),
  };
}

import type { RunId } from '../../journal/entry';
import type { JournalRun } from '../../journal/journal';
import { failed, ok } from '../../result';
import { isInTheWay, isOfPage, runToShow } from '../../run/badge/run-to-show';
import type { CommandHandlers } from '../contract/background-contract';
import { refusalOf, type AcceptedSets } from './accepted-sets';
import { whyNotKept } from './kept-promise';
import { withRuns, type OpenRuns } from './open-runs';
import type { PolicyNow } from './policy-guard';

/**
 * The handlers of the commands about runs. Nothing is sent without a journal: each fails when there
 * is none.
 */
export function createRunHandlers(
  open: OpenRuns,
  options: {
    readonly now: () => number;
    readonly newRunId: () => RunId;
    readonly acceptedSets: Pick<AcceptedSets, 'whyNot'>;
    readonly policy: PolicyNow;
  },
) {
  return {
    'prepare-run': ({ page, header, writer }) =>
      withRuns(open, async ({ journal, runner }) => {
        if (header.environment !== page.environment || header.group.id !== page.groupId) {
          return failed({ code: 'other-account' });
        }
        const ofGroup = (await journal.listRuns()).filter((run) => isOfPage(run, page));
        const isFilledByAnother = ({ record }: JournalRun) =>
          record.state.kind === 'preparing' &&
          runner.writers.isWriting(record.id) &&
          !runner.writers.isBy(record.id, writer);
        const other = ofGroup.find((run) => isInTheWay(run, options.now()) || isFilledByAnother(run));
        if (other !== undefined) return failed({ code: 'run-in-progress', run: other.record.id });
        // A run that was filled and never begun is left by a closed panel, or by this command when
        // it is sent twice.
        for (const { record } of ofGroup) {
          const isRemoved = record.state.kind !== 'preparing' || (await journal.removeRun(record.id));
          // It was begun since the list was read.
          if (!isRemoved) return failed({ code: 'run-in-progress', run: record.id });
        }
        const id = options.newRunId();
        const state = { kind: 'preparing' } as const;
        await journal.createRun({ ...header, id, createdAt: options.now(), finishedAt: null, state });
        runner.noteWriter(id, writer);
        return ok(id);
      }),
    'add-changes': ({ run, from, changes }) =>
      withRuns(open, async ({ journal, runner }) => {
        const found = await journal.addChanges(run, from, changes);
        if (found === null) return failed({ code: 'no-such-run' });
        runner.noteWriter(run);
        const expected = from + changes.length;
        return found < expected ? failed({ code: 'run-incomplete', expected, found }) : ok(null);
      }),
    'begin-run': ({ run }) =>
      withRuns(open, async ({ journal, runner }) => {
        const found = await journal.readRun(run);
        // A run that has begun was accepted then: commands may be sent twice.
        const isNew = found?.record.state.kind === 'preparing';
        if (!isNew) return runner.begin(run);
        const { fourEyesRequired, promiseRequired } = await options.policy();
        if (found.record.source?.kind === 'checked' || fourEyesRequired) {
          const why = await options.acceptedSets.whyNot(journal, run);
          if (why !== null) return refusalOf(why);
        }
        const broken = await whyNotKept(journal, found.record, promiseRequired);
        return broken === null ? runner.begin(run) : failed(broken);
      }),
    'pause-run': ({ run }) => withRuns(open, ({ runner }) => runner.pause(run)),
    'resume-run': ({ run, after }) => withRuns(open, ({ runner }) => runner.resume(run, after)),
    'cancel-run': ({ run }) => withRuns(open, ({ runner }) => runner.cancel(run)),
    'watch-run': ({ run }, context) =>
      withRuns(open, ({ runner }) => runner.watch(run, (progress) => context.part(progress), context.signal)),
    'find-run': ({ page, account }) =>
      withRuns(open, async ({ journal, runner }) => {
        const isBeingFilled = ({ record }: JournalRun) => runner.writers.isWriting(record.id);
        const found = runToShow(await journal.listRuns(), page, account, isBeingFilled, options.now());
        return ok(found && runner.progress(found));
      }),
    'see-run': ({ run }) =>
      withRuns(open, async ({ runner }) => {
        await runner.see(run);
        return ok(null);
      }),
    'list-entries': ({ run, from, count }) =>
      withRuns(open, async ({ journal }) => {
        const found = await journal.readRun(run);
        if (found === null) return failed({ code: 'no-such-run' });
        if (found.values.kind === 'deleted') return failed({ code: 'values-deleted' });
        return ok(await journal.listEntries(run, from, count));
      }),
  } satisfies Partial<CommandHandlers>;
}

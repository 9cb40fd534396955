import type { Change } from '../../credential/change';
import type { RunHeader, RunId } from '../../journal/entry';
import { runsOf } from '../../journal/runs-of';
import type { GroupPage } from '../../platform/environment';
import { failed, ok, type Result } from '../../result';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import type { PlanId } from '../../rpc/contract/held';
import type { RunProblem } from '../../rpc/contract/background-contract';
import { retryChanges, type FinishedRun } from '../../run/afterwards/retry';
import type { RunModel, RunModelProblem } from './run-model';
import type { RunParts, Watcher } from './watch-run';

/**
 * Changes in one message: large enough to be quick, small enough for the browser's message size.
 */
const CHANGES_PER_MESSAGE = 500;

/** Gives so many changes of a run from a position on; a problem when they are not to be had. */
type Part = (from: number, count: number) => Promise<Result<readonly Change[], RunModelProblem>>;

const READER_ENDED = failed({ code: 'reader-ended' } as const);

/** The changes of a plan that the worker holds. `isTrial`: those of its trial come first. */
function changesOf(sheet: SheetClient, plan: PlanId, isTrial: boolean): Part {
  return async (from, count) => {
    try {
      const changes = await sheet.call(
        'changes',
        plan,
        from,
        count,
        ...(isTrial ? (['trial'] as const) : []),
      );
      return changes.ok ? changes : READER_ENDED;
    } catch (error) {
      if (error instanceof SheetWorkerEnded) return READER_ENDED;
      throw error;
    }
  };
}

/** Writes runs to the journal and begins them. */
export function createBeginning(
  parts: RunParts,
  watcher: Watcher,
  { page, sheet, newWriter }: { page: GroupPage; sheet: SheetClient; newWriter: () => string },
) {
  const { background, work, shown } = parts;

  const write = async (
    run: RunId,
    { entries: total, fileName }: RunHeader,
    part: Part,
    first: FinishedRun | null,
  ): Promise<RunModelProblem | null> => {
    for (let from = 0; from < total; from += CHANGES_PER_MESSAGE) {
      const changes = await part(from, CHANGES_PER_MESSAGE);
      if (!changes.ok) return changes.problem;
      const added = await background.call({
        kind: 'add-changes',
        run,
        from,
        changes: changes.value,
      });
      if (!added.ok) return added.problem;
      const written = Math.min(total, from + changes.value.length);
      shown.value = { kind: 'preparing', written, total, fileName, ...(first !== null && { first }) };
    }
    return null;
  };
  const refuse = (problem: RunModelProblem | RunProblem, first: FinishedRun | null) => {
    work.send({ kind: 'refused' });
    // A result is not lost because it could not be tried again.
    shown.value = first === null ? { kind: 'not-begun', problem } : { kind: 'over', ...first, problem };
  };
  /**
   * Writes a run down, begins it, and watches it to its end. `plan`: its changes in the worker;
   * null for a retry.
   */
  const start = async (
    header: RunHeader,
    part: Part,
    plan: PlanId | null,
    first: FinishedRun | null,
    before?: () => Promise<void>,
  ) => {
    const { entries: total, fileName } = header;
    shown.value = { kind: 'preparing', written: 0, total, fileName, ...(first !== null && { first }) };
    work.send(plan === null && first !== null ? { kind: 'retried', first } : { kind: 'sent' });
    await before?.();
    const writer = newWriter();
    const prepared = await background.call({ kind: 'prepare-run', page, header, writer });
    if (!prepared.ok) return refuse(prepared.problem, first);
    const run = prepared.value;
    const unwritten = await write(run, header, part, first);
    if (unwritten !== null) return refuse(unwritten, first);
    const begun = await background.call({ kind: 'begin-run', run });
    if (!begun.ok) return refuse(begun.problem, first);
    work.send({ kind: 'begun', run, plan, first });
    return watcher.watch(run, begun.value, first);
  };
  const actions: Pick<RunModel, 'begin' | 'retry'> = {
    async begin(header, before) {
      const confirmed = work.now.peek();
      // A second press of the button finds the work moved on: one plan is begun once.
      if (confirmed.kind !== 'confirmed') return;
      const { facts } = confirmed;
      const first = confirmed.sheet.continues;
      // Its rows are those of the sheet of the run that it goes on with.
      const name = first && {
        fileName: first.progress.run.fileName,
        sheetName: first.progress.run.sheetName,
      };
      const { changes, creditsAtMost, confirmedWarnings, rest } = facts;
      const counts = { entries: changes, creditsAtMost, confirmedWarnings };
      const ofSheet = first === null ? { rest } : {}; // else the rows are of that one's sheet
      await start(
        { ...header, ...name, ...counts, ...ofSheet },
        changesOf(sheet, facts.plan, header.trial !== undefined),
        facts.plan,
        first,
        before,
      );
    },
    async retry() {
      const over = shown.peek();
      if (over.kind !== 'over' || work.now.peek().kind === 'confirmed') return;
      const changes = retryChanges(over.entries);
      if (changes.length === 0) return;
      const { progress, entries } = over;
      const again = new Set(changes);
      const { environment, account, group, fileName, sheetName, confirmedWarnings, keepsNothing } =
        progress.run;
      const header: RunHeader = {
        environment,
        account,
        group,
        fileName,
        sheetName,
        source: { kind: 'retry', runs: runsOf(entries.filter(({ change }) => again.has(change))) },
        confirmedWarnings,
        entries: changes.length,
        ...(keepsNothing === true && { keepsNothing }),
        creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
      };
      const part: Part = (from, count) => Promise.resolve(ok(changes.slice(from, from + count)));
      await start(header, part, null, { progress, entries });
    },
  };
  return actions;
}

import { attributesOf } from '../../credential/attributes';
import type { CustomAttributeKey } from '../../credential/attribute';
import { runsOf } from '../../journal/runs-of';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { OpenedUndo } from '../../rpc/contract/sheet-contract';
import type { AssignModel } from '../assign/assign-model';
import type { ConflictsModel } from './conflicts-model';
import type { CredentialsModel } from '../group/credentials-model';
import { needsOfRun } from '../group/needs-of-run';
import type { FileModel } from '../file/create-file-model';
import type { ReviewModel } from '../review/review-model';
import type { WorkStore } from '../state/work-store';
import type { RunModel, RunPhase } from './run-model';

/** The models that a finished run's next sheet goes through. */
interface AfterRunModels {
  readonly run: RunModel;
  readonly conflicts: ConflictsModel;
  readonly credentials: CredentialsModel;
  readonly file: FileModel;
  readonly assign: AssignModel;
  readonly review: ReviewModel;
  readonly sheet: SheetClient;
  readonly work: WorkStore;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  /** Why the group could not be read. */
  readonly groupProblem: () => PlatformProblem;
  readonly goTo: (step: 'upload' | 'review') => void;
}

/**
 * Makes the next sheet to review of a finished run: of its old values, or of its decided conflicts.
 */
export function createAfterRun(models: AfterRunModels) {
  const { run, conflicts, credentials, file, assign, review, sheet, work } = models;
  const { customAttributes, groupProblem, goTo } = models;

  /** Tells whether the admin has gone on to another run or sheet since this run was shown. */
  function leavingOf(over: RunPhase): () => boolean {
    const sheetBefore = file.phase.peek();
    return () => run.phase.peek() !== over || file.phase.peek() !== sheetBefore;
  }

  async function undo(name: string): Promise<void> {
    const over = run.phase.peek();
    if (over.kind !== 'over') return;
    // Reading the group takes a while. An admin who left the run or opened a sheet meanwhile wants
    // that, and no undo in its place.
    const isLeft = leavingOf(over);
    const refused = (problem: PlatformProblem) => {
      file.refuse(name, problem);
      goTo('upload');
    };
    const isRead = await credentials.load(needsOfRun(sheet, over.entries));
    if (isLeft()) return;
    if (!isRead) return refused(groupProblem());
    const known = new Map(attributesOf(customAttributes()).map((attribute) => [attribute.id, attribute]));
    const fields = over.entries.flatMap(({ change }) => change.fields);
    const needsDetail = fields.some((field) => known.get(field.attribute)?.needsDetail === true);
    // All of them are read: in a column that one change needs, the other rows say what they have
    // now.
    const wholes = needsDetail ? over.entries.map(({ credential }) => credential) : [];
    const unread = wholes.length === 0 ? null : await credentials.loadDetails(wholes, () => undefined);
    if (isLeft()) return;
    if (unread !== null) return refused(unread);
    const opened = await sheet.call('makeUndo', over.entries, customAttributes());
    if (isLeft()) return;
    assign.clear();
    file.openUndo(name, opened, runsOf(over.entries));
    run.leave();
    goTo('upload');
    if (opened === null) return;
    work.send({ kind: 'opened', table: opened.table.id });
    await take(opened);
  }

  async function sendDecided(name: string): Promise<void> {
    const over = run.phase.peek();
    const decided = conflicts.decided.peek();
    if (over.kind !== 'over' || decided.length === 0) return;
    const isLeft = leavingOf(over);
    const ids = new Set(decided.map(({ credential }) => credential));
    const about = over.entries.filter(({ credential }) => ids.has(credential));
    // A decision is about the value of this moment, not about that of the end of the run.
    credentials.outdate();
    review.outdate();
    const isRead = await conflicts.reading(credentials.load(needsOfRun(sheet, about)));
    if (isLeft()) return;
    const problem = isRead
      ? await conflicts.reading(credentials.loadDetails([...ids], () => undefined))
      : groupProblem();
    if (isLeft()) return;
    if (problem !== null) return conflicts.refuse(problem);
    const shown = conflicts.moved.peek();
    const opened = await sheet.call('makeDecided', over.entries, decided, shown, customAttributes());
    if (isLeft() || !conflicts.settle(opened) || opened.kind !== 'sheet') return;
    assign.clear();
    file.openDecided(name, opened.table, runsOf(over.entries));
    const { progress, entries } = over;
    work.send({ kind: 'opened', table: opened.table.id, continues: { progress, entries } });
    await take(opened);
  }

  /**
   * Takes the table in the worker and in the panel in the same moment, so that neither ever holds
   * another one than the other.
   */
  async function take({ table, assignment }: Pick<OpenedUndo, 'table' | 'assignment'>): Promise<void> {
    const taken = sheet.call('takeMade', table.id);
    assign.take(table, assignment);
    goTo('review');
    if ((await taken).ok) await review.make();
  }

  return { undo, sendDecided };
}

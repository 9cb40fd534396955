import { attributesOf } from '../../credential/attributes';
import type { CustomAttributeKey } from '../../credential/attribute';
import { runsOf } from '../../journal/runs-of';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { OpenedUndo } from '../../rpc/contract/sheet-contract';
import type { AssignModelShape } from '../assign/assign-shape';
import type { ConflictsModelShape } from './conflicts-shape';
import type { CredentialsModelShape } from '../group/credentials-model';
import { needsOfRun } from '../group/needs-of-run';
import type { FileModelShape } from '../file/file-model';
import type { ReviewModelShape } from '../review/review-model-shape';
import type { RunModelShape } from './run-model-shape';

/** The models that a finished run's next sheet goes through. */
interface AfterRunModels {
  readonly run: RunModelShape;
  readonly conflicts: ConflictsModelShape;
  readonly credentials: CredentialsModelShape;
  readonly file: FileModelShape;
  readonly assign: AssignModelShape;
  readonly review: ReviewModelShape;
  readonly sheet: SheetClient;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  /** Why the group could not be read. */
  readonly groupProblem: () => PlatformProblem;
  readonly goTo: (step: 'upload' | 'review') => void;
}

/** What can be made of a finished run as the next sheet to review: its old values, and its conflicts as they were decided. */
export function createAfterRun(models: AfterRunModels) {
  const { run, conflicts, credentials, file, assign, review, sheet, customAttributes, groupProblem, goTo } =
    models;

  async function undo(name: string): Promise<void> {
    const over = run.phase.peek();
    if (over.kind !== 'over') return;
    const sheetBefore = file.phase.peek();
    // Reading the group takes a while; who left the run or opened a sheet meanwhile wants that one and no undo over it.
    const isLeft = () => run.phase.peek() !== over || file.phase.peek() !== sheetBefore;
    const refused = (problem: PlatformProblem) => {
      file.refuseUndo(name, problem);
      goTo('upload');
    };
    const isRead = await credentials.load(needsOfRun(sheet, over.entries));
    if (isLeft()) return;
    if (!isRead) return refused(groupProblem());
    const told = new Map(attributesOf(customAttributes()).map((attribute) => [attribute.id, attribute]));
    const fields = over.entries.flatMap(({ change }) => change.fields);
    const needsDetail = fields.some((field) => told.get(field.attribute)?.needsDetail === true);
    // Of all of them: in a column that one change needs, the other rows say what they have now.
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
    if (opened !== null) await take(opened);
  }

  async function sendDecided(name: string): Promise<void> {
    const over = run.phase.peek();
    const decided = conflicts.decided.peek();
    if (over.kind !== 'over' || decided.length === 0) return;
    const sheetBefore = file.phase.peek();
    const isLeft = () => run.phase.peek() !== over || file.phase.peek() !== sheetBefore;
    const ids = [...new Set(decided.map(({ credential }) => credential))];
    const about = over.entries.filter(({ credential }) => ids.includes(credential));
    // What is decided about is what the platform has at this moment, not what it had at the end of the run.
    credentials.outdate();
    review.outdate();
    const isRead = await conflicts.reading(credentials.load(needsOfRun(sheet, about)));
    if (isLeft()) return;
    const problem = isRead
      ? await conflicts.reading(credentials.loadDetails(ids, () => undefined))
      : groupProblem();
    if (isLeft()) return;
    if (problem !== null) return conflicts.refuse(problem);
    const shown = conflicts.moved.peek();
    const opened = await sheet.call('makeDecided', over.entries, decided, shown, customAttributes());
    if (isLeft() || !conflicts.settle(opened) || opened.kind !== 'sheet') return;
    assign.clear();
    file.openDecided(name, opened.table, runsOf(over.entries));
    run.goOnFrom(true);
    await take(opened);
  }

  /** In one moment with what the panel says of it, so that the worker never has another table than the panel. */
  async function take(opened: Pick<OpenedUndo, 'made' | 'table' | 'assignment'>): Promise<void> {
    const { made, table, assignment } = opened;
    const taken = sheet.call('takeMade', made);
    assign.take(table, assignment);
    goTo('review');
    await taken;
    await review.make();
  }

  return { undo, sendDecided };
}

import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { AssignModel } from '../assign/assign-model';
import type { WorkStore } from '../state/work-store';
import type { FileModel } from './file-model';

/** The models that an update without a sheet goes through. */
interface WithoutSheetModels {
  readonly credentials: { loadWhole(): Promise<boolean> };
  readonly file: FileModel;
  readonly assign: AssignModel;
  readonly sheet: SheetClient;
  readonly work: WorkStore;
  readonly groupProblem: () => PlatformProblem;
  readonly goTo: (step: 'assign') => void;
}

/** Makes the action that takes the whole group as the sheet (docs/product.md 2.2). */
export function createWithoutSheet(models: WithoutSheetModels): (name: string) => Promise<void> {
  const { credentials, file, assign, sheet, work, groupProblem, goTo } = models;
  const open = async (name: string) => {
    const before = file.phase.peek();
    const isRead = await credentials.loadWhole();
    // A sheet that was opened meanwhile is what the admin wants.
    if (file.phase.peek() !== before) return;
    if (!isRead) return file.refuse(name, groupProblem());
    const opened = await sheet.call('makeGroupSheet');
    if (file.phase.peek() !== before) return;
    if (opened === null) return file.refuse(name, { code: 'group-empty' });
    const { table, assignment } = opened;
    assign.clear();
    file.openGroup(name, table);
    work.send({ kind: 'opened', table: table.id });
    // In the same moment as in the panel, so that the worker never holds another table.
    const taken = sheet.call('takeMade', table.id);
    assign.take(table, assignment);
    goTo('assign');
    if ((await taken).ok) await assign.restore();
  };
  return (name) => ignoreWorkerEnd(open(name));
}

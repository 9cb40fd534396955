import type { Connection } from '../../platform/connection';
import type { GroupPage } from '../../platform/environment';
import type { Backup, BackupRequest } from '../../report/backup-file';
import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { PlanFacts } from '../../rpc/contract/sheet-contract';

interface BackupDeps {
  readonly page: GroupPage;
  readonly sheet: SheetClient;
  readonly now: () => number;
}

/** Makes a backup of what a plan touches. Null where the worker has ended, or has another plan. */
export async function makeBackup(
  { page, sheet, now }: BackupDeps,
  { plan }: PlanFacts,
  { customAttributes }: Connection,
  words: BackupRequest['words'],
): Promise<Backup | null> {
  let backup: Backup | null = null;
  const asked = sheet.call('backup', plan, { page, now: now(), words }, customAttributes);
  await ignoreWorkerEnd(asked.then((made) => void (backup = made.ok ? made.value : null)));
  return backup;
}

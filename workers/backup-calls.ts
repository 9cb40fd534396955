import { attributesOf } from '../lib/credential/attributes';
import { backupFile } from '../lib/report/backup-file';
import { ok } from '../lib/result';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import { needed, type SheetMemory } from './sheet-memory';

/** The call that makes a backup of what the last plan touches. */
export function backupCalls(memory: SheetMemory): Pick<SheetContract, 'backup'> {
  return {
    async backup(plan, request, customAttributes) {
      if (memory.plan?.id !== plan) return NOT_HELD;
      const { changes } = memory.plan;
      // A plan is of credentials that are here.
      const touched = changes.map(({ credential }) => needed(memory.group.get(credential) ?? null));
      const random = crypto.getRandomValues(new Int32Array(4));
      return ok(await backupFile(changes, touched, attributesOf(customAttributes), request, random));
    },
  };
}

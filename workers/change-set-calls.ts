import { attributesOf } from '../lib/credential/attributes';
import { describeColumns } from '../lib/assign/facts/describe-columns';
import { listHash } from '../lib/report/change-set/list-hash';
import { sealSet } from '../lib/report/change-set/seal-set';
import { ok } from '../lib/result';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import { checkedSheet } from '../lib/run/afterwards/checked-sheet';
import { openedTable } from './opened-table';
import { newId, type SheetMemory } from './sheet-memory';

export type ChangeSetCalls = Pick<SheetContract, 'sealPlan' | 'hashPlan' | 'sealAnswer' | 'makeChecked'>;

/** The calls about change sets for a second person (docs/four-eyes.md). */
export function changeSetCalls(memory: SheetMemory): ChangeSetCalls {
  return {
    async sealPlan(plan, of, passphrase) {
      if (memory.plan?.id !== plan) return NOT_HELD;
      const { changes } = memory.plan;
      const list = await listHash(changes);
      return ok({ file: await sealSet({ ...of, kind: 'changes', list, changes }, passphrase), list });
    },
    async hashPlan(plan) {
      if (memory.plan?.id !== plan) return NOT_HELD;
      return ok(await listHash(memory.plan.changes));
    },
    sealAnswer: (answer, passphrase) => sealSet(answer, passphrase),
    makeChecked(changes, origin, customAttributes) {
      const attributes = attributesOf(customAttributes);
      const { sheet, drift } = checkedSheet(changes, origin, memory.group, attributes, 'Changes');
      if (sheet === null) return { sheet: null, drift };
      const { table, assignment, base } = sheet;
      const id = newId(memory);
      memory.made.set(id, { table, bases: [base] });
      const opened = openedTable(id, table, describeColumns(table), 0, []);
      return { sheet: { table: opened, assignment }, drift };
    },
  };
}

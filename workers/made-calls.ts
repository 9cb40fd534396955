import { describeColumns } from '../lib/assign/facts/describe-columns';
import { attributesOf } from '../lib/credential/attributes';
import { ok } from '../lib/result';
import { groupSheet } from '../lib/review/group/group-sheet';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import { conflictsOf, decidedSheet } from '../lib/run/afterwards/conflicts';
import { undoOf } from '../lib/run/afterwards/undo';
import type { Table } from '../lib/sheet/table/table';
import { openedTable } from './opened-table';
import { newId, useTable, type SheetMemory } from './sheet-memory';

export type MadeCalls = Pick<SheetContract, 'makeUndo' | 'makeDecided' | 'makeGroupSheet' | 'takeMade'>;

/**
 * The calls that make a sheet of a run, or of the group. It waits beside the one that is worked on
 * until it is taken.
 */
export function madeCalls(memory: SheetMemory): MadeCalls {
  const { group } = memory;
  const opened = (table: Table) => {
    const id = newId(memory);
    memory.made.set(id, { table, bases: [] });
    return openedTable(id, table, describeColumns(table), 0, []);
  };
  return {
    makeUndo(entries, customAttributes) {
      const undo = undoOf(entries, group, attributesOf(customAttributes), 'Undo');
      if (undo === null) return null;
      const { assignment, editedSince, cannot } = undo;
      return { table: opened(undo.table), assignment, editedSince, cannot };
    },
    makeDecided(entries, decided, moved, customAttributes) {
      const conflicts = conflictsOf(entries, moved);
      const answer = decidedSheet(conflicts, decided, group, attributesOf(customAttributes), 'Decided');
      if (answer.kind !== 'sheet') return answer;
      return { kind: 'sheet', table: opened(answer.table), assignment: answer.assignment };
    },
    makeGroupSheet() {
      const { all } = group.now();
      if (all.length === 0) return null;
      const { table, assignment } = groupSheet(all, 'Group');
      return { table: opened(table), assignment };
    },
    takeMade(id) {
      const made = memory.made.get(id);
      if (made === undefined) return NOT_HELD;
      useTable(memory, id, made.table, undefined, made.bases);
      memory.made.clear();
      memory.reviewing?.forget();
      return ok(null);
    },
  };
}

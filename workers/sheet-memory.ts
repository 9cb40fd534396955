import { describeColumns, type ColumnFacts } from '../lib/assign/facts/describe-columns';
import type { Join } from '../lib/assign/edit/join';
import type { Change } from '../lib/credential/change';
import type { PlannedSheet } from '../lib/report/sheet-results';
import type { PlanId, ReviewId, TableId } from '../lib/rpc/contract/held';
import type { Review } from '../lib/review/cross-row/review';
import type { ExportBase } from '../lib/review/base/export-base';
import type { Workbook } from '../lib/sheet/cells/sheet';
import type { Table } from '../lib/sheet/table/table';
import type { HeldGroup } from './held-group';
import type { Reviewing } from './reviewing';

/** The table that is worked on. */
export interface HeldTable {
  readonly id: TableId;
  /** As it is in the sheet. */
  readonly own: Table;
  /** The same with the columns that were joined. */
  readonly table: Table;
  readonly joins: readonly Join[];
  readonly facts: readonly ColumnFacts[];
  /** The delimiter of a text file. */
  readonly delimiter: string | undefined;
  /** Records of the downloads that the sheet is of, one for each group. */
  readonly bases: readonly ExportBase[];
}

/** The confirmed changes of a review. */
export interface MadePlan {
  readonly id: PlanId;
  readonly changes: readonly Change[];
  readonly review: Review;
  /** The same changes with those of a trial in front; null: none was asked for. */
  readonly tried: readonly Change[] | null;
}

/** All that the sheet worker holds. Each part has the handle by which the panel names it. */
export interface SheetMemory {
  /** A file between the first look at it and its reading. */
  lookedAt: ArrayBuffer | null;
  workbook: Workbook | null;
  /** Records of the downloads that the file is of, one for each group. */
  bases: readonly ExportBase[];
  table: HeldTable | null;
  /** Tables of a run's values or of a change set, until one is taken. */
  readonly made: Map<TableId, Pick<HeldTable, 'bases'> & { readonly table: Table }>;
  readonly group: HeldGroup;
  /** Made for the first review, whose script comes late. */
  reviewing: Reviewing | null;
  /** The plan that was made last. */
  plan: MadePlan | null;
  /**
   * The sheet of a plan: the results of its run are about these rows, whatever is opened after it.
   */
  planned: ({ readonly id: PlanId } & PlannedSheet) | null;
  /** The last handle that was given out. */
  lastId: number;
}

export function createMemory(group: HeldGroup): SheetMemory {
  return {
    lookedAt: null,
    workbook: null,
    bases: [],
    table: null,
    made: new Map(),
    group,
    reviewing: null,
    plan: null,
    planned: null,
    lastId: firstId(),
  };
}

/**
 * A number by chance, because the worker may be ended and started again. The panel may still hold a
 * handle of the worker before, which must name nothing here.
 */
function firstId(): number {
  const [high = 0] = crypto.getRandomValues(new Uint32Array(1));
  return high * 2 ** 20;
}

/** A handle that nothing had before. */
export function newId(memory: SheetMemory): TableId & ReviewId & PlanId {
  return (memory.lastId += 1) as TableId & ReviewId & PlanId;
}

/** Takes a table as the one that is worked on, in place of the one before. */
export function useTable(
  memory: SheetMemory,
  id: TableId,
  own: Table,
  delimiter?: string,
  bases: readonly ExportBase[] = [],
): HeldTable {
  memory.reviewing?.outdate();
  return (memory.table = { id, own, table: own, joins: [], facts: describeColumns(own), delimiter, bases });
}

/** The table of this handle; null where another one is worked on by now. */
export function tableOf({ table }: SheetMemory, id: TableId): HeldTable | null {
  return table?.id === id ? table : null;
}

/** A step that comes before its own needs is a bug of the panel. */
export function needed<T>(value: T | null): T {
  if (value === null) throw new Error('asked for before it was there');
  return value;
}

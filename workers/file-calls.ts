import { FIRST_JOINED } from '../lib/assign/edit/join';
import { describeColumns } from '../lib/assign/facts/describe-columns';
import { unguardedSheet } from '../lib/report/guarded-text';
import { failed, ok } from '../lib/result';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import { readFirstRows } from '../lib/sheet/first-rows';
import type { LazyText } from '../lib/sheet/lazy-text';
import { readWorkbook } from '../lib/sheet/read-workbook';
import type { SheetJsReader } from '../lib/sheet/sheetjs/sheetjs';
import { findHeaderRow } from '../lib/sheet/table/header-row';
import { makeTable } from '../lib/sheet/table/make-table';
import { openedTable, previewOf } from './opened-table';
import type { ReviewParts } from './review-parts';
import { sha256Of } from '../lib/secrets/sha256';
import { needed, newId, tableOf, useTable, type SheetMemory } from './sheet-memory';

/** Scripts that are read late, when a file needs them. */
export interface LateReaders {
  readonly loadSheetJs: () => Promise<SheetJsReader>;
  readonly loadLazyText: () => Promise<LazyText>;
}

type FileCalls = Pick<SheetContract, 'look' | 'open' | 'chooseTable' | 'joinColumns'>;

/** The calls from a file to the table that is worked on. */
export function fileCalls(
  memory: SheetMemory,
  late: LateReaders,
  loadReview: () => Pick<ReviewParts, 'joinColumns' | 'countPeopleAcross' | 'openedWorkbook'>,
): FileCalls {
  return {
    async look(bytes, reading) {
      memory.lookedAt = bytes;
      const whole = new Uint8Array(bytes);
      const read = await readFirstRows(whole, { reading, ...late });
      if (read === null || read.rowCount === 0) return null;
      const sheet = unguardedSheet(read);
      const headerRow = findHeaderRow(sheet).row;
      return { headerRow, preview: previewOf(sheet, headerRow) };
    },
    async open(bytes, reading) {
      const whole = new Uint8Array(bytes ?? needed(memory.lookedAt));
      memory.lookedAt = null;
      // Both at once, of the very same bytes: hashing is quicker, and in a thread of its own.
      const [read, sha256] = await Promise.all([readWorkbook(whole, { reading, ...late }), sha256Of(whole)]);
      if (!read.ok) return read;
      const { workbook, bases, facts } = loadReview().openedWorkbook(read.value);
      memory.workbook = workbook;
      memory.bases = bases;
      return ok({ sha256, ...facts });
    },
    chooseTable(index, headerRow) {
      const { sheets, text } = needed(memory.workbook);
      const sheet = sheets[index];
      if (sheet === undefined) throw new Error('no such sheet');
      if (sheet.rowCount === 0) return failed({ code: 'sheet-empty', sheet: sheet.name });
      // A header row that was chosen by hand is the admin's word.
      const people = headerRow === null ? loadReview().countPeopleAcross(sheet) : 0;
      if (people > 0) return failed({ code: 'sheet-on-its-side', sheet: sheet.name, people });
      const header =
        headerRow === null ? findHeaderRow(sheet) : ({ row: headerRow, reason: 'chosen' } as const);
      const made = makeTable(sheet, header);
      if (!made.ok) return made;
      const { id, facts } = useTable(memory, newId(memory), made.value, text?.delimiter, memory.bases);
      return ok(openedTable(id, made.value, facts, index, previewOf(sheet, header.row)));
    },
    joinColumns(id, joins) {
      const held = tableOf(memory, id);
      if (held === null) return NOT_HELD;
      const table = loadReview().joinColumns(held.own, joins);
      const added = describeColumns({
        ...table,
        columns: table.columns.filter(({ index }) => index >= FIRST_JOINED),
      });
      const facts = [...held.facts.filter(({ column }) => column < FIRST_JOINED), ...added];
      memory.reviewing?.outdate();
      memory.table = { ...held, table, joins, facts };
      return ok(added);
    },
  };
}

import { withoutGuards } from '../lib/report/guarded-text';
import { takeBase } from '../lib/review/base/read-base';
import type { ExportBase } from '../lib/review/base/export-base';
import type { OpenedFile } from '../lib/rpc/contract/opened-file';
import type { Workbook } from '../lib/sheet/cells/sheet';
import { listSheet } from '../lib/sheet/table/list-sheet';
import { withLinesDivided } from '../lib/sheet/text/quoted-lines';

/** A workbook as it is worked on, and what is said of it. */
export interface OpenedWorkbook {
  readonly workbook: Workbook;
  readonly bases: readonly ExportBase[];
  readonly facts: Omit<OpenedFile, 'sha256'>;
}

/**
 * Prepares a workbook that was read: lines in quotes are divided, our own guards removed, and the
 * record of a download is taken out.
 */
export function openedWorkbook(read: Workbook): OpenedWorkbook {
  const { workbook, bases, download } = takeBase(withoutGuards(withLinesDivided(read)));
  const { format, text, sheets } = workbook;
  const named = sheets.map(({ name, hidden, rowCount }) => ({ name, hidden, rows: rowCount }));
  const facts = { format, text, first: listSheet(sheets), sheets: named, download };
  return { workbook, bases, facts };
}

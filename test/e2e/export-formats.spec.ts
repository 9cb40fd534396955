import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import * as XLSX from 'sheetjs-ce';
import { eachWithExtension, panelOn } from './each-with-extension';
import { exportColumns, exportRows, type ExportCell } from './export-sheet';
import { assignColumns, chooseSheet, openReview } from './panel';
import { groupOf, writesOf } from './platform-watch';
import { variedState } from './varied-state';

/*
 * Issue 4, typed equality: an export of the group that is dropped back gives no change, whatever program has saved it and
 * whatever it has made of the cells. (As CSV it is part of switches.spec.)
 */

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days become dates of the workbook, shown by this number format; all else stays what it is. */
function typed(cell: ExportCell, format: string): XLSX.CellObject | ExportCell {
  const day = typeof cell === 'string' ? DAY.exec(cell) : null;
  if (day === null) return cell;
  const serial = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000 + 25_569;
  return { t: 'n', v: serial, z: format };
}

/** As a person's program has it that knows only text. */
const asText = (cell: ExportCell) => (cell === null ? null : String(cell));

const KINDS = [
  { kind: 'typed cells, ISO dates', of: (cell: ExportCell) => typed(cell, 'yyyy-mm-dd') },
  { kind: 'typed cells, American dates', of: (cell: ExportCell) => typed(cell, 'm/d/yy') },
  { kind: 'text only', of: asText },
];

const world = eachWithExtension({ state: variedState() });

test('an export in any format changes nothing when it is dropped back', async ({}, info) => {
  const { platform } = world;
  const { standIn } = platform;
  const state = standIn.state();
  const rows = groupOf(state, 555).length;
  const decisions = Object.fromEntries(exportColumns(state).map((name) => [name, { attribute: name }]));
  for (const format of ['xlsx', 'xlsb', 'xls', 'ods', 'fods'] as const) {
    for (const { kind, of } of KINDS) {
      await test.step(`${format}, ${kind}`, async () => {
        const sheet = XLSX.utils.aoa_to_sheet(exportRows(state, 555).map((row) => row.map(of)));
        const book = XLSX.utils.book_new(sheet, 'Export');
        const file = info.outputPath(`export.${format}`);
        writeFileSync(file, XLSX.write(book, { bookType: format, type: 'buffer' }) as Buffer);
        const { page, panel } = await panelOn(world);
        await chooseSheet(panel, file);
        await assignColumns(panel, decisions);
        expect(await openReview(panel)).toMatchObject({ rows, toUpdate: 0, unchanged: rows, errors: 0 });
        await page.close();
      });
    }
  }
  expect(writesOf(standIn)).toEqual([]);
  expect(standIn.state()).toEqual(state);
});

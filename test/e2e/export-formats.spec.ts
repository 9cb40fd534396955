import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { exportColumns } from '../fakes/export-sheet';
import { EXPORT_KINDS, exportWorkbook } from '../fakes/export-workbook';
import { variedState } from '../fakes/varied-state';
import { at, groupOf, writesOf } from '../platform/platform-watch';
import { panelOn, test } from './extension-test';
import { assignColumns, chooseSheet, openReview } from './panel';

/*
 * An export of the group that is dropped back gives no change: a workbook that the worker reads by
 * itself, and one for which it loads SheetJS. (Each format, and what programs make of the cells:
 * test/whole-job/export-formats.test.ts.)
 */

test.use({ platformOptions: { state: variedState() } });

for (const format of ['xlsx', 'ods'] as const) {
  test(
    `an export as ${format} changes nothing when it is dropped back`,
    { tag: '@long' },
    async ({ world }, info) => {
      const { standIn } = world.platform;
      const state = standIn.state();
      const rows = groupOf(state, 555).length;
      const file = info.outputPath(`export.${format}`);
      writeFileSync(file, exportWorkbook(state, format, at(EXPORT_KINDS, 0).of));
      const { panel } = await panelOn(world);
      await chooseSheet(panel, file);
      await assignColumns(
        panel,
        Object.fromEntries(exportColumns(state).map((name) => [name, { attribute: name }])),
      );
      expect(await openReview(panel)).toMatchObject({ rows, toUpdate: 0, unchanged: rows, errors: 0 });
      expect(writesOf(standIn)).toEqual([]);
      expect(standIn.state()).toEqual(state);
    },
  );
}

import { describe, expect, test } from 'vitest';
import { exportColumns } from '../fakes/export-sheet';
import { EXPORT_KINDS, exportWorkbook } from '../fakes/export-workbook';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { variedState } from '../fakes/varied-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { groupOf, writesOf } from '../platform/platform-watch';

/*
 * An export of the group that is opened again gives no change, whatever program has saved it and
 * whatever it has made of the cells. (As CSV it is part of switches.test.ts; two of the formats in
 * the browser: test/e2e/export-formats.spec.ts.)
 */

describe.each(['xlsx', 'xlsb', 'xls', 'ods', 'fods'] as const)('as %s', (format) => {
  test.each(EXPORT_KINDS)('$kind', async ({ of }) => {
    const job = await jobOverPlatform({ state: variedState('2026-11-22') });
    const { standIn } = job;
    const state = standIn.state();
    const rows = groupOf(state, MAIN_GROUP).length;
    await job.open(fileOf(`export.${format}`, exportWorkbook(state, format, of)));
    job.assign(Object.fromEntries(exportColumns(state).map((name) => [name, { attribute: name }])));
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows, toUpdate: 0, unchanged: rows, withErrors: 0 });
    expect(writesOf(standIn)).toEqual([]);
    expect(standIn.state()).toEqual(state);
  });
});

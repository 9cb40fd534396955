import { beforeEach, describe, expect, test } from 'vitest';
import { failed } from '../../../lib/result';
import type { OpenedTable } from '../../../lib/rpc/contract/sheet-contract';
import { createFileModel, pastedFile } from '../../../lib/session/file/create-file-model';
import { calm } from '../../fakes/deferred';
import { directSheet, heldSheet } from '../../fakes/sheet-client';

const LARGE = pastedFile('large.csv', `id,name\n${'1,Ada\n'.repeat(50_000)}`);
const SMALL = pastedFile('new.csv', 'id,name\n1,Ada\n');

let reported: (number | null)[];
const followers = {
  onTable: (table: OpenedTable | null) => void reported.push(table && table.rows),
  onMade: () => undefined,
  onRestart: () => undefined,
};
beforeEach(() => {
  reported = [];
});

describe('a large file', () => {
  test('shows its first rows while it is read', async () => {
    const sheet = directSheet();
    const model = createFileModel(sheet.client, followers);
    const release = sheet.hold('open');
    const opening = model.open(LARGE);
    await calm();
    const now = model.phase.peek();
    expect(now).toMatchObject({ kind: 'reading', firstRows: { headerRow: 1 } });
    expect(now.kind === 'reading' && now.firstRows?.preview[1]).toEqual({ row: 2, cells: ['1', 'Ada'] });
    release();
    await opening;
    expect(model.phase.peek()).toMatchObject({ kind: 'open', table: { value: { rows: 50_000 } } });
    expect(sheet.called).toEqual(['look', 'open', 'chooseTable']);
    expect(reported).toEqual([null, 50_000]);
  });

  test('is stopped by a newer one while its first rows are looked for', async () => {
    const sheet = heldSheet();
    const model = createFileModel(sheet.client, followers);
    const old = model.open(LARGE);
    await calm();
    const next = model.open(SMALL);
    await calm();
    expect(sheet.calls.map(({ method }) => method)).toEqual(['look', 'open']);
    sheet.last('open').answer(failed({ code: 'file-empty' }));
    await Promise.all([old, next]);
    expect(model.phase.peek()).toMatchObject({ name: 'new.csv', problem: { code: 'file-empty' } });
  });
});

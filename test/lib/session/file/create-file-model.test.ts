import { beforeEach, describe, expect, test } from 'vitest';
import { failed, ok } from '../../../../lib/result';
import { SheetWorkerEnded } from '../../../../lib/rpc/client/sheet-client';
import type { OpenedTable } from '../../../../lib/rpc/contract/sheet-contract';
import {
  createFileModel,
  pastedFile,
  type FileModel,
  type SheetFile,
} from '../../../../lib/session/file/create-file-model';
import { calm, deferred } from '../../../fakes/deferred';
import { RUN } from '../../../fakes/run';
import { bytesOf } from '../../../fakes/sheet';
import { directSheet, heldSheet } from '../../../fakes/sheet-client';

const CSV = 'id,name\n1,Ada\n';

function file(name: string, content: ArrayBuffer | Promise<ArrayBuffer> = bytesOf(CSV)): SheetFile {
  return { name, size: 1, arrayBuffer: async () => (await content).slice(0) };
}
let reported: (string | null)[];
let restarts: number;
const followers = {
  onTable: (table: OpenedTable | null) =>
    void reported.push(table && table.columns.map(({ header }) => header).join()),
  onMade: () => undefined,
  onRestart: () => void (restarts += 1),
};
beforeEach(() => {
  reported = [];
  restarts = 0;
});
const shown = ({ phase }: FileModel) => {
  const now = phase.peek();
  if (now.kind === 'failed') return `${now.name}: ${now.problem.code}`;
  return `${now.kind} ${'name' in now ? now.name : ''}`;
};

describe('a file', () => {
  test('is read, and its table is reported', async () => {
    const model = createFileModel(directSheet().client, followers);
    const reading = model.open(file('a.csv'));
    expect(shown(model)).toBe('reading a.csv');
    await reading;
    expect(model.phase.peek()).toMatchObject({ kind: 'open', name: 'a.csv', sheet: 0, undo: null });
    expect(reported).toEqual([null, 'id,name']);
  });

  test.each<[string, SheetFile, string]>([
    ['empty', file('a.csv', new ArrayBuffer(0)), 'a.csv: file-empty'],
    ['no spreadsheet', file('a.pdf', bytesOf('%PDF-1.7')), 'a.pdf: not-a-spreadsheet'],
    [
      'moved away since it was dropped',
      { ...file('a.csv'), arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) },
      'a.csv: file-unreadable',
    ],
  ])('that cannot be used: %s', async (_name, unusable, problem) => {
    const model = createFileModel(directSheet().client, followers);
    await model.open(file('good.csv'));
    await model.open(unusable);
    expect(shown(model)).toBe(problem);
    // The earlier content is not used under the new name.
    expect(reported.at(-1)).toBeNull();
    await model.open(file('next.csv'));
    expect(shown(model)).toBe('open next.csv');
  });

  test('whose reader has a bug rejects', async () => {
    const { client, last } = heldSheet();
    const model = createFileModel(client, followers);
    const opening = model.open(file('a.csv'));
    await calm();
    last('open').fail(new Error('bug'));
    await expect(opening).rejects.toThrow('bug');
  });
});

describe('a newer file wins', () => {
  test('over one that the worker is reading, which is stopped', async () => {
    const sheet = heldSheet();
    const model = createFileModel(sheet.client, followers);
    const old = model.open(file('old.csv'));
    await calm();
    const next = model.open(file('new.csv'));
    await calm();
    expect({ stops: sheet.stops(), restarts }).toEqual({ stops: 1, restarts: 1 });
    sheet.last('open').answer(failed({ code: 'file-encrypted' }));
    await Promise.all([old, next]);
    expect(shown(model)).toBe('new.csv: file-encrypted');
  });

  test('over one that the browser gives only after it: the old one never reaches the worker', async () => {
    const slow = deferred<ArrayBuffer>();
    const sheet = directSheet();
    const model = createFileModel(sheet.client, followers);
    const old = model.open(file('old.csv', slow.promise));
    await model.open(file('new.csv', bytesOf('a,b\n1,2\n')));
    slow.resolve(bytesOf(CSV));
    await old;
    expect(shown(model)).toBe('open new.csv');
    expect(sheet.called).toEqual(['open', 'chooseTable']);
    expect(reported.at(-1)).toBe('a,b');
  });

  test('over one whose sheets are known already', async () => {
    const sheet = heldSheet();
    const model = createFileModel(sheet.client, followers);
    const old = model.open(file('old.csv'));
    await calm();
    sheet.last('open').answer(ok({ format: 'csv', text: null, first: 0, sheets: [] }));
    const next = model.open(file('new.csv'));
    await calm();
    expect(sheet.calls.map(({ method }) => method)).toEqual(['open', 'open']);
    sheet.last('open').answer(failed({ code: 'file-empty' }));
    await Promise.all([old, next]);
    expect(shown(model)).toBe('new.csv: file-empty');
  });
});

describe('the worker ends', () => {
  test.each([null, 60])('under a file (given up after %s s): what it held is given anew', async (after) => {
    const sheet = heldSheet();
    const model = createFileModel(sheet.client, followers);
    const opening = model.open(file('a.csv'));
    await calm();
    sheet.last('open').fail(new SheetWorkerEnded('ended', after));
    await opening;
    expect(shown(model)).toBe(`a.csv: ${after === null ? 'reader-ended' : 'reading-given-up'}`);
    expect(restarts).toBe(1);
  });

  test('under the choice of a sheet, or of anything else', async () => {
    const sheet = directSheet();
    const model = createFileModel(sheet.client, followers);
    await model.open(file('a.csv'));
    sheet.hold('chooseTable');
    const choosing = model.chooseHeaderRow(2);
    sheet.die();
    await choosing;
    expect(shown(model)).toBe('a.csv: reader-ended');
    model.lose(new SheetWorkerEnded('failed'));
    expect(restarts).toBe(1);
    expect(reported.at(-1)).toBeNull();
  });
});

describe('a file is read differently', () => {
  test('with another encoding: the same bytes again', async () => {
    const model = createFileModel(directSheet().client, followers);
    await model.open(
      file('a.csv', new Uint8Array([...new TextEncoder().encode('id,name\n1,Bj'), 0xf8, 0x0a]).buffer),
    );
    expect(model.phase.peek()).toMatchObject({ file: { text: { encoding: 'windows-1252' } } });
    await model.readAs({ encoding: 'windows-1251' });
    expect(model.phase.peek()).toMatchObject({
      name: 'a.csv',
      file: { text: { encoding: 'windows-1251', delimiter: ',' } },
      table: { value: { preview: [{}, { cells: ['1', 'Bjш'] }] } },
    });
  });

  test('pasted cells too, as often as one likes', async () => {
    const model = createFileModel(directSheet().client, followers);
    const pasted = pastedFile('Pasted cells', 'id\tname; x\n1\tAda; y\n');
    // The worker takes each buffer over.
    const taken = await pasted.arrayBuffer();
    structuredClone(taken, { transfer: [taken] });
    await model.open(pasted);
    expect(reported.at(-1)).toBe('id,name; x');
    await model.readAs({ delimiter: ';' });
    await model.readAs({ delimiter: '\t' });
    expect(reported.at(-1)).toBe('id,name; x');
    expect(new Uint8Array(await pasted.arrayBuffer())).toHaveLength(pasted.size);
  });

  test('with another header row', async () => {
    const model = createFileModel(directSheet().client, followers);
    await model.open(file('a.csv', bytesOf('x,y\nid,name\n1,Ada\n')));
    await model.chooseHeaderRow(2);
    expect(model.phase.peek()).toMatchObject({ table: { value: { headerRow: 2, headerReason: 'chosen' } } });
    // The table that is on its way out is reported before the worker is asked.
    expect(reported).toEqual([null, 'x,y', null, 'id,name']);
    await model.chooseHeaderRow(3);
    expect(model.phase.peek()).toMatchObject({
      kind: 'open',
      table: failed({ code: 'no-rows-below-header' }),
    });
    expect(reported.at(-1)).toBeNull();
  });

  test('with the sheet that the worker opens first, then with the one chosen last', async () => {
    const sheet = heldSheet();
    const model = createFileModel(sheet.client, followers);
    const opening = model.open(file('a.xlsx'));
    await calm();
    const sheets = [
      { name: 'Hidden', hidden: true, rows: 9 },
      { name: 'Empty', hidden: false, rows: 0 },
      { name: 'People', hidden: false, rows: 9 },
    ];
    sheet.last('open').answer(ok({ format: 'xlsx', text: null, first: 2, sheets }));
    await calm();
    expect(sheet.last('chooseTable').args).toEqual([2, null]);
    sheet.last('chooseTable').answer(failed({ code: 'sheet-empty', sheet: 'People' }));
    await opening;
    const first = model.chooseSheet(0);
    const early = sheet.last('chooseTable');
    const second = model.chooseSheet(1);
    sheet.last('chooseTable').answer(failed({ code: 'sheet-empty', sheet: 'Empty' }));
    early.answer(failed({ code: 'sheet-empty', sheet: 'Hidden' }));
    await Promise.all([first, second]);
    expect(model.phase.peek()).toMatchObject({ sheet: 1, table: { problem: { sheet: 'Empty' } } });
    await model.readAs({ encoding: 'utf-8' }); // no text file
    expect(sheet.calls.filter(({ method }) => method === 'open')).toHaveLength(1);
  });
});

describe('an undo in the place of a file', () => {
  test('is no file: it has no other sheet, header row or encoding', async () => {
    const sheet = directSheet();
    const model = createFileModel(sheet.client, followers);
    await model.open(file('a.csv'));
    const open = model.phase.peek();
    if (open.kind !== 'open' || !open.table.ok) throw new Error('not open');
    const undo = {
      table: open.table.value,
      assignment: { columns: [], key: null },
      editedSince: 1,
      cannot: 2,
    };
    model.openUndo('Undo of a.csv', undo, [RUN]);
    const now = model.phase.peek();
    expect(now).toMatchObject({ kind: 'open', name: 'Undo of a.csv', undo: { editedSince: 1, cannot: 2 } });
    await model.chooseSheet(0);
    await model.chooseHeaderRow(1);
    await model.readAs({ encoding: 'utf-16le' });
    expect(model.phase.peek()).toBe(now);
    expect(sheet.called).toEqual(['open', 'chooseTable']);
  });

  test('of nothing, or without the present values, is said', () => {
    const model = createFileModel(directSheet().client, followers);
    model.openUndo('Undo', null, []);
    expect(shown(model)).toBe('Undo: nothing-to-undo');
    model.refuse('Undo', { code: 'unreachable' });
    expect(shown(model)).toBe('Undo: unreachable');
    expect(reported).toEqual([null, null]);
  });
});

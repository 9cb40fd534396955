import { describe, expect, test, vi } from 'vitest';
import { writeMappingFile } from '../../../lib/assign/mapping/mapping-file';
import type { SavedMapping } from '../../../lib/assign/mapping/saved-mapping';
import type { Day } from '../../../lib/credential/day';
import type { OpenedTable } from '../../../lib/rpc/contract/sheet-contract';
import { createAssignModel } from '../../../lib/session/assign/create-assign-model';
import { assignWorld, type AssignWorldOptions } from '../../fakes/assign-world';
import { calm, deferred } from '../../fakes/deferred';
import { bytesOf } from '../../fakes/sheet';
import { directSheet } from '../../fakes/sheet-client';

/*
 * docs/product.md 2.3: an assignment is remembered per set of headers and group, can be seen and
 * forgotten.
 */

const CSV = 'Cert No,Mark,Until,Note\n70001,A,03/04/2027,x\n70002,B,04/05/2027,y\n';
const MOVED = 'Note,Until,Cert No,Mark\nx,05/06/2028,70001,A\n';

async function opened(text: string, options: AssignWorldOptions = {}) {
  const sheet = directSheet();
  await sheet.client.call('open', bytesOf(text), {});
  const table = await sheet.client.call('chooseTable', 0, null);
  if (!table.ok) throw new Error(table.problem.code);
  const world = assignWorld(sheet.client, options);
  const model = createAssignModel(world);
  await model.begin(table.value);
  // The fingerprint is made by another thread: its answer takes as long as it takes.
  await vi.waitFor(() => expect(world.reads()).toBe(1));
  await calm();
  return { model, table: table.value, sheet };
}
type Model = ReturnType<typeof createAssignModel>;
const targets = ({ state }: Model) =>
  state
    .peek()
    ?.assignment.columns.map(({ target }) => (target.kind === 'attribute' ? target.id : target.kind));
const decideAll = (model: Model) => {
  model.setTarget(0, { kind: 'attribute', id: 'credential-id' });
  model.setTarget(1, { kind: 'attribute', id: 'grade' });
  model.setBlank(1, 'clear');
  model.setTarget(2, { kind: 'attribute', id: 'expiry-date' });
  model.setDateFormat(2, 'month-day-year');
  model.skipTheRest();
  model.accept();
};
/** Decided once by hand, for whoever comes next. */
async function remembered() {
  const kept = new Map<string, SavedMapping>();
  const { model } = await opened(CSV, { kept });
  decideAll(model);
  await calm();
  return kept;
}

describe('remembered', () => {
  test('when Review is asked for, without any text of the sheet', async () => {
    const kept = await remembered();
    expect(kept.size).toBe(1);
    const text = JSON.stringify([...kept]);
    for (const mark of ['Cert', 'Mark', 'Until', 'Note', '70001', '2027']) expect(text).not.toContain(mark);
  });

  test('and taken over for the same headers in another order, with its reason and rules', async () => {
    const kept = await remembered();
    const { model } = await opened(MOVED, { kept });
    expect(targets(model)).toEqual(['skip', 'expiry-date', 'credential-id', 'grade']);
    const state = model.state.peek();
    expect(state?.assignment.columns[3]?.blank).toBe('clear');
    expect(state?.guesses.map(({ reason }) => reason?.kind)).toEqual(Array(4).fill('remembered'));
    // The order of its dates is shown, and confirmed by choosing it again.
    expect(model.problems.peek()).toEqual([{ code: 'date-format-open', columns: [1] }]);
  });

  test('that arrives when Review was asked for changes nothing', async () => {
    const kept = await remembered();
    const sheet = directSheet();
    await sheet.client.call('open', bytesOf(MOVED), {});
    const table = await sheet.client.call('chooseTable', 0, null);
    if (!table.ok) throw new Error(table.problem.code);
    const late = deferred<SavedMapping | null>();
    let changes = 0;
    const world = assignWorld(sheet.client, { onChange: () => (changes += 1) });
    const read = vi.fn(() => late.promise);
    const model = createAssignModel({ ...world, memory: { ...world.memory, read } });
    await model.begin(table.value);
    await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
    model.skipTheRest();
    model.accept();
    const [before, shown] = [changes, model.state.peek()];
    late.resolve([...kept.values()][0] ?? null);
    await calm();
    expect(changes).toBe(before);
    expect(model.state.peek()?.assignment).toEqual(shown?.assignment);
    expect(model.state.peek()?.restored).toBeNull();
  });

  test('not for other headers', async () => {
    const kept = await remembered();
    const { model } = await opened(CSV.replace('Note', 'Remark'), { kept });
    expect(model.state.peek()?.restored).toBeNull();
    expect(model.problems.peek()).not.toEqual([]);
  });

  test('is not lost at the next guess', async () => {
    const kept = await remembered();
    const { model } = await opened(CSV, { kept });
    await model.refresh();
    expect(targets(model)).toEqual(['credential-id', 'grade', 'expiry-date', 'skip']);
    expect(model.state.peek()?.guesses[0]?.reason?.kind).toBe('remembered');
  });

  test('forgotten, it is guessed at again, then and the next time', async () => {
    const kept = await remembered();
    const { model } = await opened(CSV, { kept });
    await model.forget();
    await calm();
    expect(kept.size).toBe(0);
    expect(model.state.peek()?.restored).toBeNull();
    expect(targets(model)).not.toContain('skip');
    const next = await opened(CSV, { kept });
    expect(next.model.state.peek()?.restored).toBeNull();
  });

  test('never of an undo: nobody brings such a table again', async () => {
    const kept = new Map<string, SavedMapping>();
    const { model, table, sheet } = await opened(CSV);
    const undo = createAssignModel(assignWorld(sheet.client, { kept }));
    const assignment = model.state.peek()?.assignment;
    if (assignment === undefined) throw new Error('nothing assigned');
    undo.take(table, assignment);
    undo.accept();
    await calm();
    expect(kept.size).toBe(0);
  });
});

describe('the date format of last time', () => {
  test('is shown and not applied where neither the column nor the group tells', async () => {
    const kept = await remembered();
    const { model } = await opened(CSV, { kept });
    await model.refresh();
    await calm();
    expect(model.state.peek()?.restored?.dateFormats).toEqual(new Map([[2, 'month-day-year']]));
    expect(model.state.peek()?.assignment.columns[2]?.dateFormat).toBeNull();
    expect(model.problems.peek()).toEqual([{ code: 'date-format-open', columns: [2] }]);
    model.setDateFormat(2, 'month-day-year');
    expect(model.problems.peek()).toEqual([]);
  });

  test('gives way to what the column itself proves', async () => {
    const kept = await remembered();
    const { model } = await opened(CSV.replace('04/05', '31/05').replace('03/04', '30/04'), { kept });
    expect(model.state.peek()?.assignment.columns[2]?.dateFormat).toBe('day-month-year');
  });
});

describe('a file', () => {
  const fileOf = (assignment: SavedMapping) => new Blob([writeMappingFile(assignment)]);
  const ASSIGNMENT: SavedMapping = {
    day: '2026-03-03' as Day,
    key: 'credential-id',
    joins: [],
    columns: [
      { name: 'Cert No', attribute: 'credential-id', dateFormat: null, blank: 'keep', write: 'always' },
      { name: 'Mark', attribute: null, dateFormat: null, blank: 'keep', write: 'always' },
      { name: 'Town', attribute: 'grade', dateFormat: null, blank: 'keep', write: 'always' },
    ],
  };

  test('saved by one admin is taken over by another, before what she had decided', async () => {
    const { model } = await opened(CSV);
    decideAll(model);
    const file = await model.file();
    const other = await opened(MOVED);
    other.model.setTarget(3, { kind: 'skip' });
    await other.model.load(new Blob([file ?? '']));
    expect(other.model.loaded.peek()).toEqual({ ok: true, value: { columns: 4 } });
    expect(targets(other.model)).toEqual(['skip', 'expiry-date', 'credential-id', 'grade']);
    expect(other.model.state.peek()?.guesses[0]?.reason?.kind).toBe('from-file');
  });

  test('speaks of the columns that it knows', async () => {
    const { model } = await opened(CSV);
    await model.load(fileOf(ASSIGNMENT));
    expect(model.loaded.peek()).toEqual({ ok: true, value: { columns: 2 } });
    expect(targets(model)?.slice(0, 2)).toEqual(['credential-id', 'skip']);
  });

  test.each<[string, Blob, string]>([
    ['of another kind', new Blob(['Cert No,Mark']), 'not-an-assignment-file'],
    ['that is far too large to be one', { size: 5e9 } as Blob, 'not-an-assignment-file'],
    ['for other headers', fileOf({ ...ASSIGNMENT, columns: ASSIGNMENT.columns.slice(2) }), 'no-column-of-it'],
    [
      'that went away',
      { size: 10, text: () => Promise.reject(new Error('NotReadableError')) } as unknown as Blob,
      'file-unreadable',
    ],
  ])('%s changes nothing and says so', async (_, file, code) => {
    const { model } = await opened(CSV);
    const before = targets(model);
    await model.load(file);
    expect(model.loaded.peek()).toEqual({ ok: false, problem: { code } });
    expect(targets(model)).toEqual(before);
  });

  test('about a table that was exchanged meanwhile is dropped', async () => {
    const { model, table } = await opened(CSV);
    const loading = model.load(fileOf(ASSIGNMENT));
    const next: OpenedTable = { ...table, sheetName: 'Other' };
    const beginning = model.begin(next);
    await Promise.all([loading, beginning]);
    await calm();
    expect(model.loaded.peek()).toBeNull();
  });
});

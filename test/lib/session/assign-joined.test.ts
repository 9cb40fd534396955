import { describe, expect, test, vi } from 'vitest';
import { FIRST_JOINED } from '../../../lib/assign/edit/join';
import type { SavedMapping } from '../../../lib/assign/mapping/saved-mapping';
import { createAssignModel } from '../../../lib/session/assign/create-assign-model';
import { assignWorld, type AssignWorldOptions } from '../../fakes/assign-world';
import { calm } from '../../fakes/deferred';
import { bytesOf } from '../../fakes/sheet';
import { directSheet } from '../../fakes/sheet-client';

/* docs/product.md 2.3: two columns may be joined (First + Last name). */

const CSV = [
  'Credential ID,First Name,Last Name,Town',
  '70001,Ada,Lovelace,London',
  '70002,Grace,Hopper,New York',
].join('\n');

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

describe('joined', () => {
  test('both halves of a name become the name and are skipped themselves', async () => {
    let changes = 0;
    const { model } = await opened(CSV, { onChange: () => (changes += 1) });
    const before = changes;
    await model.join(1, 2);
    await calm();
    expect(targets(model)).toEqual(['credential-id', 'skip', 'skip', 'undecided', 'recipient-name']);
    expect(model.state.peek()?.table.columns[4]).toMatchObject({
      column: FIRST_JOINED,
      header: 'First Name + Last Name',
      samples: ['Ada Lovelace', 'Grace Hopper'],
      values: 2,
    });
    expect(changes).toBeGreaterThan(before);
    expect(model.report.peek()?.columns.map(({ column }) => column)).toContain(FIRST_JOINED);
  });

  test.each([
    ['joined', (model: Model) => model.join(1, 2)],
    ['separated', (model: Model) => model.separate(FIRST_JOINED)],
  ])('%s columns outdate the review before the worker drops it', async (kind, edit) => {
    let changes = 0;
    const { model, sheet } = await opened(CSV, { onChange: () => (changes += 1) });
    if (kind === 'separated') await model.join(1, 2);
    const go = sheet.hold('joinColumns');
    const before = changes;
    const editing = edit(model);
    expect(changes).toBe(before + 1);
    go();
    await editing;
  });

  test('other columns are for the admin to decide', async () => {
    const { model } = await opened(CSV);
    await model.join(2, 3);
    expect(targets(model)).toEqual(['credential-id', 'undecided', 'skip', 'skip', 'undecided']);
  });

  test('a name that another column has stays with it', async () => {
    const { model } = await opened(CSV);
    model.setTarget(3, { kind: 'attribute', id: 'recipient-name' });
    await model.join(1, 2);
    expect(targets(model)).toEqual(['credential-id', 'skip', 'skip', 'recipient-name', 'undecided']);
  });

  test('a column is joined once', async () => {
    const { model } = await opened(CSV);
    await model.join(1, 2);
    await model.join(2, 3);
    expect(model.state.peek()?.joins).toHaveLength(1);
  });

  test('no later guess takes it back', async () => {
    const { model } = await opened(CSV);
    await model.join(1, 2);
    await model.refresh();
    expect(targets(model)).toEqual(['credential-id', 'skip', 'skip', 'undecided', 'recipient-name']);
  });

  test('taken apart, the two are to be decided again', async () => {
    const { model, table } = await opened(CSV);
    await model.join(1, 2);
    await model.separate(FIRST_JOINED);
    expect(targets(model)).toEqual(['credential-id', 'undecided', 'undecided', 'undecided']);
    expect(model.state.peek()?.table.columns).toEqual(table.columns);
  });

  test('the next table has none', async () => {
    const { model, sheet } = await opened(CSV);
    await model.join(1, 2);
    const next = await sheet.client.call('chooseTable', 0, null);
    if (!next.ok) throw new Error(next.problem.code);
    await model.begin(next.value);
    await calm();
    expect(targets(model)).toHaveLength(4);
    expect(model.state.peek()?.joins).toEqual([]);
  });

  test('of a table that was exchanged meanwhile is dropped', async () => {
    const { model, table, sheet } = await opened(CSV);
    const go = sheet.hold('joinColumns');
    const joining = model.join(1, 2);
    const beginning = model.begin({ ...table, sheetName: 'Other' });
    go();
    await Promise.all([joining, beginning]);
    expect(targets(model)).toHaveLength(4);
  });

  test('remembered, forgotten, and saved as a file like any other', async () => {
    const kept = new Map<string, SavedMapping>();
    const { model } = await opened(CSV, { kept });
    await model.join(1, 2);
    model.skipTheRest();
    model.accept();
    await calm();
    const file = await model.file();
    const moved = CSV.split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');

    const next = await opened(moved, { kept });
    expect(targets(next.model)).toEqual(['skip', 'skip', 'skip', 'credential-id', 'recipient-name']);
    expect(next.model.state.peek()?.table.columns[4]?.header).toBe('First Name + Last Name');
    await next.model.forget();
    expect(targets(next.model)).toEqual(['undecided', 'undecided', 'undecided', 'credential-id']);

    const other = await opened(moved);
    await other.model.load(new Blob([file ?? '']));
    expect(targets(other.model)).toEqual(['skip', 'skip', 'skip', 'credential-id', 'recipient-name']);
    expect(other.model.loaded.peek()).toEqual({ ok: true, value: { columns: 5 } });
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Guess } from '../../../../lib/assign/choice/assignment';
import type { CustomAttributeKey } from '../../../../lib/credential/attribute';
import { ok } from '../../../../lib/result';
import type { OpenedTable } from '../../../../lib/rpc/contract/sheet-contract';
import { createAssignModel } from '../../../../lib/session/assign/create-assign-model';
import { assignWorld } from '../../../fakes/assign-world';
import { credentialOf } from '../../../fakes/credential';
import { calm } from '../../../fakes/deferred';
import { assignmentTo, bytesOf } from '../../../fakes/sheet';
import { directSheet, heldSheet } from '../../../fakes/sheet-client';

const NUMBERS = [77001, 77002, 77003, 77004, 77005, 77006];
const ROWS = NUMBERS.map((number) => `p${number}@example.org,${number},A,x`);
const CSV = ['Recipient Email,Cert No,Grade,Note', ...ROWS].join('\n');
let changes: number;
beforeEach(() => {
  changes = 0;
});

async function tableOf(sheet: ReturnType<typeof directSheet>, text = CSV): Promise<OpenedTable> {
  await sheet.client.call('open', bytesOf(text), {});
  const table = await sheet.client.call('chooseTable', 0, null);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}
async function opened(custom: () => readonly CustomAttributeKey[] = () => []) {
  const sheet = directSheet();
  const table = await tableOf(sheet);
  const model = createAssignModel(assignWorld(sheet.client, { custom, onChange: () => (changes += 1) }));
  return { sheet, table, model };
}
const targets = ({ state }: AssignModelOf) =>
  state
    .peek()
    ?.assignment.columns.map(({ target }) => (target.kind === 'attribute' ? target.id : target.kind));
type AssignModelOf = ReturnType<typeof createAssignModel>;
const IDS = NUMBERS.map((number) => credentialOf({ id: String(number) }));

describe('a table', () => {
  test('comes with guesses, what is left to decide, and its counts', async () => {
    const { model, table } = await opened();
    expect([model.state.peek(), model.problems.peek()]).toEqual([null, []]);
    await model.begin(table);
    expect(targets(model)).toEqual(['recipient-email', 'undecided', 'grade', 'undecided']);
    expect(model.problems.peek()).toEqual([{ code: 'columns-undecided', columns: [1, 3] }]);
    expect(model.report.peek()?.keys).toEqual([
      { key: 'recipient-email', alsoBy: null, matched: 0, several: 0, rows: 6, otherSpelling: null },
    ]);
    expect(changes).toBe(1);
  });

  test('that is gone leaves nothing to assign', async () => {
    const { model, table } = await opened();
    await model.begin(table);
    model.clear();
    model.clear();
    expect([model.state.peek(), model.report.peek(), changes]).toEqual([null, null, 2]);
    for (const late of [
      () => model.setTarget(0, { kind: 'skip' }),
      () => model.skipTheRest(),
      () => model.setKey('uuid'),
    ])
      late();
    await model.refresh();
    expect(model.state.peek()).toBeNull();
  });

  test('that went while it was guessed at does not come back', async () => {
    const { model, table, sheet } = await opened();
    const go = sheet.hold('guess');
    const beginning = model.begin(table);
    model.clear();
    go();
    await beginning;
    expect(model.state.peek()).toBeNull();
  });

  test('read again starts again', async () => {
    const { model, table, sheet } = await opened();
    await model.begin(table);
    model.setTarget(2, { kind: 'skip' });
    const next = await tableOf(sheet);
    await model.begin(next);
    expect(targets(model)?.[2]).toBe('grade');
  });

  test('with its assignment (an undo) has nothing to guess', async () => {
    const { model, table } = await opened();
    const assignment = assignmentTo(table, ['recipient-email', null, 'grade', null]);
    model.take(table, assignment);
    await model.refresh();
    expect(model.state.peek()?.assignment).toEqual(assignment);
    expect(model.problems.peek()).toEqual([]);
    expect(model.report.peek()).not.toBeNull();
  });
});

describe('a later guess', () => {
  test('takes what is known by then: the ids of the group, the attributes of the account', async () => {
    let custom: readonly CustomAttributeKey[] = [];
    const { model, table, sheet } = await opened(() => custom);
    await model.begin(table);
    await sheet.client.call('addCredentials', IDS, true);
    custom = [{ name: 'Note', kind: 'text' }];
    await model.refresh();
    expect(targets(model)).toEqual(['recipient-email', 'credential-id', 'grade', 'custom:Note']);
    expect(model.state.peek()?.assignment.key).toBe('credential-id');
    expect(changes).toBe(2);
  });

  test('leaves alone what was decided by hand', async () => {
    const { model, table, sheet } = await opened();
    await model.begin(table);
    model.setTarget(1, { kind: 'skip' });
    model.setTarget(2, { kind: 'attribute', id: 'description' });
    await sheet.client.call('addCredentials', IDS, true);
    await model.refresh();
    expect(targets(model)).toEqual(['recipient-email', 'skip', 'description', 'undecided']);
  });

  test('leaves alone what is decided while it is made', async () => {
    const { model, table, sheet } = await opened();
    await model.begin(table);
    await sheet.client.call('addCredentials', IDS, true);
    const go = sheet.hold('guess');
    const refreshing = model.refresh();
    model.setTarget(1, { kind: 'attribute', id: 'license-id' });
    model.setTarget(2, { kind: 'skip' });
    model.setBlank(0, 'clear');
    model.setKey('license-id');
    go();
    await refreshing;
    expect(targets(model)).toEqual(['recipient-email', 'license-id', 'skip', 'undecided']);
    expect(model.state.peek()?.assignment).toMatchObject({
      key: 'license-id',
      columns: [{ blank: 'clear' }, {}, {}, {}],
    });
  });

  test('changes nothing once Review was asked for', async () => {
    const { model, table, sheet } = await opened();
    await model.begin(table);
    model.setTarget(3, { kind: 'skip' });
    model.accept();
    await sheet.client.call('addCredentials', IDS, true);
    const before = changes;
    await model.refresh();
    expect(targets(model)).toEqual(['recipient-email', 'undecided', 'grade', 'skip']);
    expect(changes).toBe(before);
  });

  test('that says the same leaves the review standing', async () => {
    const { model, table } = await opened();
    await model.begin(table);
    await model.refresh();
    expect(changes).toBe(1);
  });

  test('about a table that was exchanged is dropped', async () => {
    const { model, table, sheet } = await opened();
    await model.begin(table);
    const go = sheet.hold('guess');
    const refreshing = model.refresh();
    const beginning = model.begin({ ...table, sheetName: 'Other' });
    go();
    await Promise.all([refreshing, beginning]);
    expect([model.state.peek()?.table.sheetName, changes]).toEqual(['Other', 2]);
  });
});

describe('each choice', () => {
  test('makes one change, keeps each attribute once, and is counted', async () => {
    const { model, table } = await opened();
    await model.begin(table);
    model.setTarget(3, { kind: 'attribute', id: 'grade' });
    expect(targets(model)).toEqual(['recipient-email', 'undecided', 'undecided', 'grade']);
    model.setDateFormat(3, 'day-month-year');
    model.skipTheRest();
    expect(targets(model)).toEqual(['recipient-email', 'skip', 'skip', 'grade']);
    expect(model.problems.peek()).toEqual([]);
    expect(changes).toBe(4);
    await calm();
    expect(model.report.peek()?.columns.map(({ column }) => column)).toEqual([0, 3]);
  });

  test('is counted as it is last: late counts of the one before are dropped', async () => {
    const sheet = heldSheet();
    const facts = (await opened()).table;
    const model = createAssignModel(assignWorld(sheet.client));
    const beginning = model.begin(facts);
    sheet.last('guess').answer(ok([] satisfies Guess[]));
    await calm();
    model.setTarget(0, { kind: 'attribute', id: 'recipient-email' });
    const early = sheet.last('report');
    model.setTarget(1, { kind: 'skip' });
    const last = { columns: [], keys: [{ key: 'recipient-email', matched: 1, rows: 2 }] };
    sheet.last('report').answer(ok(last));
    early.answer(ok({ columns: [], keys: [] }));
    sheet.calls[1]?.answer(ok({ columns: [], keys: [] }));
    await beginning;
    expect(model.report.peek()).toEqual(last);
  });

  test('whose counting ends with the worker is no fault of its own', async () => {
    const { model, table, sheet } = await opened();
    await model.begin(table);
    const go = sheet.hold('report');
    model.setTarget(1, { kind: 'skip' });
    sheet.die();
    go();
    await calm();
    expect(targets(model)?.[1]).toBe('skip');
  });
});

import { expect, test } from 'vitest';
import type { SavedMapping } from '../../lib/assign/mapping/saved-mapping';
import type { ResultFormat } from '../../lib/report/csv';
import { createAssignModel } from '../../lib/session/assign/create-assign-model';
import { RESULT_HEADERS } from '../../lib/assign/guess/result-headers';
import { assignWorld } from '../fakes/assign-world';
import { credentialOf } from '../fakes/credential';
import { calm } from '../fakes/deferred';
import { assignmentTo, bytesOf, realSheet, requestFor } from '../fakes/sheet';
import { directSheet } from '../fakes/sheet-client';

/*
 * A sheet without a header row from the file to its results: the first person is a row like the
 * others.
 */

const CSV = '10498227,Merit\n10498228,Pass\n10498229,Pass\n';
const GROUP = ['10498227', '10498228', '10498229'].map((id) => credentialOf({ id, grade: 'Fail' }));
const { status, message, credential, link } = RESULT_HEADERS[0]!;
const WORDS = {
  environment: 'production',
  headers: [status, message, credential, link],
  attributes: { headers: {}, account: '(account)' },
  unchanged: 'unchanged',
  notSent: 'not sent',
  reasons: { unchanged: 'nothing', leftOut: 'out', errors: new Map() },
} as const;

async function opened(bytes: ArrayBuffer) {
  const sheet = realSheet();
  await sheet.open(bytes, {});
  const table = sheet.chooseTable(0, null);
  if (!table.ok) throw new Error(table.problem.code);
  sheet.addCredentials(GROUP, true);
  return { sheet, table: table.value };
}

test('its first row is matched and reviewed by its number in the sheet', async () => {
  const { sheet, table } = await opened(bytesOf(CSV));
  expect(table).toMatchObject({ headerRow: 0, headerReason: 'no-header', rows: 3 });
  expect(table.columns.map(({ header }) => header)).toEqual(['A', 'B']);
  const guesses = sheet.guess([]);
  expect(guesses[0]).toMatchObject({ target: { kind: 'attribute', id: 'credential-id' } });
  expect(guesses[1]).toMatchObject({ target: { kind: 'undecided' }, possible: null });
  const assigned = assignmentTo(table, ['credential-id', 'grade'], 'credential-id');
  expect(sheet.report(assigned, [])).toMatchObject({ keys: [{ matched: 3, rows: 3 }], valueInHeader: null });
  sheet.review(requestFor(assigned));
  const { rows } = sheet.window({ filter: { kind: 'all' }, search: '', sort: null }, 0, 10);
  expect(rows.map(({ row, status: of }) => [row, of])).toEqual([
    [1, 'update'],
    [2, 'update'],
    [3, 'update'],
  ]);
});

test.each<ResultFormat>(['xlsx', 'csv'])(
  'its results have all rows below the letters, and are dropped again: %s',
  async (format) => {
    const { sheet, table } = await opened(bytesOf(CSV));
    sheet.review(requestFor(assignmentTo(table, ['credential-id', 'grade'], 'credential-id')));
    const plan = sheet.makePlan();
    expect(plan.ok).toBe(true);
    const results = sheet.changes(0, 9).map(({ credential: id, fields }) => ({
      credential: id,
      failed: true,
      status: 'refused',
      message: '',
      link: 'https://x.org/1',
      fields,
    }));
    const file = await sheet.results(results, WORDS, 'failed', format);
    const again = await opened(file!);
    expect(again.table).toMatchObject({ headerRow: 1, rows: 3 });
    expect(again.table.columns.map(({ header, samples }) => [header, samples[0]])).toEqual([
      ['A', '10498227'],
      ['B', 'Merit'],
      [status, 'refused'],
      [message, undefined],
      [credential, '10498227'],
      [link, 'https://x.org/1'],
    ]);
    const targets = again.sheet.guess([]).map(({ target }) => target.kind);
    expect(targets).toEqual(['attribute', 'undecided', 'skip', 'skip', 'skip', 'skip']);
  },
);

test('what its columns are for is not remembered: A and B are those of any other sheet', async () => {
  const kept = new Map<string, SavedMapping>();
  const sheet = directSheet();
  await sheet.client.call('open', bytesOf(CSV), {});
  const table = await sheet.client.call('chooseTable', 0, null);
  if (!table.ok) throw new Error(table.problem.code);
  const world = assignWorld(sheet.client, { kept });
  const model = createAssignModel(world);
  await model.begin(table.value);
  model.setTarget(1, { kind: 'attribute', id: 'grade' });
  model.skipTheRest();
  model.accept();
  await calm();
  expect([world.reads(), kept.size]).toEqual([0, 0]);
});

test('a header row that may be a person is reported, and read as data on request', async () => {
  const { sheet, table } = await opened(bytesOf('10498227,Merit\n10498228,Pass\n'));
  expect(table.headerRow).toBe(1);
  const assigned = assignmentTo(table, ['credential-id', 'grade'], 'credential-id');
  expect(sheet.report(assigned, []).valueInHeader).toBe('10498227');
  expect(sheet.chooseTable(0, 0)).toMatchObject({
    ok: true,
    value: { headerRow: 0, headerReason: 'chosen', rows: 2 },
  });
});

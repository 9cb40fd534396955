import { read, utils, write, type CellObject, type WorkSheet } from 'sheetjs-ce';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../lib/credential/day';
import { serialOfDay } from '../../lib/sheet/number-format/serial-of-day';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, expectState, groupOf, type WantedFields } from '../platform/platform-watch';

/*
 * docs/product.md 2.6: results keep typed cells and say what was written of each row, so that they
 * are dropped again without a new question.
 */

const state = generateState({ credentials: 12, seed: 1, today: '2026-11-22' });

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

/** A workbook of typed cells, as Excel has them. */
function workbookOf(header: readonly string[], rows: readonly (readonly CellObject[])[]): Uint8Array {
  const sheet: WorkSheet = {
    '!ref': utils.encode_range({ r: 0, c: 0 }, { r: rows.length, c: header.length - 1 }),
  };
  header.forEach((v, c) => (sheet[utils.encode_cell({ r: 0, c })] = { t: 's', v }));
  rows.forEach((cells, row) =>
    cells.forEach((cell, c) => (sheet[utils.encode_cell({ r: row + 1, c })] = cell)),
  );
  return new Uint8Array(
    write(
      { SheetNames: ['List'], Sheets: { List: sheet } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer,
  );
}

const number = (v: number, z = 'General'): CellObject => ({ t: 'n', v, z });
const day = (of: string, z: string): CellObject => number(serialOfDay(of as Day), z);

/** Days that could be read in two orders: as texts they would be a question. */
const DAYS = ['2024-02-01', '2024-03-04', '2024-05-06', '2024-07-08'];

/** Four people of the group get a day and a number; two of them are refused. */
async function halfRefused(format: string) {
  const job = await jobOverPlatform({ state });
  const before = job.standIn.state();
  const people = groupOf(before, MAIN_GROUP).slice(0, 4);
  const rows = people.map(({ id }, row) => [number(id), day(at(DAYS, row), format), number(4 + row, '0.0')]);
  await job.open(fileOf('list.xlsx', workbookOf(['Credential ID', 'Issue Date', 'Grade'], rows)));
  expect((await job.review()).summary).toMatchObject({ toUpdate: 4, withErrors: 0 });
  const refused = people.slice(2);
  job.standIn.setFaults(refused.map(({ id }) => `500:method=PUT:path=/v1/credentials/${id}`));
  expect((await job.update()).map((entry) => entry.state.kind)).toEqual([
    'applied',
    'applied',
    'rejected',
    'rejected',
  ]);
  job.standIn.setFaults([]);
  return { job, before, people };
}

const choicesOf = (job: Job) =>
  job.session.assign.state
    .peek()
    ?.assignment.columns.slice(0, 3)
    .map(({ target, dateFormat }) => ({ target, dateFormat }));

describe.each(['xlsx', 'csv'] as const)('failed rows as %s, dropped again', (kind) => {
  test.each(['dd.mm.yyyy', 'm/d/yyyy', 'yyyy-mm-dd', 'd mmm yy', 'dd/mm/yy'])(
    'ask nothing new: days as %s',
    async (format) => {
      const { job, before, people } = await halfRefused(format);
      const assigned = choicesOf(job);
      job.session.chooseResultFormat(kind);
      const file = await job.resultFile('failed');
      job.session.startOver();
      await job.open(fileOf(`failed.${kind}`, file));
      if (kind === 'xlsx') expect(choicesOf(job)).toEqual(assigned);
      expect((await job.review()).summary).toMatchObject({ rows: 2, toUpdate: 2, withErrors: 0 });
      await job.update();
      const wanted = new Map<number, WantedFields>(
        people.map(({ id }, row) => [id, { issued_on: at(DAYS, row), grade: `${4 + row}.0` }]),
      );
      expectState(job.standIn.state(), before, wanted, 0);
    },
  );
});

test('results have the days and numbers of the sheet, shown as there', async () => {
  const { job } = await halfRefused('dd.mm.yyyy');
  const book = read(await job.resultFile('all'), { cellNF: true });
  const sheet = at(Object.values(book.Sheets), 0);
  expect(sheet['B2']).toMatchObject({ t: 'n', v: serialOfDay(at(DAYS, 0) as Day), z: 'dd.mm.yyyy' });
  expect(sheet['C2']).toMatchObject({ t: 'n', v: 4, z: '0.0' });
});

describe('a row of which the platform ignored a field', () => {
  async function gradeIgnored() {
    const job = await jobOverPlatform({ state, switches: { grade: 'ignored' } });
    const people = groupOf(job.standIn.state(), MAIN_GROUP).slice(0, 3);
    const [one, two, three] = people.map(({ id }) => number(id));
    const name = (v: string): CellObject => ({ t: 's', v });
    const rows = [
      [one!, name('Wilhelmina Quartz'), name('Distinction!')],
      [two!, name(at(people, 1).recipient.name), name('Distinction!')],
      [three!, name('Ottoline Vesper'), name(at(people, 2).grade ?? '')],
    ];
    await job.open(fileOf('list.xlsx', workbookOf(['Credential ID', 'Recipient Name', 'Grade'], rows)));
    await job.review();
    return { job, entries: await job.update() };
  }

  test('is updated in part, and says which fields', async () => {
    const { job } = await gradeIgnored();
    const sheet = at(Object.values(read(await job.resultFile('all')).Sheets), 0);
    const cells: string[][] = utils.sheet_to_json(sheet, { header: 1 });
    expect(cells.slice(1).map((row) => [row[3], row[4]])).toEqual([
      [
        'updated in part',
        'Updated: Recipient Name. Accredible accepted the request but left Grade as it was.',
      ],
      ['not accepted by Accredible', 'Accredible accepted the request but left Grade as it was.'],
      ['updated', 'Updated: Recipient Name'],
    ]);
  });

  test('is counted so in the history', async () => {
    const { job } = await gradeIgnored();
    await job.session.history.open();
    const phase = job.session.history.phase.peek();
    const runs = phase.kind === 'open' ? phase.runs : [];
    expect(runs).toMatchObject([{ changes: 3, partly: 1, counts: { applied: 1, 'not-applied': 2 } }]);
  });

  test('is among the failed rows, of which only the rest is a change', async () => {
    const { job } = await gradeIgnored();
    const file = await job.resultFile('failed');
    job.session.startOver();
    await job.open(fileOf('failed.xlsx', file));
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows: 2, toUpdate: 2, withErrors: 0 });
    expect(summary.attributes).toMatchObject([{ attribute: 'grade', changed: 2 }]);
  });
});

test('a row that had nothing to change is unchanged, not skipped', async () => {
  const job = await jobOverPlatform({ state });
  const [one, two] = groupOf(job.standIn.state(), MAIN_GROUP);
  const rows = [
    [number(one!.id), { t: 's', v: 'Distinction!' } as const],
    [number(two!.id), { t: 's', v: two!.grade ?? '' } as const],
  ];
  await job.open(fileOf('list.xlsx', workbookOf(['Credential ID', 'Grade'], rows)));
  await job.review();
  await job.update();
  const sheet = at(Object.values(read(await job.resultFile('all')).Sheets), 0);
  const cells: string[][] = utils.sheet_to_json(sheet, { header: 1 });
  expect(cells.slice(1).map((row) => row[2])).toEqual(['updated', 'unchanged']);
});

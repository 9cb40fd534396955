import { describe, expect, test } from 'vitest';
import { downloadWords } from '../fakes/download-words';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { edited, type EditedSheet } from '../fakes/edited-workbook';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, groupOf } from '../platform/platform-watch';
import type { Switches } from '../platform/switches';

/* docs/product.md 2.5: a backup, dropped after its run, is the way back; through the whole job. */

const generated = generateState({ credentials: 60, seed: 3, today: '2026-11-22' });
const people = generated.credentials.filter(({ group_id }) => group_id === MAIN_GROUP).slice(0, 7);
const DECOMPOSED = 'Jose\u0301 Nun\u0303ez  Ortega';

type Person = (typeof people)[number];
const named = (one: Person, name: string): Person => ({ ...one, recipient: { ...one.recipient, name } });
/** Values that a careless way back would lose. */
const SPECIAL: readonly ((one: Person) => Partial<Person>)[] = [
  (one) => named(one, DECOMPOSED),
  () => ({ grade: null, custom_attributes: {} }),
  () => ({ grade: '007', expired_on: '2031-05-06' }),
  () => ({ grade: ' A+ ', expired_on: null }),
  (one) => named(one, 'Ada  King'),
];
const state = {
  ...generated,
  credentials: generated.credentials.map((one) => {
    const nth = people.findIndex(({ id }) => id === one.id);
    return { ...one, ...SPECIAL[nth]?.(one) };
  }),
};

const WORDS = downloadWords();
type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

/** All that a write changes, as the platform has it now. */
const valuesNow = ({ standIn }: Job) =>
  groupOf(standIn.state(), MAIN_GROUP).map(
    ({ id, recipient, grade, expired_on, custom_attributes, name }) => ({
      ...{ id, recipient, grade, expired_on, custom_attributes, name },
    }),
  );

/** An update of seven credentials, with a backup of before. */
async function updatedJob(switches: Partial<Switches> = {}) {
  const job = await jobOverPlatform({ state, switches });
  const before = valuesNow(job);
  await job.open(
    sheetText([
      ['Credential ID', 'Recipient Name', 'Recipient Email', 'Grade', 'Expiry Date', 'Location'],
      ...people.map(({ id, recipient }, nth) => [
        String(id),
        nth === 6 ? recipient.name : nth === 4 ? 'Ada Kingsley' : `Josef Fox ${'abcdefg'.charAt(nth)}`,
        nth === 5 ? 'somebody.else@northfield.test' : recipient.email,
        nth === 2 ? '' : 'Merit',
        '2035-05-06',
        'Quito',
      ]),
    ]),
  );
  job.assign({ Grade: { attribute: 'Grade', blank: 'clear' } });
  await job.review();
  await confirmAll(job);
  await job.session.confirm();
  const backup = await job.session.backup(WORDS);
  if (backup === null) throw new Error('no backup');
  void job.session.updateNow();
  await job.end();
  expect(valuesNow(job)).not.toEqual(before);
  job.session.startOver();
  job.session.file.close();
  return { job, before, backup, bytes: new Uint8Array(backup.file) };
}

async function confirmAll({ session }: Job) {
  const phase = session.review.phase.peek();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  for (const { severity, code, count } of phase.state.summary.groups) {
    if (severity === 'warning') await session.review.decide({ kind: 'confirm', code, confirmed: true });
    if (severity === 'alarm') await session.review.decide({ kind: 'overrule', code, rows: count });
  }
}

async function sendAll(job: Job) {
  await confirmAll(job);
  await job.session.confirm();
  void job.session.updateNow();
  return job.end();
}

/** Changes of a review, by credential. */
async function changesOf(job: Job) {
  const { session, until } = job;
  session.review.showRows(0, 50);
  await until(() => session.review.window.peek() !== null, 'shown');
  return (session.review.window.peek()?.rows ?? []).map(({ row, credential, cells, findings }) => ({
    ...{ row, credential },
    attributes: cells
      .filter(({ outcome }) => outcome === 'changed' || outcome === 'cleared')
      .map(({ attribute }) => attribute),
    isConflict: findings.some(({ code }) => code === 'changed-since-download'),
  }));
}

describe('the way back', () => {
  test.each<[string, Partial<Switches>]>([
    ['as the platform probably is', {}],
    ['where grades are not taken', { grade: 'ignored' }],
    ['where null clears nothing', { clear: 'empty-string' }],
    ['where custom attributes are merged', { 'custom-attributes': 'merged' }],
  ])('all is as it was, sign by sign: %s', async (_name, switches) => {
    const { job, before, bytes } = await updatedJob(switches);
    await job.open(fileOf('backup.xlsx', bytes));
    expect(Object.values(job.targets())).not.toContain('undecided');
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows: 7, toUpdate: 7, withErrors: 0 });
    expect((await changesOf(job)).some(({ isConflict }) => isConflict)).toBe(false);
    await sendAll(job);
    expect(valuesNow(job)).toEqual(before);
  });

  test('dropped before the run, or twice, it changes nothing', async () => {
    const { job, bytes } = await updatedJob();
    await job.open(fileOf('backup.xlsx', bytes));
    await job.review();
    await sendAll(job);
    job.session.startOver();
    job.session.file.close();
    await job.open(fileOf('backup.xlsx', bytes));
    expect((await job.review()).summary).toMatchObject({ toUpdate: 0, withErrors: 0 });
  });
});

describe('what somebody else has changed since', () => {
  const idOf = (nth: number) => String(at(people, nth).id);

  test('a field that the run wrote is a conflict, and stays where it is left out', async () => {
    const { job, before, bytes } = await updatedJob();
    expect(job.standIn.edit(idOf(0), { grade: 'Honours' })).toMatchObject({ ok: true });
    await job.open(fileOf('backup.xlsx', bytes));
    await job.review();
    const [first] = (await changesOf(job)).filter(({ credential }) => credential === idOf(0));
    expect(first).toMatchObject({ isConflict: true });
    await job.session.review.decide({
      ...{ kind: 'exclude-cell', row: first?.row ?? 0, attribute: 'grade', excluded: true },
    });
    await sendAll(job);
    const expected = before.map((one) => (String(one.id) === idOf(0) ? { ...one, grade: 'Honours' } : one));
    expect(valuesNow(job)).toEqual(expected);
  });

  test('a field that the run did not write is not touched, and is listed', async () => {
    const { job, before, bytes } = await updatedJob();
    expect(job.standIn.edit(idOf(1), { name: 'Another course' })).toMatchObject({ ok: true });
    await job.open(fileOf('backup.xlsx', bytes));
    const { summary } = await job.review();
    expect(summary).toMatchObject({ toUpdate: 7 });
    await sendAll(job);
    const expected = before.map((one) =>
      String(one.id) === idOf(1) ? { ...one, name: 'Another course' } : one,
    );
    expect(valuesNow(job)).toEqual(expected);
  });

  test('a field that has its old value again asks for nothing', async () => {
    const { job, bytes } = await updatedJob();
    expect(job.standIn.edit(idOf(2), { grade: '007' })).toMatchObject({ ok: true });
    await job.open(fileOf('backup.xlsx', bytes));
    await job.review();
    const [row] = (await changesOf(job)).filter(({ credential }) => credential === idOf(2));
    expect(row?.attributes).not.toContain('grade');
    expect(row).toMatchObject({ isConflict: false });
  });
});

test('saved by another program, sorted and with a row less, it leads the same way', async () => {
  const { job, before, bytes } = await updatedJob();
  const left = String(at(people, 6).id);
  const file = edited(bytes, (sheet: EditedSheet) => {
    sheet.sortBy('Recipient Name');
    sheet.keepRows((credential) => credential !== left);
  });
  const afterRun = valuesNow(job);
  await job.open(fileOf('backup.xlsx', file));
  expect((await job.review()).summary).toMatchObject({ rows: 6, toUpdate: 6, withErrors: 0 });
  await sendAll(job);
  const kept = afterRun.find(({ id }) => String(id) === left);
  expect(valuesNow(job)).toEqual(before.map((one) => (String(one.id) === left ? kept : one)));
});

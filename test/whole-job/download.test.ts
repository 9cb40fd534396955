import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../lib/credential/attribute';
import type { ResultFormat } from '../../lib/report/csv';
import { LANGUAGES } from '../../components/languages';
import { downloadWords } from '../fakes/download-words';
import { edited, type EditedSheet } from '../fakes/edited-workbook';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { variedState } from '../fakes/varied-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf, writesOf } from '../platform/platform-watch';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { parseSwitch, SWITCH_NAMES, SWITCHES, type SwitchName, type Switches } from '../platform/switches';

/*
 * "Download this group", edited and dropped again (docs/product.md 3): from the platform to the
 * file and back, with everything real but the views and the browser.
 */

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

const NUMBERS: Readonly<Partial<Record<SwitchName, readonly string[]>>> = {
  'page-size': ['5'],
  'page-max': ['3'],
  'search-lag': ['2000'],
};

function positionsOf(name: SwitchName): readonly string[] {
  const { values, preset } = SWITCHES[name];
  return values === 'number' ? (NUMBERS[name] ?? []) : values.filter((value) => value !== preset);
}

function startJob(switches: Partial<Switches> = {}): Promise<Job> {
  const state = variedState('2026-11-22');
  // The session is refused in some of the positions; then the key does the job.
  const needsKey = switches.session !== undefined && switches.session !== 'taken';
  return jobOverPlatform({ state, switches, ...(needsKey && { key: ACCOUNT_KEY }) });
}

/** Downloads the group with every column that is offered. */
async function download({ session }: Job, format: ResultFormat, language = 'en'): Promise<Uint8Array> {
  await session.template.begin();
  const phase = session.template.phase.peek();
  if (phase.kind !== 'choosing') throw new Error(JSON.stringify(phase));
  for (const { attribute } of phase.columns) session.template.choose(attribute, true);
  const file = await session.template.write({ format, words: downloadWords(language) });
  if (file === null) throw new Error('no file');
  return new Uint8Array(file);
}

describe('a download that nobody edited changes nothing', () => {
  const positions: readonly (readonly [string, Partial<Switches>])[] = [
    ['every preset', {}],
    ...SWITCH_NAMES.flatMap((name) =>
      positionsOf(name).map((value) => {
        const parsed = parseSwitch(name, value);
        if (!parsed.ok) throw new Error(`${name}=${value}`);
        return [`${name}=${value}`, parsed.value] as const;
      }),
    ),
  ];
  const inEnglish = positions.map(([name, switches]) => [name, switches, 'en'] as const);
  const languages = LANGUAGES.map(({ code }) => [`headers in ${code}`, {}, code] as const);
  test.each<readonly [string, Partial<Switches>, string]>([...inEnglish, ...languages])(
    'with %s',
    async (_, switches, language) => {
      const job = await startJob(switches);
      const { standIn, session } = job;
      for (const format of ['xlsx', 'csv'] as const) {
        const from = standIn.log.length;
        await job.open(fileOf(`group.${format}`, await download(job, format, language)));
        const undecided = Object.entries(job.targets()).filter(([, target]) => target === 'undecided');
        expect(undecided).toEqual([]);
        const { summary } = await job.review();
        expect(summary).toMatchObject({
          rows: 12,
          toUpdate: 0,
          unchanged: 12,
          withErrors: 0,
          excluded: 0,
          groups: [],
        });
        expect(writesOf(standIn, from)).toEqual([]);
        session.startOver();
        session.file.close();
      }
    },
  );
});

describe('a download that was edited', () => {
  /** Gives one credential another value on the platform, as somebody in the dashboard would. */
  const editOnPlatform = ({ standIn }: Job, nth: number, fields: Parameters<Job['standIn']['edit']>[1]) => {
    const { id } = at(groupOf(standIn.state(), MAIN_GROUP), nth);
    expect(standIn.edit(String(id), fields)).toMatchObject({ ok: true });
    return String(id);
  };
  const idOf = ({ standIn }: Job, nth: number) => String(at(groupOf(standIn.state(), MAIN_GROUP), nth).id);

  async function review(job: Job, bytes: Uint8Array) {
    await job.open(fileOf('edited.xlsx', bytes));
    const { summary } = await job.review();
    return summary;
  }
  const rowsOf = async ({ session, until }: Job) => {
    session.review.showRows(0, 50);
    await until(() => session.review.window.peek() !== null, 'shown');
    return session.review.window.peek()?.rows ?? [];
  };

  test('sorted, with a column moved, renamed and added: exactly the edited cells change', async () => {
    const job = await startJob();
    const bytes = await download(job, 'xlsx');
    const [first, second, third, moved] = [0, 1, 2, 4].map((nth) => idOf(job, nth));
    const file = edited(bytes, (sheet: EditedSheet) => {
      sheet.set(first, 'Recipient Name', 'Grace Hopper');
      sheet.set(second, 'Expiry Date', '2031-05-06');
      sheet.set(third, 'Location', 'Quito');
      sheet.sortBy('Recipient Email');
      sheet.moveColumn('Grade', 1);
      sheet.addColumn('My notes', () => 'checked');
    });
    editOnPlatform(job, 4, { grade: 'To be decided' });
    const { custom_attributes: present } = at(groupOf(job.standIn.state(), MAIN_GROUP), 2);
    editOnPlatform(job, 2, { custom_attributes: { ...present, Location: 'Lima' } });
    const summary = await review(job, file);
    expect(summary).toMatchObject({
      rows: 12,
      toUpdate: 3,
      withErrors: 0,
      moved: { count: 2, attributes: ['grade'] },
    });
    const changed = (await rowsOf(job)).map(({ credential, cells, findings }) => ({
      credential,
      attributes: cells.filter(({ outcome }) => outcome === 'changed').map(({ attribute }) => attribute),
      isConflict: findings.some(({ code }) => code === 'changed-since-download'),
    }));
    const wanted = (credential: string | undefined, attribute: AttributeId, isConflict = false) => ({
      credential,
      attributes: [attribute],
      isConflict,
    });
    expect(changed).toHaveLength(3);
    expect(changed).toEqual(
      expect.arrayContaining([
        wanted(first, 'recipient-name'),
        wanted(second, 'expiry-date'),
        wanted(third, 'custom:Location', true),
      ]),
    );
    expect(changed.some(({ credential }) => credential === moved)).toBe(false);
  });

  test('of a list alone: it has these rows, and the next one has the whole group again', async () => {
    const job = await startJob();
    const { session, until } = job;
    const found = () => {
      const phase = session.template.phase.peek();
      return phase.kind === 'choosing' ? phase.found : null;
    };
    const keys = [idOf(job, 3), idOf(job, 1), 'nobody'];
    await session.template.begin();
    // The answer about the first list comes too late: the second one counts.
    void session.template.narrow({ kind: 'keys', keys: keys.slice(2) });
    void session.template.narrow({ kind: 'keys', keys });
    await until(() => found() !== null, 'counted');
    expect(found()).toEqual({ count: 2, missing: 1, named: ['nobody'], unreadable: 0 });
    const file = await session.template.write({ format: 'xlsx', words: downloadWords('en') });
    if (file === null) throw new Error('no file');
    const bytes = edited(new Uint8Array(file), (sheet) => sheet.set(keys[0] ?? '', 'Grade', 'Distinction'));
    expect(await review(job, bytes)).toMatchObject({ rows: 2, toUpdate: 1, unchanged: 1 });

    await session.template.begin();
    expect(found()).toMatchObject({ count: 12, missing: 0 });
    await session.template.narrow({ kind: 'keys', keys: ['nobody'] });
    expect(found()).toMatchObject({ count: 0, missing: 1 });
    const request = { format: 'xlsx', words: downloadWords('en') } as const;
    expect(await session.template.write(request), 'nothing to write').toBeNull();
    await session.template.narrow(null);
    expect(await session.template.write(request), 'an empty list').toBeNull();
  });

  test('with rows deleted: the others are compared, the deleted ones stay', async () => {
    const job = await startJob();
    const bytes = await download(job, 'xlsx');
    const [kept] = [idOf(job, 4)];
    const file = edited(bytes, (sheet) => {
      sheet.keepRows((credential) => credential === kept);
      sheet.set(kept, 'Grade', 'Distinction');
    });
    expect(await review(job, file)).toMatchObject({ rows: 1, toUpdate: 1 });
  });

  test.each<[string, (sheet: EditedSheet) => void, string]>([
    ['whose record was deleted', (sheet) => sheet.dropRecord(), 'without-record'],
    ['whose record lost a line', (sheet) => sheet.dropRecordLine(3), 'record-damaged'],
    [
      'whose record was edited',
      (sheet) => sheet.editRecord((line) => line.replace('Grade', 'Note')),
      'record-damaged',
    ],
  ])('%s is compared as any other sheet, and that is said', async (_, damage, kind) => {
    const job = await startJob();
    const bytes = await download(job, 'xlsx');
    editOnPlatform(job, 4, { grade: 'To be decided' });
    expect(await review(job, edited(bytes, damage))).toMatchObject({ toUpdate: 1, moved: { count: 0 } });
    const phase = job.session.file.phase.peek();
    expect(phase.kind === 'open' && phase.file.download.kind).toBe(kind);
    expect(phase.kind === 'open' && phase.file.sheets.map(({ name }) => name)).toEqual(['Credentials']);
  });

  test('whose record was sorted, unhidden, renamed and moved in front is read all the same', async () => {
    const job = await startJob();
    const bytes = await download(job, 'xlsx');
    editOnPlatform(job, 4, { grade: 'To be decided' });
    const file = edited(bytes, (sheet) => sheet.disturbRecord());
    expect(await review(job, file)).toMatchObject({
      toUpdate: 0,
      moved: { count: 1, attributes: ['grade'] },
    });
    const phase = job.session.file.phase.peek();
    expect(phase.kind === 'open' && phase.file.sheets.map(({ name }) => name)).toEqual(['Credentials']);
  });
});

import { read, utils } from 'sheetjs-ce';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../components/languages';
import { resultWords, rowResult } from '../../components/update/entry-text';
import { attributesOf } from '../../lib/credential/attributes';
import { entryRows } from '../../lib/report/entry-rows';
import { downloadWords } from '../fakes/download-words';
import { openArchive } from '../../lib/sheet/zip/archive';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { speak } from '../fakes/speak';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, groupOf } from '../platform/platform-watch';
import { readWords } from '../words/message-words';

/*
 * docs/product.md 4, Language: every file that can be dropped again is written in the admin's
 * language, and understood in every other one. Each pair of languages is tried.
 */

const state = generateState({ credentials: 14, seed: 5, today: '2026-11-22' });
const CODES = LANGUAGES.map(({ code }) => code);

/** Files of one update, as an admin of this language has saved them. */
async function filesOf(language: string) {
  const job = await jobOverPlatform({ state });
  speak(language);
  const words = readWords(language);
  const text = (name: string) => words[name]?.message ?? '';
  const download = async (format: 'xlsx' | 'csv') => {
    await job.session.template.begin();
    const file = await job.session.template.write({ format, words: downloadWords(language) });
    if (file === null) throw new Error('no download');
    return new Uint8Array(file);
  };
  const people = groupOf(job.standIn.state(), MAIN_GROUP).slice(0, 4);
  job.standIn.setFaults([`500:method=PUT:path=/v1/credentials/${at(people, 0).id}`]);
  const header = [
    ...['credential_id', 'recipient_name', 'expiry_date', 'published'].map((id) => text(`attribute_${id}`)),
    text('templateHeader_grade'),
  ];
  const rows = people.map(({ id, recipient }, nth) => [
    ...[String(id), recipient.name, `2041-0${nth + 1}-05`, text(nth === 1 ? 'no' : 'yes'), 'Summa'],
  ]);
  await job.open(sheetText([header, ...rows]));
  expect(Object.values(job.targets())).toEqual([
    ...['Credential ID', 'Recipient Name', 'Expiry Date', 'Published', 'Grade'],
  ]);
  await job.review();
  // The last question is where a backup is made.
  const phase = job.session.review.phase.peek();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  for (const { severity, code } of phase.state.summary.groups)
    if (severity === 'warning') await job.session.review.decide({ kind: 'confirm', code, confirmed: true });
  await job.session.confirm();
  const backup = await job.session.backup(downloadWords(language));
  if (backup === null) throw new Error('no backup');
  void job.session.updateNow();
  const entries = await job.end();
  const attributes = attributesOf([]);
  const ofJournal = await job.session.writtenFile(
    entryRows(
      entries,
      entries.map((entry) => rowResult(entry, attributes, 'production')),
      attributes,
      resultWords('production'),
      'all',
    ),
  );
  const files = {
    result: ['result.xlsx', await job.resultFile('all')],
    failed: ['failed.xlsx', await job.resultFile('failed')],
    journal: ['of journal.xlsx', new Uint8Array(ofJournal ?? [])],
    backup: ['backup.xlsx', new Uint8Array(backup.file)],
    workbook: ['download.xlsx', await download('xlsx')],
    csv: ['download.csv', await download('csv')],
  } as const;
  return { job, files, text };
}

/** Texts of the first row of a file. */
function headersIn(bytes: Uint8Array): readonly string[] {
  const book = read(bytes, { type: 'array', codepage: 65_001 });
  const rows: string[][] = utils.sheet_to_json(book.Sheets[at(book.SheetNames, 0)] ?? {}, { header: 1 });
  return at(rows, 0);
}

describe.each(CODES)('files written in %s', (writer) => {
  // Made by the first test: a language holds for everything that runs meanwhile.
  let made: ReturnType<typeof filesOf> | undefined;
  const filesHere = () => (made ??= filesOf(writer));

  test('have headers of that language', async () => {
    const { files, text } = await filesHere();
    const added = ['status', 'message', 'credential', 'link'].map((one) => text(`result_${one}`));
    expect(headersIn(files.result[1]).slice(-4)).toEqual(added);
    expect(headersIn(files.journal[1])).toEqual([
      ...[text('attribute_credential_id'), text('attribute_expiry_date')],
      ...[text('templateHeader_grade'), text('attribute_published')],
      ...added.filter((header) => header !== text('result_credential')),
    ]);
    const key = `${text('attribute_credential_id')} ${text('templateKeyMark')}`;
    for (const file of [files.backup, files.workbook]) expect(headersIn(file[1])[0]).toBe(key);
    // A CSV says in its first cell that its cells are guarded.
    expect(headersIn(files.csv[1])[0]).toBe(`'${key}`);
    const list = new TextDecoder().decode(
      await openArchive(files.workbook[1], undefined).bytes('xl/worksheets/sheet1.xml', 1e9),
    );
    expect(list).toContain(`<formula1>"${text('yes')},${text('no')}"</formula1>`);
  });

  test.each(CODES)('are understood in %s', async (reader) => {
    const { job, files } = await filesHere();
    const { session } = job;
    speak(reader);
    const summaryOf = async ([name, bytes]: (typeof files)[keyof typeof files]) => {
      session.startOver();
      session.file.close();
      await job.open(fileOf(name, bytes));
      const open = Object.entries(job.targets()).filter(([, target]) => target === 'undecided');
      expect(JSON.stringify(open), name).toBe('[]');
      return (await job.review()).summary;
    };
    expect(await summaryOf(files.result)).toMatchObject({ rows: 4, toUpdate: 1, unchanged: 3 });
    expect(await summaryOf(files.failed)).toMatchObject({ rows: 1, toUpdate: 1, withErrors: 0 });
    expect(await summaryOf(files.journal)).toMatchObject({ rows: 4, toUpdate: 1, withErrors: 0 });
    expect(await summaryOf(files.backup)).toMatchObject({ rows: 4, toUpdate: 3, withErrors: 0 });
    for (const file of [files.workbook, files.csv])
      expect(await summaryOf(file)).toMatchObject({ rows: 14, toUpdate: 0, unchanged: 14, withErrors: 0 });
  });
});

test('the result of a result of a result is understood, each in another language', async () => {
  const job = await jobOverPlatform({ state });
  const group = groupOf(job.standIn.state(), MAIN_GROUP);
  const [refused, taken] = [at(group, 0), at(group, 1)];
  job.standIn.setFaults([`500:method=PUT:path=/v1/credentials/${refused.id}`]);
  let file: Parameters<typeof job.open>[0] = sheetText([
    ['Credential ID', 'Grade'],
    [String(refused.id), 'Summa'],
    [String(taken.id), 'Merit!'],
  ]);
  let columns = 2;
  for (const language of [...CODES, ...CODES.slice(0, 2)]) {
    speak(language);
    await job.open(file);
    // Columns that earlier results added are left alone, and the same is read.
    const targets = Object.values(job.targets());
    expect(targets).toEqual(['Credential ID', 'Grade', ...targets.slice(2).fill('skip')]);
    expect(targets).toHaveLength(columns);
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows: 2, toUpdate: columns === 2 ? 2 : 1, withErrors: 0 });
    await job.update();
    file = fileOf('again.xlsx', await job.resultFile('all'));
    columns += 4;
    job.session.startOver();
    job.session.file.close();
  }
});

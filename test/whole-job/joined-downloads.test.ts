import { expect, test } from 'vitest';
import type { AttributeId } from '../../lib/credential/attribute';
import { credentialOf } from '../fakes/credential';
import { downloadWords } from '../fakes/download-words';
import { edited } from '../fakes/edited-workbook';
import { linesOf } from '../fakes/export-base';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { variedState } from '../fakes/varied-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf } from '../platform/platform-watch';

/*
 * docs/product.md 3, the record of a download: with few columns, and in a file with records of
 * several groups.
 */

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

const startJob = () => jobOverPlatform({ state: variedState('2026-11-22') });
const idOf = ({ standIn }: Job, nth: number) => String(at(groupOf(standIn.state(), MAIN_GROUP), nth).id);

/** Downloads the group with these columns; undefined: with every one that is offered. */
async function download({ session }: Job, wanted?: readonly AttributeId[]): Promise<Uint8Array> {
  await session.template.begin();
  const phase = session.template.phase.peek();
  if (phase.kind !== 'choosing') throw new Error(phase.kind);
  for (const { attribute } of phase.columns)
    session.template.choose(attribute, wanted?.includes(attribute) ?? true);
  const file = await session.template.write({ format: 'xlsx', words: downloadWords('en') });
  if (file === null) throw new Error('no file');
  return new Uint8Array(file);
}

async function review(job: Job, bytes: Uint8Array) {
  await job.open(fileOf('edited.xlsx', bytes));
  return (await job.review()).summary;
}

async function shownIn({ session, until }: Job) {
  session.review.showRows(0, 50);
  await until(() => session.review.window.peek() !== null, 'shown');
  return session.review.window.peek()?.rows.map(({ credential }) => credential);
}

const PLACES = [
  ['another group', { environment: 'production', groupId: '8' }],
  ['the same number in another environment', { environment: 'sandbox', groupId: String(MAIN_GROUP) }],
] as const;

test.each(PLACES)(
  'a download that is joined with that of %s: its own record alone counts',
  async (_, place) => {
    const job = await startJob();
    const [edits, moved] = [idOf(job, 0), idOf(job, 4)];
    // The other place has the value to which the cell is edited, for the same number.
    const there = credentialOf({ id: edits, grade: 'Distinction' });
    const lines = linesOf([there], ['credential-id', 'grade'], [], {
      ...place,
      at: '2026-06-01T08:00:00.000Z',
    });
    const file = edited(await download(job), (sheet) => {
      sheet.set(edits, 'Grade', 'Distinction');
      sheet.putRecordInFront(lines);
    });
    job.standIn.edit(moved, { grade: 'To be decided' });
    const summary = await review(job, file);
    expect(summary).toMatchObject({ rows: 12, toUpdate: 1, moved: { count: 1 } });
    expect(await shownIn(job)).toEqual([edits]);
    const phase = job.session.file.phase.peek();
    const open = phase.kind === 'open' ? phase.file : null;
    expect(open?.sheets.map(({ name }) => name)).toEqual(['Credentials']);
    expect(open?.download).toMatchObject({
      kind: 'known',
      records: [{ credentials: 1 }, { credentials: 12 }],
    });
  },
);

test.each<[string, readonly AttributeId[]]>([
  ['its id', ['credential-id']],
  ['one column', ['credential-id', 'grade']],
  ['a name and an e-mail', ['credential-id', 'recipient-name', 'recipient-email']],
])('a download with no column but %s: its record is whole', async (_, wanted) => {
  const job = await startJob();
  const { session } = job;
  const known = { kind: 'known', records: [{ credentials: 12 }] };
  const bytes = await download(job, wanted);
  const drops = [
    bytes,
    edited(bytes, () => undefined),
    edited(bytes, (sheet) => sheet.editRecord((line) => line.trim())),
  ];
  const withoutNote = edited(bytes, (sheet) => sheet.dropRecordLine(0));
  for (const dropped of [...drops, withoutNote]) {
    await session.file.open(fileOf('group.xlsx', dropped));
    const opened = session.file.phase.peek();
    expect(opened.kind === 'open' && opened.file.download).toMatchObject(known);
    expect(opened.kind === 'open' && opened.file.sheets).toHaveLength(1);
    session.file.close();
  }
});

test('a download of another group alone is compared as any other sheet', async () => {
  const job = await startJob();
  const moved = idOf(job, 4);
  const lines = linesOf([credentialOf({ id: moved })], ['credential-id', 'grade']);
  const file = edited(await download(job), (sheet) => {
    sheet.dropRecord();
    sheet.putRecordInFront(lines);
  });
  job.standIn.edit(moved, { grade: 'To be decided' });
  expect(await review(job, file)).toMatchObject({ toUpdate: 1, moved: { count: 0 } });
  const phase = job.session.file.phase.peek();
  expect(phase.kind === 'open' && phase.file.download.kind).toBe('known');
});

import { downloadWords } from './download-words';
import { jobOverPlatform } from './job-over-platform';
import { variedState } from './varied-state';
import type { OfficeEdit } from './libre-office';
import { sheetText } from './sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf } from '../platform/platform-watch';

/*
 * The files that LibreOffice edits (test/fixtures/downloads): a download and a backup of one group,
 * and the edits. The same group is made again for the tests, so its ids are those in the files.
 */

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

const TODAY = '2026-11-22';

/** A job in the group of which the files are. */
export const startOfficeJob = () => jobOverPlatform({ state: variedState(TODAY) });

/** The id of the credential at a place of the group. */
export const idAt = ({ standIn }: Job, nth: number) =>
  String(at(groupOf(standIn.state(), MAIN_GROUP), nth).id);

/** A download with every column that is offered. */
export async function wholeDownload({ session }: Job): Promise<Uint8Array> {
  await session.template.begin();
  const phase = session.template.phase.peek();
  if (phase.kind !== 'choosing') throw new Error(JSON.stringify(phase));
  for (const { attribute } of phase.columns) session.template.choose(attribute, true);
  const file = await session.template.write({ format: 'xlsx', words: downloadWords() });
  if (file === null) throw new Error('no file');
  return new Uint8Array(file);
}

/** Three cells are typed over, the rows sorted, a column moved, and one added. */
export const editsOf = (job: Job): readonly OfficeEdit[] => [
  { kind: 'type', row: idAt(job, 0), header: 'Recipient Name', text: 'Grace "Amazing" Hopper' },
  { kind: 'type', row: idAt(job, 1), header: 'Expiry Date', text: '2031-05-06' },
  { kind: 'type', row: idAt(job, 2), header: 'Location', text: 'Quito' },
  { kind: 'sort', header: 'Recipient Email' },
  { kind: 'move', header: 'Grade', before: 'Recipient Name' },
  { kind: 'insert', header: 'My notes', before: 'Published' },
];

/**
 * Updates five credentials of the group, and gives the backup that was saved before. The run has
 * ended, and no file is open.
 */
export async function updatedWithBackup(job: Job): Promise<Uint8Array> {
  const { session } = job;
  const people = groupOf(job.standIn.state(), MAIN_GROUP).slice(3, 8);
  await job.open(
    sheetText([
      ['Credential ID', 'Recipient Name', 'Grade', 'Expiry Date', 'Location'],
      ...people.map(({ id }, nth) => [
        String(id),
        `Somebody ${'ABCDE'.charAt(nth)}lse`,
        'Merit',
        '2035-05-06',
        'Quito',
      ]),
    ]),
  );
  await job.review();
  await confirmAll(job);
  await session.confirm();
  const backup = await session.backup(downloadWords());
  if (backup === null) throw new Error('no backup');
  void session.updateNow();
  await job.end();
  session.startOver();
  session.file.close();
  return new Uint8Array(backup.file);
}

/** Confirms what the review asks for and sends it. */
export async function sendAll(job: Job): Promise<void> {
  await confirmAll(job);
  await job.session.confirm();
  void job.session.updateNow();
  await job.end();
}

async function confirmAll({ session }: Job): Promise<void> {
  const phase = session.review.phase.peek();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  for (const { severity, code, count } of phase.state.summary.groups) {
    if (severity === 'warning') await session.review.decide({ kind: 'confirm', code, confirmed: true });
    if (severity === 'alarm') await session.review.decide({ kind: 'overrule', code, rows: count });
  }
}

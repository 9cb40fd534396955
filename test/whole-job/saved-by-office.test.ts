import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idAt, sendAll, startOfficeJob, updatedWithBackup } from '../fakes/downloaded-job';
import { fileOf } from '../fakes/job-over-platform';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf, writesOf } from '../platform/platform-watch';

/*
 * Downloads and backups whose bytes LibreOffice has written (test/fixtures/downloads/make.ts),
 * dropped again (docs/product.md 3 and 2.5). Where all fail, the generated group has changed: make
 * the files again. The same with LibreOffice at work:
 * test/e2e/office.spec.ts.
 */

type Job = Awaited<ReturnType<typeof startOfficeJob>>;

const FORMATS = ['xlsx', 'ods', 'xls'] as const;
const savedFile = (name: string) =>
  fileOf(name, readFileSync(join(import.meta.dirname, '../fixtures/downloads', name)));

async function changesOf({ session, until }: Job) {
  session.review.showRows(0, 50);
  await until(() => session.review.window.peek() !== null, 'shown');
  const rows = session.review.window.peek()?.rows ?? [];
  return rows.map(({ credential, cells, findings }) => ({
    credential,
    changes: cells.filter(({ outcome }) => outcome === 'changed' || outcome === 'cleared'),
    isConflict: findings.some(({ code }) => code === 'changed-since-download'),
  }));
}

describe.each(FORMATS)('saved as %s', (format) => {
  test('and nothing else: nothing changes', async () => {
    const job = await startOfficeJob();
    const from = job.standIn.log.length;
    await job.open(savedFile(`untouched.${format}`));
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows: 12, toUpdate: 0, unchanged: 12, withErrors: 0, groups: [] });
    expect(writesOf(job.standIn, from)).toEqual([]);
  });

  test('sorted, with a column moved and three cells edited: two changes and a conflict', async () => {
    const job = await startOfficeJob();
    const [named, dated, both, moved] = [0, 1, 2, 4].map((nth) => idAt(job, nth));
    const { custom_attributes } = at(groupOf(job.standIn.state(), MAIN_GROUP), 2);
    job.standIn.edit(String(both), { custom_attributes: { ...custom_attributes, Location: 'Lima' } });
    job.standIn.edit(String(moved), { grade: 'To be decided' });
    await job.open(savedFile(`edited.${format}`));
    const phase = job.session.file.phase.peek();
    expect(phase.kind === 'open' && phase.file.download).toMatchObject({
      kind: 'known',
      records: [{ credentials: 12 }],
    });
    expect(phase.kind === 'open' && phase.file.sheets.map(({ name }) => name)).toEqual(['Credentials']);
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows: 12, toUpdate: 3, withErrors: 0, moved: { count: 2 } });
    const changed = (await changesOf(job)).map(({ credential, changes, isConflict }) => ({
      credential,
      isConflict,
      to: changes.map(({ attribute, after }) => [attribute, after]),
    }));
    expect(changed).toHaveLength(3);
    expect(changed).toEqual(
      expect.arrayContaining([
        { credential: named, isConflict: false, to: [['recipient-name', 'Grace "Amazing" Hopper']] },
        { credential: dated, isConflict: false, to: [['expiry-date', '2031-05-06']] },
        { credential: both, isConflict: true, to: [['custom:Location', 'Quito']] },
      ]),
    );
  });

  test('a backup is the way back', async () => {
    const job = await startOfficeJob();
    const valuesNow = () =>
      groupOf(job.standIn.state(), MAIN_GROUP).map(
        ({ id, recipient, grade, expired_on, custom_attributes }) => ({
          ...{ id, recipient, grade, expired_on, custom_attributes },
        }),
      );
    const before = valuesNow();
    await updatedWithBackup(job);
    expect(valuesNow()).not.toEqual(before);
    await job.open(savedFile(`backup.${format}`));
    const { summary } = await job.review();
    expect(summary).toMatchObject({ rows: 5, toUpdate: 5, withErrors: 0 });
    expect((await changesOf(job)).some(({ isConflict }) => isConflict)).toBe(false);
    await sendAll(job);
    expect(valuesNow()).toEqual(before);
  });
});

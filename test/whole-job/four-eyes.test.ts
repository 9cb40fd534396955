import { beforeEach, describe, expect, test } from 'vitest';
import type { FilePhase } from '../../lib/session/file/file-model';
import { PASSPHRASE } from '../fakes/change-set';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, groupOf, writesOf } from '../platform/platform-watch';

/*
 * docs/four-eyes.md: one makes a list of changes, a second person checks it against the platform of
 * then and sends it. Two panels, two backgrounds, two journals, and one platform.
 */

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

let maker: Job;
let checker: Job;

beforeEach(async () => {
  maker = await jobOverPlatform({
    state: generateState({ credentials: 12, seed: 1, today: '2026-11-22' }),
    installation: 'maker',
  });
  checker = await jobOverPlatform({ standIn: maker.standIn, installation: 'checker' });
});

const groupNow = () => groupOf(maker.standIn.state(), MAIN_GROUP);

function editOnPlatform(id: number | undefined, fields: Parameters<Job['standIn']['edit']>[1]) {
  expect(maker.standIn.edit(String(id), fields)).toMatchObject({ ok: true });
}

/** Makes a change set of new grades and a new name, and gives its bytes. */
async function made(job = maker, rows = 4): Promise<Uint8Array> {
  const sheet = groupNow()
    .slice(0, rows)
    .map(({ id, recipient }, n) => [String(id), n === 1 ? 'Zoë Quill' : recipient.name, `Grade ${n}`]);
  await job.open(sheetText([['Credential ID', 'Recipient Name', 'Grade'], ...sheet]));
  await job.review();
  for (const { severity, code, count } of reviewOf(job).summary.groups)
    if (severity === 'warning' && count > 0)
      await job.session.review.decide({ kind: 'confirm', code, confirmed: true });
  await job.session.confirm();
  const sealed = await job.session.changeSets.seal(PASSPHRASE, 'Ana García');
  if (sealed === null) throw new Error('not sealed');
  return new Uint8Array(sealed.file);
}

function reviewOf(job: Job) {
  const phase = job.session.review.phase.peek();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  return phase.state;
}

/** Drops a file and types what is asked for. */
async function drop(job: Job, bytes: Uint8Array, passphrase = PASSPHRASE, by = 'Ben Okoro') {
  await job.session.file.open(fileOf('list.ucset', bytes));
  expect(job.session.file.phase.peek().kind).toBe('change-set');
  await job.session.changeSets.open(passphrase, by);
  return job.session.changeSets.phase.peek();
}

function checkedOf(job: Job) {
  const open: FilePhase = job.session.file.phase.peek();
  if (open.kind !== 'open' || open.checked === undefined) throw new Error(open.kind);
  return open.checked;
}

async function inReview(job: Job) {
  await job.until(() => job.session.review.phase.peek().kind === 'ready', 'in review');
  return reviewOf(job).summary;
}

const namesOf = () => groupNow().map(({ recipient }) => recipient.name);

test('a list is checked and sent, and both names are in the history', async () => {
  const bytes = await made();
  const from = maker.standIn.log.length;
  expect(await drop(checker, bytes)).toEqual({ kind: 'asked' });
  expect(await inReview(checker)).toMatchObject({ rows: 4, toUpdate: 4, withErrors: 0 });
  expect(checkedOf(checker).drift).toMatchObject({ changes: 4, moved: 0, already: 0, gone: [], cannot: 0 });
  expect(writesOf(maker.standIn, from)).toEqual([]);
  await checker.update();
  expect(namesOf()).toContain('Zoë Quill');
  const history = await checker.say({ kind: 'list-history' });
  const [run] = history.ok ? history.value.runs : [];
  expect(run?.record.source).toMatchObject({
    kind: 'checked',
    madeBy: 'Ana García',
    acceptedBy: 'Ben Okoro',
    list: checkedOf(checker).source.list,
  });
});

test('the warnings of its changes are confirmed again by the second person', async () => {
  await drop(checker, await made());
  await inReview(checker);
  const { obstacles, summary } = reviewOf(checker);
  expect(obstacles.map(({ code }) => code)).toEqual(['warnings-open']);
  expect(summary.groups.map(({ code }) => code)).toContain('name-change');
});

test('what has moved since is listed with three values, and asked about', async () => {
  const bytes = await made();
  const { id, recipient } = at(groupNow(), 1);
  editOnPlatform(id, { recipient: { name: 'Somebody Else' } });
  await drop(checker, bytes);
  const summary = await inReview(checker);
  const { drift } = checkedOf(checker);
  expect(drift).toMatchObject({ changes: 4, moved: 1 });
  expect(drift.fields).toMatchObject([
    { row: 3, attribute: 'recipient-name', before: recipient.name, now: 'Somebody Else', after: 'Zoë Quill' },
  ]);
  expect(summary.groups.map(({ code }) => code)).toContain('changed-since-download');
});

test('what the platform has by then is no change, and who left the group is said', async () => {
  const bytes = await made();
  const [first, , third] = groupNow();
  editOnPlatform(first?.id, { grade: 'Grade 0' });
  const elsewhere = maker.standIn.state().groups.find((group) => group.id !== MAIN_GROUP);
  editOnPlatform(third?.id, { group_id: elsewhere?.id });
  await drop(checker, bytes);
  expect(await inReview(checker)).toMatchObject({ rows: 3, toUpdate: 2, unchanged: 1 });
  expect(checkedOf(checker).drift).toMatchObject({ already: 1, gone: [{ row: 4 }] });
});

test('a row that is left out is not sent, and its note goes back to the maker', async () => {
  await drop(checker, await made());
  await inReview(checker);
  await checker.session.review.decide({ kind: 'exclude', rows: [3], excluded: true });
  expect(await checker.session.changeSets.refusedRows()).toMatchObject([{ row: 3 }]);
  const notes = await checker.session.changeSets.answer('Nearly.', new Map([[3, ' Her maiden name. ']]));
  if (notes === null) throw new Error('no notes');
  const answer = await drop(maker, new Uint8Array(notes));
  expect(answer).toMatchObject({
    kind: 'answer',
    answer: {
      by: 'Ben Okoro',
      note: 'Nearly.',
      fileName: 'fixes.csv',
      refused: [{ row: 3, note: 'Her maiden name.' }],
    },
  });
  await checker.update();
  expect(namesOf()).not.toContain('Zoë Quill');
});

test('a value that the second person changes is not sent', async () => {
  await drop(checker, await made());
  await inReview(checker);
  const from = maker.standIn.log.length;
  await checker.session.review.decide({ kind: 'edit', row: 2, attribute: 'grade', text: 'Mine' });
  await checker.begin();
  await checker.until(() => checker.session.run.phase.peek().kind === 'not-begun', 'refused');
  expect(checker.session.run.phase.peek()).toMatchObject({ problem: { code: 'not-as-accepted' } });
  expect(writesOf(maker.standIn, from)).toEqual([]);
});

describe('refused', () => {
  test('by the one who made it', async () => {
    const bytes = await made();
    maker.session.run.dismiss();
    expect(await drop(maker, bytes)).toMatchObject({ problem: { code: 'set-own', by: 'installation' } });
  });

  test.each(['Ana García', ' ana  garcia ', 'ANA GARCÍA'])('under the name of the maker: %s', async (by) => {
    expect(await drop(checker, await made(), PASSPHRASE, by)).toMatchObject({
      problem: { code: 'set-own', by: 'name' },
    });
  });

  test('with another passphrase, and open with the right one after that', async () => {
    const bytes = await made();
    expect(await drop(checker, bytes, 'another one')).toMatchObject({ problem: { code: 'set-passphrase' } });
    await checker.session.changeSets.open(PASSPHRASE, 'Ben Okoro');
    expect(await inReview(checker)).toMatchObject({ toUpdate: 4 });
  });

  test('with one byte changed', async () => {
    const bytes = await made();
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    expect(await drop(checker, bytes)).toMatchObject({ problem: { code: 'set-damaged' } });
  });

  test('a second time', async () => {
    const bytes = await made();
    await drop(checker, bytes);
    await inReview(checker);
    await checker.update();
    checker.session.startOver();
    expect(await drop(checker, bytes)).toMatchObject({ problem: { code: 'set-run-before' } });
  });

  test('in another group', async () => {
    const bytes = await made();
    const page = { environment: 'sandbox' as const, groupId: checker.session.page.peek().groupId };
    const file = btoa(String.fromCharCode(...bytes));
    const command = { kind: 'open-change-set', page, file, passphrase: PASSPHRASE, by: 'Ben' } as const;
    expect(await checker.say(command)).toMatchObject({
      problem: { code: 'set-elsewhere', environment: 'production' },
    });
  });
});

test('the background that was stopped meanwhile opens it again before the run', async () => {
  await drop(checker, await made());
  await inReview(checker);
  await checker.restart();
  await checker.update();
  expect(namesOf()).toContain('Zoë Quill');
});

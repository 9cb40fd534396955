import { describe, expect, test } from 'vitest';
import { isWarning } from '../../lib/review/terms/finding-codes';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, groupOf } from '../platform/platform-watch';
import type { Switches } from '../platform/switches';

/*
 * docs/product.md 2.4: what others change on the platform while Review is open is found with one
 * request, named, and taken over row by row. It never takes a decision back in silence.
 */

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

async function inReview(switches: Partial<Switches> = {}, rows = 3) {
  const job = await jobOverPlatform({
    state: generateState({ credentials: 40, seed: 3, today: '2026-11-22' }),
    switches,
  });
  const idOf = (nth: number) => String(at(groupOf(job.standIn.state(), MAIN_GROUP), nth).id);
  const ids = Array.from({ length: rows }, (_, nth) => idOf(nth));
  await job.open(
    sheetText([
      ['Credential ID', 'Recipient Name', 'Grade'],
      ...ids.map((id, nth) => [id, nth === 0 ? 'Zoë Quill' : '', `Grade ${nth}`]),
    ]),
  );
  await job.review();
  const radar = await job.session.openRadar();
  /** Changes a credential in the dashboard, and lets the search see it. */
  const editElsewhere = (nth: number, fields: Parameters<Job['standIn']['edit']>[1]) => {
    expect(job.standIn.edit(idOf(nth), fields)).toMatchObject({ ok: true });
  };
  const said = () =>
    radar.moved
      .peek()
      .map(({ row, fields }) => [row, ...fields.map(({ attribute, now }) => `${attribute}: ${now}`)]);
  const state = () => {
    const phase = job.session.review.phase.peek();
    if (phase.kind !== 'ready') throw new Error(phase.kind);
    return phase.state;
  };
  const confirm = async () => {
    for (const code of state()
      .summary.groups.map((group) => group.code)
      .filter(isWarning))
      await job.session.review.decide({ kind: 'confirm', code, confirmed: true });
  };
  return { job, radar, editElsewhere, said, state, confirm };
}

test('one look is one request, which carries the group and a day and nothing of the sheet', async () => {
  const { job, radar, said } = await inReview();
  const from = job.standIn.log.length;
  await radar.look();
  const asked = job.standIn.log.slice(from).filter(({ part }) => part === 'api');
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v2/credentials/search']);
  expect(asked[0]?.body).toMatchObject({
    query: { 'group.id': String(MAIN_GROUP), 'updated_at[gte]': '2026-11-21' },
  });
  expect(JSON.stringify(asked[0]?.body)).not.toMatch(/Zoë|Grade/);
  expect(said()).toEqual([]);
});

test('two looks at once are one', async () => {
  const { job, radar } = await inReview();
  const from = job.standIn.log.length;
  await Promise.all([radar.look(), radar.look()]);
  expect(job.standIn.log.slice(from).filter(({ part }) => part === 'api')).toHaveLength(1);
});

test('what moved is named by its rows, and only what the sheet is about', async () => {
  const { radar, editElsewhere, said } = await inReview();
  editElsewhere(1, { grade: 'Withdrawn' });
  editElsewhere(2, { issued_on: '2026-01-02' });
  editElsewhere(7, { grade: 'Nobody asks' });
  await radar.look();
  expect(said()).toEqual([[3, 'grade: Withdrawn']]);
});

test.each<[string, Partial<Switches>]>([
  ['at once', {}],
  ['in small pages', { 'page-max': 2 }],
  ['without a count', { 'page-size': 5 }],
])('is found where the search answers %s', async (_name, switches) => {
  const { radar, editElsewhere, said } = await inReview(switches);
  for (const nth of [0, 1, 2, 3, 4]) editElsewhere(nth, { grade: `Moved ${nth}` });
  // Pages take turns: nothing of the group is left out after as many looks as there are pages.
  for (let looks = 0; looks < 30; looks += 1) await radar.look();
  expect(said()).toEqual([
    [2, 'grade: Moved 0'],
    [3, 'grade: Moved 1'],
    [4, 'grade: Moved 2'],
  ]);
});

test('a search that runs behind says it later, and nothing that is older than the review', async () => {
  const { job, radar, editElsewhere, said } = await inReview({ 'search-lag': 60_000 });
  editElsewhere(1, { grade: 'Withdrawn' });
  await radar.look();
  expect(said()).toEqual([]);
  job.clock.advance(61_000);
  await radar.look();
  expect(said()).toEqual([[3, 'grade: Withdrawn']]);
});

describe('refreshed', () => {
  test('a row shows the value of now, and is no longer named; the others stay', async () => {
    const { job, radar, editElsewhere, said } = await inReview();
    editElsewhere(1, { grade: 'Withdrawn' });
    editElsewhere(2, { grade: 'Merit' });
    await radar.look();
    await radar.refresh(radar.moved.peek().filter(({ row }) => row === 3));
    expect(said()).toEqual([[4, 'grade: Merit']]);
    const row = job.session.review.window.peek()?.rows.find((one) => one.row === 3);
    expect(row?.cells.find(({ attribute }) => attribute === 'grade')).toMatchObject({
      before: 'Withdrawn',
      after: 'Grade 1',
    });
    await radar.look();
    expect(said()).toEqual([[4, 'grade: Merit']]);
  });

  test('what somebody else has done already is no change any more', async () => {
    const { radar, editElsewhere, state } = await inReview();
    expect(state().summary.toUpdate).toBe(3);
    editElsewhere(1, { grade: 'Grade 1' });
    await radar.look();
    await radar.refresh(radar.moved.peek());
    expect(state().summary).toMatchObject({ toUpdate: 2, unchanged: 1 });
  });

  test('a confirmation stays whose rows ask for the same, and one of other rows is taken back', async () => {
    const { radar, editElsewhere, state, confirm } = await inReview();
    await confirm();
    const isConfirmed = () => state().summary.groups.find(({ code }) => code === 'name-change')?.confirmed;
    editElsewhere(1, { grade: 'Withdrawn' });
    await radar.look();
    await radar.refresh(radar.moved.peek());
    expect(isConfirmed()).toBe(true);
    editElsewhere(0, { recipient: { name: 'Somebody Else' } });
    await radar.look();
    await radar.refresh(radar.moved.peek());
    expect(isConfirmed()).toBe(false);
    expect(state().obstacles.map(({ code }) => code)).toContain('warnings-open');
  });

  test('a row that was left out stays so, and a value that was typed too', async () => {
    const { job, radar, editElsewhere, state } = await inReview();
    await job.session.review.decide({ kind: 'exclude', rows: [3], excluded: true });
    await job.session.review.decide({ kind: 'edit', row: 4, attribute: 'grade', text: 'Typed' });
    editElsewhere(1, { grade: 'Withdrawn' });
    editElsewhere(2, { grade: 'Merit' });
    await radar.look();
    await radar.refresh(radar.moved.peek());
    expect(state().summary).toMatchObject({ toUpdate: 2, excluded: 1 });
    const row = job.session.review.window.peek()?.rows.find((one) => one.row === 4);
    expect(row?.cells.find(({ attribute }) => attribute === 'grade')).toMatchObject({
      before: 'Merit',
      after: 'Typed',
    });
  });

  test('the run writes what was refreshed, without a conflict', async () => {
    const { job, radar, editElsewhere } = await inReview();
    editElsewhere(1, { grade: 'Withdrawn' });
    await radar.look();
    await radar.refresh(radar.moved.peek());
    expect((await job.update()).map(({ state }) => state.kind)).toEqual(['applied', 'applied', 'applied']);
    expect(at(groupOf(job.standIn.state(), MAIN_GROUP), 1).grade).toBe('Grade 1');
  });
});

test('not refreshed, the row is a conflict in the run, as without the radar', async () => {
  const { job, radar, editElsewhere } = await inReview();
  editElsewhere(1, { grade: 'Withdrawn' });
  await radar.look();
  expect((await job.update()).map(({ state }) => state.kind)).toEqual(['applied', 'conflict', 'applied']);
  expect(at(groupOf(job.standIn.state(), MAIN_GROUP), 1).grade).toBe('Withdrawn');
});

test('it stops when nobody is signed in any more', async () => {
  const { job, radar } = await inReview();
  job.standIn.signOutAll();
  await radar.look();
  expect(radar.isOff.peek()).toBe(true);
  const from = job.standIn.log.length;
  await radar.look();
  expect(job.standIn.log.slice(from)).toEqual([]);
});

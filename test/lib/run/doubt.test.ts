import { describe, expect, test } from 'vitest';
import { changeOf, createWorld, type World } from '../../fakes/background-world';
import { held } from '../../platform/test-client';
import { credentialFields, smallState } from '../../platform/test-state';

const many = (count: number) =>
  smallState(
    Array.from({ length: count }, (_, at) => credentialFields(301 + at, { expired_on: '2026-02-01' })),
    100,
  );
const renames = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    changeOf(301 + at, [['recipient-name', `Person ${301 + at}`, `New ${301 + at}`]]),
  );
const renewals = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    changeOf(301 + at, [['expiry-date', '2026-02-01', '2028-02-01']], { credits: 1, renews: true }),
  );

/** PUTs that the platform took, by credential. */
function taken(world: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, fault } of world.writes()) {
    const isTaken = fault === null || fault.startsWith('reset-after') || fault.startsWith('502-after');
    if (isTaken) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

describe('no answer is settled by reading, never by sending blindly (docs/product.md 2.5)', () => {
  test.each([
    ['reset before the write', 'reset-before:method=PUT:every=3'],
    ['reset after the write', 'reset-after:method=PUT:every=3'],
    ['gateway error after the write', '502-after:method=PUT:every=2'],
    ['gateway error before the write', '502:method=PUT:every=3'],
    ['server error', '500:method=PUT:every=7'],
    ['limit answers', '429:every=5'],
    ['reads that fail', '502:method=GET:every=3'],
    ['reads that are reset', 'reset-before:method=GET:every=4'],
    ['server errors by chance', '500:rate=0.1'],
  ])('%s', async (_name, fault) => {
    const world = await createWorld({ state: many(12), faults: [fault] });
    const run = await world.begin(renewals(12));
    const progress = await world.rest(run);
    expect(progress.run.state).toEqual({ kind: 'finished' });
    expect(progress.counts.applied).toBe(12);
    expect(progress.creditsSpent).toBe(12);
    expect(world.standIn.state().issuer.certificate_left).toBe(88);
    expect([...taken(world).values()]).toEqual(Array.from({ length: 12 }, () => 1));
    for (const { id } of world.standIn.state().credentials)
      expect(held(world.standIn, id).expired_on).toBe('2028-02-01');
  });

  test('a field that the platform ignores, and no answer: not applied, and not sent again', async () => {
    const world = await createWorld({
      state: many(1),
      switches: { grade: 'ignored' },
      faults: ['reset-after:method=PUT:times=1'],
    });
    const change = changeOf(301, [
      ['recipient-name', 'Person 301', 'New'],
      ['grade', null, 'A'],
    ]);
    const run = await world.begin([change]);
    await world.rest(run);
    expect(await world.states(run)).toEqual([{ kind: 'not-applied', fields: ['grade'] }]);
    expect(world.writes()).toHaveLength(1);
  });

  test('evidence is added once', async () => {
    const world = await createWorld({
      state: many(1),
      faults: ['reset-after:method=POST:path=/v1/credentials:times=1'],
    });
    const run = await world.begin([changeOf(301, [['evidence-url-1', null, 'https://a.test/x']])]);
    await world.rest(run);
    expect(await world.states(run)).toEqual([{ kind: 'applied' }]);
    expect(held(world.standIn, 301).evidence_items).toHaveLength(1);
  });

  test('a 500 of one row rejects that row, and the others continue', async () => {
    const world = await createWorld({ state: many(8), faults: ['500:method=PUT:path=/v1/credentials/303'] });
    const run = await world.begin(renames(8));
    const progress = await world.rest(run);
    expect(progress.run.state).toEqual({ kind: 'finished' });
    expect(progress.counts).toMatchObject({ applied: 7, rejected: 1 });
    expect((await world.states(run))[2]).toEqual({
      kind: 'rejected',
      status: 500,
      words: 'Internal server error',
    });
  });

  test('every answer of a PUT is lost: the one that was taken is found by reading', async () => {
    const world = await createWorld({ state: many(1), faults: ['reset-after:method=PUT'] });
    await world.rest(await world.begin(renewals(1)));
    expect(world.writes()).toHaveLength(1);
  });
});

describe('the run pauses and says why', () => {
  test.each([
    ['everything fails', ['500:method=PUT'], { kind: 'failures', count: 5, words: 'Internal server error' }],
    ['nobody answers', ['reset-before:method=PUT'], { kind: 'failures', count: 5, words: '' }],
    ['signed out in the middle', ['signed-out:from=12'], { kind: 'signed-out' }],
  ] as const)('%s', async (_name, faults, reason) => {
    const world = await createWorld({ state: many(12), faults });
    const run = await world.begin(renames(12));
    const progress = await world.rest(run);
    expect(progress.run.state).toEqual({ kind: 'paused', reason });
    expect(progress.counts['in-doubt'] + progress.counts.sent + progress.counts.planned).toBeGreaterThan(0);
  });

  test('forbidden, with the words (no credits left)', async () => {
    const state = smallState([credentialFields(301, { expired_on: '2026-02-01' })], 0);
    const world = await createWorld({ state });
    const run = await world.begin(renewals(1));
    const { run: record } = await world.rest(run);
    expect(record.state).toMatchObject({
      kind: 'paused',
      reason: { kind: 'forbidden', words: expect.stringContaining('credits') as string },
    });
  });

  test('signed out, then signed in again: it continues by itself and writes nothing twice', async () => {
    const world = await createWorld({ state: many(12), faults: ['signed-out:from=12'] });
    const run = await world.begin(renames(12));
    await world.rest(run);
    world.standIn.setFaults([]);
    expect(
      await world.say({
        kind: 'connect',
        page: {
          environment: 'production',
          groupId: (await world.journal.readRun(run))!.record.group.id as never,
        },
      }),
    ).toMatchObject({ ok: true });
    const after = await finished(world, run);
    expect(after.counts.applied).toBe(12);
    expect([...taken(world).values()].every((count) => count === 1)).toBe(true);
    for (const { id } of world.standIn.state().credentials)
      expect(held(world.standIn, id).recipient.name).toBe(`New ${id}`);
  });
});

describe('pause, resume, cancel', () => {
  test('paused: requests in flight end, none begins; resumed: the rest is written', async () => {
    const world = await createWorld({ state: many(20) });
    const run = await world.begin(renames(20));
    await world.say({ kind: 'pause-run', run });
    const paused = await world.rest(run);
    expect(paused.run.state).toEqual({ kind: 'paused', reason: { kind: 'asked' } });
    expect(await world.say({ kind: 'resume-run', run })).toEqual({ ok: true, value: null });
    const progress = await finished(world, run);
    expect(progress.counts.applied).toBe(20);
    expect(world.writes()).toHaveLength(20);
  });

  test('cancelled: sent entries are settled, others are cancelled', async () => {
    const world = await createWorld({ state: many(20) });
    const run = await world.begin(renames(20));
    await world.journal.openEntries(run, -1, 1);
    expect(await world.say({ kind: 'cancel-run', run })).toEqual({ ok: true, value: null });
    const progress = await finished(world, run);
    expect(progress.run.state).toEqual({ kind: 'cancelled' });
    expect(progress.counts.applied + progress.counts.cancelled).toBe(20);
    expect(progress.counts.cancelled).toBeGreaterThan(0);
    expect(world.writes()).toHaveLength(progress.counts.applied);
  });

  test('cancelled while it is in doubt: settled by reading', async () => {
    const world = await createWorld({ state: many(6), faults: ['reset-before:method=PUT'] });
    const run = await world.begin(renames(6));
    await world.rest(run);
    expect((await world.journal.readRun(run))!.counts['in-doubt']).toBeGreaterThan(0);
    await world.say({ kind: 'cancel-run', run });
    const progress = await finished(world, run);
    expect(progress.counts).toMatchObject({ cancelled: 6, 'in-doubt': 0, sent: 0, planned: 0 });
  });
});

async function finished(world: World, run: Parameters<World['rest']>[0]) {
  const end = await world.say({ kind: 'watch-run', run });
  if (!end.ok) throw new Error(end.problem.code);
  return end.value;
}

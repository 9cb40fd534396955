import { describe, expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { apiRequests, at, expectState, groupOf, putsOf } from '../platform/platform-watch';
import type { StandInState } from '../platform/state/schema';
import { SWITCHES, type Switches } from '../platform/switches';

/*
 * An issuer can give credentials ids of their own, and nobody knows where they stand in answers
 * (docs/platform.md, Own ids). Wherever they stand, and also where the own id of one is the number
 * of another, each PUT goes to the credential of its row.
 */

const PLACES = SWITCHES['own-id'].values;
const TODAY = '2026-11-22';

type OwnId = (id: number, next: number, index: number) => string | null;

/** A group with these own ids: `next` is the number of the credential behind it in the group. */
function stateWith(credentials: number, ownId: OwnId): StandInState {
  const state = generateState({ credentials, seed: 3, today: TODAY });
  const group = state.credentials.filter(({ group_id }) => group_id === MAIN_GROUP);
  const own = new Map(
    group.map(({ id }, place) => [id, ownId(id, at(group, (place + 1) % group.length).id, place)]),
  );
  return {
    ...state,
    credentials: state.credentials.map((one) => ({ ...one, license_id: own.get(one.id) ?? null })), // others: none
  };
}

/** Gives each credential of the group a grade and a description, matched by its number. */
async function runWith(state: StandInState, switches: Partial<Switches>) {
  const job = await jobOverPlatform({ state, switches });
  const before = job.standIn.state();
  const group = groupOf(before, MAIN_GROUP);
  const rows = group.map(({ id }) => [String(id), `G ${id}`, `About ${id}`]);
  await job.open(sheetText([['Credential ID', 'Grade', 'Description'], ...rows]));
  expect((await job.review()).summary).toMatchObject({ toUpdate: group.length, withErrors: 0 });
  const entries = await job.update();
  return { job, before, group, entries };
}

const OWN_IDS: readonly (readonly [string, OwnId])[] = [
  ['words', (id) => `NI-2026-${id}`],
  ['numbers of nobody', (id) => String(id + 5_000_000)],
  ['for some alone', (id, _next, place) => (place % 2 === 0 ? `A-${id}` : null)],
  ['the number itself', (id) => String(id)],
  ['the number of another', (_id, next) => String(next)],
];

describe.each(PLACES)('own-id=%s', (place) => {
  test.each(OWN_IDS)('%s: every PUT goes to the right credential', async (_name, ownId) => {
    const { job, before, group, entries } = await runWith(stateWith(12, ownId), { 'own-id': place });
    expect(entries.map(({ state }) => state.kind)).toEqual(group.map(() => 'applied'));
    const sent = putsOf(job.standIn).map(({ id, body }) => [id, body]);
    expect(new Map(sent as [string, unknown][])).toEqual(
      new Map(
        group.map(({ id }) => [String(id), { credential: { grade: `G ${id}`, description: `About ${id}` } }]),
      ),
    );
    expect(sent).toHaveLength(group.length);
    const wanted = new Map(group.map(({ id }) => [id, { grade: `G ${id}`, description: `About ${id}` }]));
    expectState(job.standIn.state(), before, wanted, 0);
    expect(job.faults).toEqual([]);
  });
});

test.each(['license', 'id-and-license'] as const)(
  'own-id=%s: a sheet of own ids finds its credentials',
  async (place) => {
    const state = stateWith(12, (id) => `NI-2026-${id}`);
    const job = await jobOverPlatform({ state, switches: { 'own-id': place } });
    const before = job.standIn.state();
    const group = groupOf(before, MAIN_GROUP);
    await job.open(
      sheetText([['License ID', 'Grade'], ...group.map(({ id }) => [`NI-2026-${id}`, `G ${id}`])]),
    );
    expect((await job.review()).summary).toMatchObject({ toUpdate: group.length, notMatched: 0 });
    await job.update();
    const wanted = new Map(group.map(({ id }) => [id, { grade: `G ${id}` }]));
    expectState(job.standIn.state(), before, wanted, 0);
  },
);

describe('where a path means the own id first, and it is the number of another', () => {
  const switches = (place: (typeof PLACES)[number]) =>
    ({ 'own-id': place, 'own-id-path': 'before-numbers' }) as const;

  test.each(['id', 'id-and-license'] as const)('own-id=%s: nothing is written', async (place) => {
    const job = await jobOverPlatform({
      state: stateWith(12, (_id, next) => String(next)),
      switches: switches(place),
    });
    const before = job.standIn.state();
    const ids = groupOf(before, MAIN_GROUP).map(({ id }) => String(id));
    await job.open(sheetText([['Credential ID', 'Grade'], ...ids.map((id) => [id, `G ${id}`])]));
    await job.review();
    await job.begin();
    const { run } = job.session;
    await job.until(() => {
      const phase = run.phase.peek();
      return phase.kind === 'watching' && phase.progress.run.state.kind === 'paused';
    }, 'paused');
    expect(putsOf(job.standIn)).toEqual([]);
    expect(job.standIn.state()).toEqual(before);
  });

  /** [where they stand, the own ids of the others, by which it is known that there are such] */
  test.each<[(typeof PLACES)[number], (id: number) => string | null]>([
    ['id', (id) => `A-${id}`],
    ['id-and-license', () => null],
  ])('own-id=%s: a large run reads each by its path before it writes', async (place, others) => {
    const count = 110;
    // The path of the last one means the one before it.
    const state = stateWith(count, (id, next, index) => (index === count - 2 ? String(next) : others(id)));
    const job = await jobOverPlatform({ state, switches: switches(place) });
    const ids = groupOf(job.standIn.state(), MAIN_GROUP).map(({ id }) => String(id));
    expect(ids).toHaveLength(count);
    await job.open(sheetText([['Credential ID', 'Grade'], ...ids.map((id) => [id, `G ${id}`])]));
    await job.review();
    await job.begin();
    const { run } = job.session;
    await job.until(() => {
      const phase = run.phase.peek();
      return phase.kind === 'watching' && phase.progress.run.state.kind === 'paused';
    }, 'paused');
    expect(new Set(putsOf(job.standIn).map(({ id }) => id))).toEqual(new Set(ids.slice(0, -1)));
  });
});

test.each(['license', 'id-and-license'] as const)(
  'own-id=%s: an own id of another group that is the number of the last one in a large run',
  async (place) => {
    const plain = stateWith(110, () => null);
    const last = at(plain.credentials.filter(({ group_id }) => group_id === MAIN_GROUP).slice(-1), 0).id;
    const elsewhere = plain.credentials.find(({ group_id }) => group_id !== MAIN_GROUP)?.id;
    const credentials = plain.credentials.map((one) =>
      one.id === elsewhere ? { ...one, license_id: String(last) } : one,
    );
    const switches = { 'own-id': place, 'own-id-path': 'before-numbers' } as const;
    const job = await jobOverPlatform({ state: { ...plain, credentials }, switches });
    const before = job.standIn.state();
    const ids = groupOf(before, MAIN_GROUP).map(({ id }) => String(id));
    await job.open(sheetText([['Credential ID', 'Grade'], ...ids.map((id) => [id, `G ${id}`])]));
    await job.review();
    await job.begin();
    const { run } = job.session;
    await job.until(() => {
      const phase = run.phase.peek();
      return phase.kind === 'watching' && phase.progress.run.state.kind === 'paused';
    }, 'paused');
    expect(new Set(putsOf(job.standIn).map(({ id }) => id))).toEqual(new Set(ids.slice(0, -1)));
    const wanted = new Map(ids.slice(0, -1).map((id) => [Number(id), { grade: `G ${id}` }]));
    expectState(job.standIn.state(), before, wanted, 0);
  },
);

test('the requests of a run of own ids: each is read by its number before it is written', async () => {
  const { job, group } = await runWith(
    stateWith(12, (id) => `A-${id}`),
    { 'own-id': 'id' },
  );
  const reads = apiRequests(job.standIn).filter(
    ({ method, path }) => method === 'GET' && /^\/v1\/credentials\/\d+$/.test(path),
  );
  expect(new Set(reads.map(({ path }) => path))).toEqual(
    new Set(group.map(({ id }) => `/v1/credentials/${id}`)),
  );
});

import { describe, expect, test } from 'vitest';
import { createStandIn, type StandIn } from './stand-in';
import { call, held, put, search, signIn } from './test-client';
import { testClock } from './test-clock';
import { credentialFields, smallState } from './test-state';

const clock = testClock();
const countOf = async (standIn: StandIn) =>
  ((await search(standIn, {})).body as { meta: { count: number } }).meta.count;
const publicRecord = (standIn: StandIn, reference: string) =>
  call(standIn, 'GET', `/v1/credential-net/credentials/${reference}`, undefined, { key: null });

describe('a revoked credential', () => {
  const revoked = (name: string, value: string) => {
    const state = smallState([credentialFields(101, { revoked_at: '2026-05-01T10:00:00.000Z' })]);
    const standIn = createStandIn({ state, ...clock });
    expect(standIn.setSwitch(name, value)).toMatchObject({ ok: true });
    return standIn;
  };
  test.each([
    ['taken', 200, 'B'],
    ['refused', 422, null],
  ])('revoked-writes=%s', async (value, status, grade) => {
    const standIn = revoked('revoked-writes', value);
    expect((await put(standIn, 101, { grade: 'B' })).status).toBe(status);
    const item = { evidence_item: { description: 'New', category: 'url', url: 'https://a.test/' } };
    const added = await call(standIn, 'POST', '/v1/credentials/101/evidence_items', item);
    expect([added.status, held(standIn, 101).grade]).toEqual([status, grade]);
  });
  test.each([
    ['shown', 1],
    ['hidden', 0],
  ])('revoked-search=%s', async (value, count) => {
    expect(await countOf(revoked('revoked-search', value))).toBe(count);
  });
});

describe('the public record', () => {
  const state = smallState([
    credentialFields(101, { revoked_at: '2026-05-01T10:00:00.000Z' }),
    credentialFields(102, { private: true }),
    credentialFields(103, { approve: false }),
    credentialFields(104),
  ]);
  /** [reference, status, revoked at]: nobody is signed in. */
  test.each([
    ['101', 200, '2026-05-01T10:00:00.000Z'],
    ['00000000-0000-4000-8000-000000000101', 200, '2026-05-01T10:00:00.000Z'],
    ['102', 404, undefined],
    ['103', 404, undefined],
    ['104', 200, null],
    ['999', 404, undefined],
    ['e104', 404, undefined],
  ])('%s', async (reference, status, revokedAt) => {
    const answer = await publicRecord(createStandIn({ state, ...clock }), reference);
    expect(answer.status).toBe(status);
    const { credential: shown } = answer.body as { credential?: { revoked_at: unknown; recipient: object } };
    expect(shown?.revoked_at).toBe(revokedAt);
    // Neither e-mail nor phone is public.
    if (shown !== undefined) expect(Object.keys(shown.recipient)).toEqual(['name']);
  });
});

test('a signed request of the session is taken', async () => {
  const standIn = createStandIn({ state: smallState(), ...clock, switches: { session: 'signed' } });
  const headers = { cookie: await signIn(standIn), 'x-signature': 'any' };
  const request = new Request('https://api.accredible.com/v1/issuer/details', { headers });
  expect((await standIn.fetch(request)).status).toBe(200);
});

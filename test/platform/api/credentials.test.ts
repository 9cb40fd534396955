import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { call, held, put } from '../test-client';
import { testClock } from '../test-clock';
import { credentialFields, smallState } from '../test-state';

const fresh = (credits = 2) =>
  createStandIn({ state: smallState(undefined, credits), ...testClock('2026-06-15T12:00:00Z') });
const left = (standIn: ReturnType<typeof fresh>) => standIn.state().issuer.certificate_left;

describe('a credential is found', () => {
  test.each([['101'], ['00000000-0000-4000-8000-000000000101'], ['e101'], ['L-1']])(
    'by %s',
    async (reference) => {
      expect(await call(fresh(), 'GET', `/v1/credentials/${reference}`)).toMatchObject({
        status: 200,
        body: { credential: { id: '101', recipient: { name: 'Person 101' } } },
      });
    },
  );

  test.each([['999'], ['nothing']])('not by %s', async (reference) => {
    expect(await call(fresh(), 'GET', `/v1/credentials/${reference}`)).toMatchObject({
      status: 404,
      body: { errors: "Doesn't exist" },
    });
  });
});

describe('what a PUT changes', () => {
  test.each([
    [
      'a name',
      { recipient: { name: 'Zoë' } },
      { recipient: { name: 'Zoë', id: 'R-1', email: 'p101@example.com' } },
    ],
    [
      'an e-mail, to lower case',
      { recipient: { email: 'New@Example.COM' } },
      { recipient: { email: 'new@example.com' } },
    ],
    ['a day', { expired_on: '2026-12-31' }, { expired_on: '2026-12-31' }],
    ['a day in the deprecated format', { issued_on: '31/12/2025' }, { issued_on: '2025-12-31' }],
    ['a cleared expiry', { expired_on: null }, { expired_on: null }],
    ['a cleared phone number', { recipient: { phone_number: null } }, { recipient: { phone_number: null } }],
    [
      'a cleared custom attribute',
      { custom_attributes: { Location: null, Score: '7' } },
      { custom_attributes: { Score: '7' } },
    ],
    ['an own id, which is the license id', { id: 'L-9' }, { id: 101, license_id: 'L-9' }],
    ['unpublishing', { approve: false }, { approve: false }],
    ['a grade that is a number', { grade: 7 }, { grade: '7' }],
    ['a cleared name, back to the course name of the group', { name: null }, { name: 'Course 1' }],
    ['moving to another group', { group_id: '2' }, { group_id: 2 }],
    ['nothing by unknown fields', { nonsense: 1, url: 'x', uuid: 'x' }, { grade: 'A' }],
    ['nothing by what is cleared in the other way', { grade: '' }, { grade: 'A' }],
    ['nothing of a day of issue that is cleared', { issued_on: null }, { issued_on: '2026-01-10' }],
  ])('%s', async (_, fields, expected) => {
    const standIn = fresh();
    expect((await put(standIn, 101, fields)).status).toBe(200);
    expect(held(standIn, 101)).toMatchObject(expected);
  });

  test('updated_at, each time, though the clock stands still', async () => {
    const standIn = fresh();
    await put(standIn, 101, { grade: 'A' });
    const first = held(standIn, 101).updated_at;
    await put(standIn, 101, { grade: 'A' });
    expect([first, held(standIn, 101).updated_at]).toEqual([
      '2026-06-15T12:00:00.000Z',
      '2026-06-15T12:00:00.001Z',
    ]);
  });

  test('nothing else, and no other credential', async () => {
    const standIn = fresh();
    const before = standIn.state();
    await put(standIn, 101, { grade: 'B' });
    const after = standIn.state();
    expect(after.credentials.slice(1)).toEqual(before.credentials.slice(1));
    expect(after.credentials[0]).toEqual({
      ...before.credentials[0],
      grade: 'B',
      updated_at: '2026-06-15T12:00:00.000Z',
      published_on: '2026-06-15',
    });
  });
});

const TAKEN =
  'has already been taken. Your group settings do not allow duplicates of this credential to be sent to the same email.';

describe('what a PUT is refused for', () => {
  test.each([
    ['no day', { issued_on: '2026-02-31' }, 422, { errors: { issued_on: ['is invalid'] } }],
    ['a timestamp', { issued_on: '2026-02-01T00:00:00Z' }, 422, { errors: { issued_on: ['is invalid'] } }],
    ['a day by month', { expired_on: '12/31/2026' }, 422, { errors: { expired_on: ['is invalid'] } }],
    ['no e-mail', { recipient: { email: 'a@b' } }, 422, { errors: { 'recipient.email': ['is invalid'] } }],
    ['a blank name', { recipient: { name: ' ' } }, 422, { errors: { 'recipient.name': ["can't be blank"] } }],
    [
      'a cleared e-mail',
      { recipient: { email: null } },
      422,
      { errors: { 'recipient.email': ["can't be blank"] } },
    ],
    [
      'no E.164',
      { recipient: { phone_number: '020 7946' } },
      422,
      { errors: { 'recipient.phone_number': ['is invalid'] } },
    ],
    ['a group that is not', { group_id: 77 }, 422, { errors: 'Invalid Group' }],
    [
      'an image that is no URL',
      { custom_attributes: { Photo: 'me.jpg' } },
      500,
      { errors: 'Internal server error' },
    ],
    [
      'an e-mail of another in the group',
      { recipient: { email: 'P102@example.com' } },
      422,
      { errors: { 'recipient.email': [TAKEN] } },
    ],
    ['nothing in it', {}, 400, { errors: 'param is missing or the value is empty: credential' }],
  ])('%s', async (_, fields, status, body) => {
    const standIn = fresh();
    const before = standIn.state();
    expect(await put(standIn, 101, fields)).toMatchObject({ status, body });
    expect(standIn.state()).toEqual(before);
  });

  test('a body that is no JSON', async () => {
    expect((await call(fresh(), 'PUT', '/v1/credentials/101', '{')).status).toBe(400);
  });
});

describe('credentials that share an e-mail', () => {
  const twins = [
    credentialFields(1, { recipient: { email: 'same@example.com' } }),
    credentialFields(2, { recipient: { email: 'same@example.com' } }),
    credentialFields(3, { group_id: 2 }),
    credentialFields(4, { group_id: 2 }),
  ];
  test.each([
    ['are updated although their group refuses duplicates', 1, { grade: 'B' }, 200],
    ['come to be where the group allows it', 3, { recipient: { email: 'p4@example.com' } }, 200],
    ['do not come to be by moving', 3, { group_id: 1, recipient: { email: 'same@example.com' } }, 422],
  ])('%s', async (_, id, fields, status) => {
    const standIn = createStandIn({ state: smallState(twins), ...testClock() });
    expect((await put(standIn, id, fields)).status).toBe(status);
  });
});

describe('credits, on 15 June 2026', () => {
  test.each([
    ['renewing one that expired takes one', 101, { expired_on: '2027-02-01' }, 1],
    ['not when its new expiry is past', 101, { expired_on: '2026-06-01' }, 2],
    ['not when it never expires any more', 101, { expired_on: null }, 2],
    ['not when it had not expired', 102, { expired_on: '2029-02-01' }, 2],
    ['not when it had no expiry', 103, { expired_on: '2029-02-01' }, 2],
    ['not for another field', 101, { grade: 'B' }, 2],
  ])('%s', async (_, id, fields, expected) => {
    const standIn = fresh();
    expect((await put(standIn, id, fields)).status).toBe(200);
    expect(left(standIn)).toBe(expected);
  });

  test('are taken once: what is renewed has not expired', async () => {
    const standIn = fresh();
    await put(standIn, 101, { expired_on: '2027-02-01' });
    await put(standIn, 101, { expired_on: '2028-02-01' });
    expect(left(standIn)).toBe(1);
  });

  test('without one, the renewal is refused', async () => {
    const standIn = fresh(0);
    expect((await put(standIn, 101, { expired_on: '2027-02-01' })).status).toBe(403);
    expect([left(standIn), held(standIn, 101).expired_on]).toEqual([0, '2026-02-01']);
  });
});

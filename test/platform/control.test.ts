import { describe, expect, test } from 'vitest';
import { createStandIn } from './stand-in';
import { call, held, signIn } from './test-client';
import { testClock } from './test-clock';
import { smallState } from './test-state';

const fresh = () => createStandIn({ state: smallState(), ...testClock() });

describe('the controls over HTTP', () => {
  test('the state is that of the process', async () => {
    const standIn = fresh();
    expect((await call(standIn, 'GET', '/stand-in/state')).body).toEqual(
      JSON.parse(JSON.stringify(standIn.state())),
    );
  });

  test('the log has the API and the pages, not the controls and no password', async () => {
    const standIn = fresh();
    await signIn(standIn);
    await call(standIn, 'GET', '/v1/credentials/101?x=1');
    const { body } = await call(standIn, 'GET', '/stand-in/log');
    expect(body).toEqual([
      {
        at: '2026-11-22T09:00:00.000Z',
        part: 'dashboard',
        method: 'POST',
        host: 'dashboard.accredible.com',
        path: '/login',
        auth: 'none',
        body: null,
        status: 303,
        ms: 0,
        fault: null,
      },
      {
        at: '2026-11-22T09:00:00.000Z',
        part: 'api',
        method: 'GET',
        host: 'api.accredible.com',
        path: '/v1/credentials/101?x=1',
        auth: 'key',
        body: null,
        status: 200,
        ms: 0,
        fault: null,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('arc-and-spark');
  });

  test('a switch, faults, an edit, and signing everybody out', async () => {
    const standIn = fresh();
    const cookie = await signIn(standIn);
    const post = async (path: string, body: unknown) =>
      (await call(standIn, 'POST', `/stand-in/${path}`, body)).status;
    expect(await post('switch', { name: 'grade', value: 'ignored' })).toBe(200);
    expect(await post('edit', { id: 101, credential: { grade: 'C', private: true } })).toBe(200);
    expect([held(standIn, 101).grade, held(standIn, 101).private, held(standIn, 101).updated_at]).toEqual([
      'C',
      true,
      '2026-11-22T09:00:00.000Z',
    ]);
    expect(await post('faults', ['500'])).toBe(200);
    expect((await call(standIn, 'GET', '/v1/issuer/details')).status).toBe(500);
    expect(await post('faults', [])).toBe(200);
    expect(await post('sign-out', undefined as unknown)).toBe(200);
    expect((await call(standIn, 'GET', '/v1/issuer/details', undefined, { key: null, cookie })).status).toBe(
      401,
    );
  });

  test.each([
    ['switch', { name: 'grade', value: 'maybe' }, 'Switch grade takes taken or ignored'],
    ['switch', { name: 1 }, 'name'],
    ['faults', ['nonsense'], 'there is no kind "nonsense"'],
    ['faults', {}, 'expected array'],
    ['edit', { id: 999, credential: {} }, 'There is no credential 999.'],
    ['edit', { id: 101, credential: { issued_on: 'x' } }, 'issued_on'],
    ['edit', '{', 'not JSON'],
  ])('what is wrong with %s %j is said', async (path, body, problem) => {
    expect(await call(fresh(), 'POST', `/stand-in/${path}`, body)).toMatchObject({
      status: 400,
      body: { problem: expect.stringContaining(problem) as string },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { call, signIn } from '../test-client';
import { testClock } from '../test-clock';
import { smallState } from '../test-state';

const GROUP = '/issuer/dashboard/group/1/information-and-appearance';
const fresh = () => createStandIn({ state: smallState(), ...testClock() });
const visit = (
  standIn: ReturnType<typeof fresh>,
  path: string,
  cookie = '',
  host = 'dashboard.accredible.com',
) => call(standIn, 'GET', path, undefined, { key: null, cookie, origin: `https://${host}` });

describe('signing in', () => {
  test('a page asks for it and is come back to', async () => {
    const { status, headers } = await visit(fresh(), GROUP);
    expect([status, headers.get('location')]).toEqual([302, `/login?back=${encodeURIComponent(GROUP)}`]);
  });

  test.each([
    [GROUP, GROUP],
    ['//elsewhere.test/', '/issuer/dashboard/groups'],
    ['/\\elsewhere.test/', '/issuer/dashboard/groups'],
    ['https://elsewhere.test/', '/issuer/dashboard/groups'],
  ])('back to %s leads to %s', async (back, expected) => {
    const form = new URLSearchParams({ email: 'Admin@northfield.test', password: 'arc-and-spark', back });
    const answer = await call(fresh(), 'POST', '/login', form.toString(), {
      origin: 'https://dashboard.accredible.com',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expected]);
  });

  test.each([
    ['sandbox.dashboard.accredible.com', '; Domain=accredible.com'],
    ['127.0.0.1:8443', ''],
  ])('the cookie at %s', async (host, domain) => {
    const form = new URLSearchParams({ email: 'admin@northfield.test', password: 'arc-and-spark' });
    const answer = await call(fresh(), 'POST', '/login', form.toString(), { origin: `https://${host}` });
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^_dashboard_session=[0-9a-f]{32}; Path=/; HttpOnly; Secure; SameSite=Lax${domain}$`),
    );
  });

  test('a wrong password', async () => {
    const form = new URLSearchParams({ email: 'admin@northfield.test', password: 'x' });
    const answer = await call(fresh(), 'POST', '/login', form.toString(), {
      origin: 'https://dashboard.accredible.com',
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null]);
  });

  test('signing out ends the session', async () => {
    const standIn = fresh();
    const cookie = await signIn(standIn);
    await call(standIn, 'POST', '/logout', undefined, {
      key: null,
      cookie,
      origin: 'https://dashboard.accredible.com',
    });
    expect((await visit(standIn, GROUP, cookie)).status).toBe(302);
  });
});

describe('pages', () => {
  test('have a strict policy, and nothing inline that it would forbid', async () => {
    const standIn = fresh();
    const cookie = await signIn(standIn);
    for (const path of [GROUP, '/login', '/credential/e101', '/assets/app.js', '/nowhere']) {
      const { headers, body } = await visit(standIn, path, cookie);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toContain('unsafe');
      if (path !== '/assets/app.js') expect(body).not.toMatch(/<script>|<style|\sstyle=|\son\w+="/);
    }
  });

  test.each([
    ['/assets/app.js', 200],
    ['/assets/group-tabs.js', 200],
    ['/assets/style.css', 200],
    ['/assets/routes.ts', 404],
    ['/assets/..%2Fcli.ts', 404],
  ])('%s is answered with %i', async (path, status) => {
    expect((await visit(fresh(), path)).status).toBe(status);
  });
});

describe("the dashboard's own JSON", () => {
  test.each([
    ['/me', { account: { name: 'Robin Achterberg' }, issuer: { name: 'Northfield', credits: 2 } }],
    [
      '/groups',
      {
        groups: [
          { id: 1, credentials: 3 },
          { id: 2, credentials: 1 },
          { id: 3, credentials: 1 },
        ],
      },
    ],
    ['/groups/1', { group: { name: 'Group 1' } }],
    ['/groups/9', { error: 'not-found' }],
    [
      '/groups/1/credentials?page=9',
      { page: 1, pages: 1, count: 3, credentials: [{ id: 101, page: '/credential/e101' }, {}, {}] },
    ],
    ['/groups/1/credentials?search=P102', { count: 1, credentials: [{ id: 102 }] }],
  ])('%s', async (path, expected) => {
    const standIn = fresh();
    expect((await visit(standIn, `/dashboard-api${path}`, await signIn(standIn))).body).toMatchObject(
      expected,
    );
    expect((await visit(standIn, `/dashboard-api${path}`)).status).toBe(401);
  });
});

describe('the public page of a credential', () => {
  test.each([
    ['a published one', 'www.credential.net', '/e101', 200],
    ['by the host without www', 'credential.net', '/e101', 200],
    ['at the dashboard', 'dashboard.accredible.com', '/credential/e101', 200],
    ['by path', '127.0.0.1', '/credential/e101', 200],
    ['one not published', 'www.credential.net', '/e103', 404],
    ['a private one', 'www.credential.net', '/e104', 403],
    ['none', 'www.credential.net', '/e999', 404],
  ])('%s', async (_, host, path, status) => {
    expect((await visit(fresh(), path, '', host)).status).toBe(status);
  });

  test('shows words as words', async () => {
    const standIn = fresh();
    standIn.edit('101', { recipient: { name: '<img src=x onerror=alert(1)>' } });
    expect((await visit(standIn, '/credential/e101')).body).toContain('&lt;img src=x');
  });
});

test.each([
  ['https://dashboard.accredible.com/v1/issuer/details', 404],
  ['https://eu.api.accredible.com/v1/issuer/details', 200],
  ['https://sandbox.api.accredible.com/v1/issuer/details', 200],
  ['https://127.0.0.1:8443/v1/issuer/details', 200],
  ['https://api.accredible.com/v1/nowhere', 404],
])('%s is answered with %i, and nothing has CORS headers', async (url, status) => {
  const { origin, pathname } = new URL(url);
  const answer = await call(fresh(), 'GET', pathname, undefined, { origin });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, null]);
});

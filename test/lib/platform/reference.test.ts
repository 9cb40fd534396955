import { describe, expect, test } from 'vitest';
import { isReference } from '../../../lib/platform/reference';
import { credentialPath } from '../../../lib/platform/read-credential';
import { searchedCredential } from '../../../lib/platform/wire-credential';
import { problemOf } from '../../../lib/platform/judge';
import { createWorld, PAGE } from '../../fakes/background-world';

describe('a reference in the path of a request', () => {
  test.each([
    '7001',
    '9007199254740993',
    'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
    'k3x9_Zq-1',
    'AB.12',
    'CERT 2024',
    'a..b',
    '...',
    'Zoë',
    'x@y.test',
    'x'.repeat(320),
  ])('is one part of it: %s', (text) => {
    expect(isReference(text)).toBe(true);
    const { pathname } = new URL(credentialPath(text), 'https://api.accredible.com');
    expect(decodeURIComponent(pathname)).toBe(`/v1/credentials/${text}`);
  });

  test.each([
    '',
    '.',
    '..',
    '../issuer',
    '..\\issuer',
    '%2e%2e',
    '7001/evidence_items',
    '7001?x=1',
    '7001#x',
    '7001;x',
    '7001\n',
    '\u0000',
    '\ud800',
    'x'.repeat(321),
  ])('is none: %j', (text) => {
    expect(isReference(text)).toBe(false);
    expect(() => credentialPath(text)).toThrow('no part of a path');
  });

  test('keys of a sheet that are none are found nowhere, and no request is made for them', async () => {
    const world = await createWorld();
    for (const kind of ['credential-id', 'uuid'] as const) {
      const values = ['..', '../issuer', '%2e%2e/issuer', '.'];
      const answer = await world.say({ kind: 'locate', page: PAGE, key: kind, values });
      expect(answer, kind).toEqual({ ok: true, value: [] });
      await world.say({ kind: 'look-up', page: PAGE, lookUp: { key: kind, values, control: null } });
    }
    const paths = world.standIn.log.filter(({ part }) => part === 'api').map(({ path }) => path);
    for (const path of paths) expect(path).not.toMatch(/\.\.|%2e|%2f|credentials\/?$|issuer\/?$/i);
  });
});

describe('an answer of any size', () => {
  const wire = { id: 1, group: { id: 1, name: 'G' }, custom_attributes: {} };
  const read = (more: object) => searchedCredential.parse({ ...wire, ...more });

  test('a name of a megabyte, ten thousand attributes, numbers at the edge', () => {
    const custom = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`Attribute ${n}`, n]));
    const credential = read({
      recipient_name: 'N'.repeat(1_000_000),
      grade: -1e308,
      custom_attributes: { ...custom, __proto__: null, constructor: 'x' },
    });
    expect(credential.recipientName).toHaveLength(1_000_000);
    expect(credential.grade).toBe('-1e+308');
    expect(Object.keys(credential.custom)).toHaveLength(10_001);
  });

  test.each([401, 403, 404, 422, 429, 500, 502])('its words are cut: %d', (status) => {
    const body = JSON.stringify({ errors: { name: ['x'.repeat(1_000_000)] } });
    const problem = problemOf({ status, opaque: false, body, retryAfter: null }, true, 0);
    expect(JSON.stringify(problem).length).toBeLessThan(500);
  });
});

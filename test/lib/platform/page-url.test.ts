import { describe, expect, test } from 'vitest';
import { credentialLink } from '../../../lib/platform/credential-link';
import { apiOrigin, dashboardOrigin, ENVIRONMENTS } from '../../../lib/platform/hosts';
import { groupPageOf, groupPagePath } from '../../../lib/platform/page-url';

const page = (environment: string, groupId: string) => ({ environment, groupId });

describe('groupPageOf', () => {
  test.each([
    [
      'production',
      'https://dashboard.accredible.com/issuer/dashboard/group/555/information-and-appearance',
      page('production', '555'),
    ],
    ['eu', 'https://eu.dashboard.accredible.com/issuer/dashboard/group/7/credentials', page('eu', '7')],
    ['sandbox', 'https://sandbox.dashboard.accredible.com/issuer/dashboard/group/7', page('sandbox', '7')],
    [
      'a slash at its end',
      'https://dashboard.accredible.com/issuer/dashboard/group/7/',
      page('production', '7'),
    ],
    [
      'query and fragment',
      'https://dashboard.accredible.com/issuer/dashboard/group/7?a=1#b',
      page('production', '7'),
    ],
    ['the list of groups', 'https://dashboard.accredible.com/issuer/dashboard/groups', null],
    ['a new group', 'https://dashboard.accredible.com/issuer/dashboard/group/new', null],
    ['digits and more', 'https://dashboard.accredible.com/issuer/dashboard/group/7x', null],
    ['something in front', 'https://dashboard.accredible.com/x/issuer/dashboard/group/7', null],
    ['another host', 'https://dashboard.accredible.com.evil.test/issuer/dashboard/group/7', null],
    ['a host behind it', 'https://evil-dashboard.accredible.com/issuer/dashboard/group/7', null],
    ['the API', 'https://api.accredible.com/issuer/dashboard/group/7', null],
  ])('%s', (_name, url, expected) => {
    expect(groupPageOf(new URL(url))).toEqual(expected);
  });

  test.each(ENVIRONMENTS)('%s: the path of its page is read back', (environment) => {
    const groupId = '42' as never;
    const url = new URL(groupPagePath(groupId), dashboardOrigin(environment));
    expect(groupPageOf(url)).toEqual({ environment, groupId });
    expect(apiOrigin(environment)).toBe(dashboardOrigin(environment).replace('dashboard', 'api'));
  });
});

test.each([
  ['what the platform calls it', 'abc', 'https://www.credential.net/abc'],
  ['nothing that could lead elsewhere', '../x?y', 'https://www.credential.net/..%2Fx%3Fy'],
  ['not reported', null, null],
])('credentialLink: %s', (_name, reference, expected) => {
  expect(credentialLink({ reference }, 'production')).toBe(expected);
});

test.each([
  ['production', 'https://www.credential.net/abc'],
  ['eu', 'https://eu.credential.net/abc'],
  ['sandbox', 'https://sandbox.credential.net/abc'],
] as const)('credentialLink in %s', (environment, expected) => {
  expect(credentialLink({ reference: 'abc' }, environment)).toBe(expected);
});

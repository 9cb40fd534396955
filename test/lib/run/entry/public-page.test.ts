import { expect, test } from 'vitest';
import type { Environment } from '../../../../lib/platform/environment';
import { publicPageOf } from '../../../../lib/run/entry/public-page';

test.each<[name: string, url: string | null, reference: string | null, of: Environment, kept: object]>([
  ['own domain', 'https://own.test/abc', 'abc', 'production', { url: 'https://own.test/abc' }],
  ['usual host', 'https://www.credential.net/abc', 'abc', 'production', {}],
  ['usual host of the EU', 'https://eu.credential.net/abc', 'abc', 'eu', {}],
  ['usual host of the sandbox', 'https://sandbox.credential.net/abc', 'abc', 'sandbox', {}],
  [
    'host of another environment',
    'https://www.credential.net/abc',
    'abc',
    'eu',
    { url: 'https://www.credential.net/abc' },
  ],
  [
    'another name of the page',
    'https://www.credential.net/x',
    'abc',
    'production',
    { url: 'https://www.credential.net/x' },
  ],
  [
    'no name of the page',
    'https://www.credential.net/abc',
    null,
    'production',
    { url: 'https://www.credential.net/abc' },
  ],
  ['no address', null, 'abc', 'production', {}],
])('publicPageOf: %s', (_name, url, reference, environment, kept) => {
  expect(publicPageOf({ reference }, { url }, environment)).toEqual(kept);
});

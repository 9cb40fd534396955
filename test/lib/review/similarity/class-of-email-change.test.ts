import { expect, test } from 'vitest';
import { classOfEmailChange } from '../../../../lib/review/similarity/class-of-email-change';
import { trustedDomainsOf } from '../../../../lib/review/similarity/trusted-domains';
import { credentialOf } from '../../../fakes/credential';

const trusted = trustedDomainsOf(
  ['a', 'b', 'c'].map((name, n) => credentialOf({ id: String(n), recipientEmail: `${name}@University.edu` })),
);

test.each<[string, string | null, string, object]>([
  ['the same domain', 'a@x.org', 'b@X.org', { emailClass: 'local-part' }],
  ['another domain', 'a@x.org', 'a@gmail.com', { emailClass: 'domain' }],
  [
    'a swap of two letters',
    'a@x.org',
    'a@gmial.com',
    { emailClass: 'look-alike', suggestion: 'a@gmail.com' },
  ],
  ['a letter too few', 'a@x.org', 'a@hotmal.com', { emailClass: 'look-alike', suggestion: 'a@hotmail.com' }],
  [
    'near the own university',
    null,
    'a@unversity.edu',
    { emailClass: 'look-alike', suggestion: 'a@university.edu' },
  ],
  ['the typing error is put right', 'a@gmial.com', 'a@gmail.com', { emailClass: 'domain' }],
  ['one real provider to another', 'a@gmail.com', 'a@ymail.com', { emailClass: 'domain' }],
  ['a Cyrillic letter', 'a@x.org', 'a@exаmple.org', { emailClass: 'look-alike', suggestion: null }],
])('%s', (_, before, after, expected) => {
  expect(classOfEmailChange(before, after, () => trusted)).toEqual(expected);
});

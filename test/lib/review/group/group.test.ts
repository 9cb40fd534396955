import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../../../lib/credential/attributes';
import { createGroup } from '../../../../lib/review/group/group';
import { IN_PART } from '../../../../lib/review/group/coverage';
import { identityHash } from '../../../../lib/review/identity/identity-hash';
import { credentialOf } from '../../../fakes/credential';

const ATTRIBUTES = attributesOf([]);
const keyOf = (id: string) => ATTRIBUTES.filter((attribute) => attribute.id === id);

const GROUP = createGroup([
  credentialOf({ id: '1', recipientName: 'Ada King', recipientEmail: 'ada@x.org', licenseId: 'L1' }),
  credentialOf({ id: '2', recipientName: 'King Ada', recipientEmail: 'ada@x.org', licenseId: 'L2' }),
  credentialOf({ id: '3', recipientName: 'Ada King', recipientEmail: 'king@rare.net', licenseId: null }),
  credentialOf({ id: '4', recipientName: 'Bo Ek', recipientEmail: 'bo@x.org', licenseId: 'L4' }),
]);

describe('a group', () => {
  it.each([
    ['one credential', 'license-id', 'L4', 3],
    ['several that share it', 'recipient-email', 'ada@x.org', [0, 1]],
    ['nobody', 'recipient-email', 'nobody@x.org', undefined],
  ])('finds %s by a key', (_, key, text, positions) => {
    expect(GROUP.indexBy(keyOf(key)).positions.get(text)).toEqual(positions);
  });
  it.each([
    ['license-id', true],
    ['recipient-email', false],
    ['recipient-id', false],
  ])('knows whether %s tells its credentials apart', (key, isUnique) => {
    expect(GROUP.isUnique(keyOf(key))).toBe(isUnique);
  });
  it('counts persons by the other attribute: two credentials with one e-mail are one person', () => {
    const holders = GROUP.holders('recipient-name');
    const ada = identityHash('recipient-name', 'ada KING');
    expect([holders.credentialsWith(ada), holders.peopleWith(ada)]).toEqual([3, 2]);
    expect(holders.isHeldByPersonOf(ada, 3)).toBe(false);
  });
  it('trusts a mail domain that three of its credentials have, and no other', () => {
    const domains = GROUP.trustedDomains();
    expect([domains.has('x.org'), domains.has('rare.net')]).toEqual([true, false]);
  });
  it.each([
    ['one letter away', 'bp@x.org', [3]],
    ['the same', 'bo@x.org', []],
    ['two letters away', 'bpp@x.org', []],
  ])('finds e-mails near another: %s', (_, email, positions) => {
    expect(GROUP.withEmailNear(email)).toEqual(positions);
  });
});

describe('what is found out about a group', () => {
  it('is made once', () => {
    expect(GROUP.indexBy(keyOf('license-id'))).toBe(GROUP.indexBy(keyOf('license-id')));
    expect(GROUP.holders('recipient-name')).toBe(GROUP.holders('recipient-name'));
    expect(GROUP.trustedDomains()).toBe(GROUP.trustedDomains());
  });
  it('is kept when more is known of the same credentials', () => {
    const part = GROUP.covering(IN_PART);
    expect(part.isWhole).toBe(false);
    expect(part.all).toBe(GROUP.all);
    expect(part.holders('recipient-email')).toBe(GROUP.holders('recipient-email'));
  });
});

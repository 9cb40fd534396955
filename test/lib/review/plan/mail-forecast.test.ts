import { describe, expect, test } from 'vitest';
import type { Change, FieldChange } from '../../../../lib/credential/change';
import type { Day } from '../../../../lib/credential/day';
import { createGroup } from '../../../../lib/review/group/group';
import { countMails, mailsOf, type Mail } from '../../../../lib/review/plan/mail-forecast';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';

const TODAY = '2026-06-15' as Day;

function mailsFor(present: WrittenCredential, ...fields: readonly FieldChange[]): readonly Mail[] {
  const credential = credentialOf({ id: '1', recipientEmail: 'ada@example.org', ...present });
  const { id, recipientName: name, recipientEmail: email, expiredOn } = credential;
  const who = { name, email };
  const change: Change = {
    ...{ credential: id, row: 2, who, reference: null, fields, credits: 0, expiredOn, updatedAt: null },
  };
  return mailsOf([change], createGroup([credential]), TODAY);
}
const expiry = (before: string | null, after: string | null): FieldChange => ({
  ...{ attribute: 'expiry-date', before, after },
});
const email = (before: string | null, after: string | null): FieldChange => ({
  ...{ attribute: 'recipient-email', before, after },
});
const published = (after: boolean): FieldChange => ({ attribute: 'published', before: !after, after });
/** "is sent" where the documentation says so, else "may". */
const said = (mails: readonly Mail[]) =>
  mails.map(({ occasion, isDocumented }) => `${occasion} ${isDocumented ? 'is sent' : 'may'}`);

describe('who may be written to', () => {
  test.each<[string, WrittenCredential, readonly FieldChange[], readonly string[]]>([
    ['published', { published: false }, [published(true)], ['published is sent']],
    ['expired long ago, new expiry in a year', {}, [expiry('2025-01-31', '2027-01-31')], ['renewed may']],
    ['expires today, new expiry in a year', {}, [expiry('2026-06-15', '2027-06-15')], ['renewed may']],
    ['expired, and its expiry is taken away', {}, [expiry('2025-01-31', null)], ['renewed may']],
    [
      'expired, and renewed for a month',
      {},
      [expiry('2025-01-31', '2026-07-15')],
      ['renewed may', 'about-to-expire may'],
    ],
    [
      'valid, and the new expiry was yesterday',
      {},
      [expiry('2027-01-31', '2026-06-14')],
      ['expired is sent'],
    ],
    ['valid, and the new expiry is today', {}, [expiry('2027-01-31', '2026-06-15')], ['expired is sent']],
    [
      'without an expiry, and the new one was yesterday',
      {},
      [expiry(null, '2026-06-14')],
      ['expired is sent'],
    ],
    ['expired on another day than was said', {}, [expiry('2025-01-31', '2025-03-31')], ['expired may']],
    ['the new expiry is tomorrow', {}, [expiry('2027-01-31', '2026-06-16')], ['about-to-expire may']],
    ['the new expiry is in 90 days', {}, [expiry(null, '2026-09-13')], ['about-to-expire may']],
    ['another owner', {}, [email('ada@example.org', 'ada@example.com')], ['new-owner may']],
    ['a first address', { recipientEmail: null }, [email(null, 'ada@example.com')], ['new-owner may']],
    [
      'published with another expiry and owner',
      { published: false },
      [email('a@example.org', 'b@example.org'), published(true), expiry('2027-01-01', '2026-06-01')],
      ['published is sent', 'expired is sent', 'new-owner may'],
    ],
    ['not published, and expired', { published: false }, [expiry(null, '2026-06-14')], ['expired may']],
    ['taken back, and expired', {}, [published(false), expiry(null, '2026-06-14')], ['expired may']],
    // Honest changes that are no occasion.
    ['the new expiry is in 91 days', {}, [expiry(null, '2026-09-14')], []],
    ['valid, and extended by a year', {}, [expiry('2027-01-31', '2028-01-31')], []],
    ['valid, and its expiry is taken away', {}, [expiry('2027-01-31', null)], []],
    ['the address in other capitals', {}, [email('Ada@Example.org', 'ada@example.org')], []],
    ['the address is taken away: nobody is left', {}, [email('ada@example.org', null)], []],
    ['expired, without an address', { recipientEmail: null }, [expiry(null, '2026-06-14')], []],
    ['published, without an address', { published: false, recipientEmail: '' }, [published(true)], []],
    ['no longer published', {}, [published(false)], []],
    ['another name', {}, [{ attribute: 'recipient-name', before: 'Ada', after: 'Ada King' }], []],
    ['another issue date', {}, [{ attribute: 'issue-date', before: null, after: '2026-06-01' }], []],
    ['a grade', {}, [{ attribute: 'grade', before: 'A', after: 'B' }], []],
    ['private', {}, [{ attribute: 'private', before: false, after: true }], []],
  ])('%s', (_name, present, fields, expected) => {
    expect(said(mailsFor(present, ...fields))).toEqual(expected);
  });

  test('goes to the address after the change, with the values that are the occasion', () => {
    const mails = mailsFor({}, email('ada@example.org', 'ada@example.com'), expiry(null, '2026-06-14'));
    expect(mails.map(({ to, before, after }) => [to, before, after])).toEqual([
      ['ada@example.com', null, '2026-06-14'],
      ['ada@example.com', 'ada@example.org', 'ada@example.com'],
    ]);
  });

  test('the last year of the calendar has no day 90 days later', () => {
    const credential = credentialOf({ id: '1' });
    const change: Change = {
      ...{ credential: credential.id, row: 2, reference: null, credits: 0, expiredOn: null, updatedAt: null },
      ...{ who: { name: null, email: 'a@example.org' }, fields: [expiry(null, '9999-12-31')] },
    };
    expect(mailsOf([change], createGroup([credential]), '9999-12-01' as Day)).toEqual([]);
  });
});

test('occasions are counted, those that are documented first', () => {
  const mails = [
    ...mailsFor({}, expiry('2025-01-31', '2025-03-31')),
    ...mailsFor({}, expiry('2027-01-31', '2026-06-14')),
    ...mailsFor({}, expiry(null, '2026-06-14')),
    ...mailsFor({ published: false }, published(true)),
  ];
  expect(countMails(mails)).toEqual([
    { occasion: 'published', isDocumented: true, count: 1 },
    { occasion: 'expired', isDocumented: true, count: 2 },
    { occasion: 'expired', isDocumented: false, count: 1 },
  ]);
  expect(countMails([])).toEqual([]);
});

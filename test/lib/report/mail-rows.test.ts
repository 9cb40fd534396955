import { expect, test } from 'vitest';
import { credentialId } from '../../../lib/credential/ids';
import { mailRows, type MailWords } from '../../../lib/report/mail-rows';
import type { Mail } from '../../../lib/review/plan/mail-forecast';

const WORDS: MailWords = {
  headers: ['Occasion', 'Is it sent?', 'Row', 'Credential ID', 'Recipient', 'E-mail', 'Before', 'After'],
  occasionOf: ({ occasion }) => occasion,
  certaintyOf: ({ isDocumented }) => (isDocumented ? 'is sent' : 'may'),
};
const MAIL: Mail = {
  ...{ occasion: 'expired', isDocumented: true, row: 7, credential: credentialId('41') },
  ...{ name: 'Ada King', to: 'ada@example.org', before: null, after: '2026-06-14' },
};

test('a row for each e-mail, days as days and flags as flags', () => {
  const rows = mailRows(
    [
      MAIL,
      { ...MAIL, occasion: 'published', before: false, after: true, name: null },
      { ...MAIL, occasion: 'new-owner', isDocumented: false, before: '2026-06-14', after: '=1+1' },
    ],
    WORDS,
  );
  expect(rows[0]).toEqual(WORDS.headers);
  expect(rows[1]).toEqual([
    ...['expired', 'is sent', { kind: 'number', value: 7, format: '0', text: '7' }, '41', 'Ada King'],
    ...['ada@example.org', ''],
    { kind: 'day', day: '2026-06-14', seconds: 0, format: 'yyyy-mm-dd', text: '2026-06-14' },
  ]);
  expect(rows[2]?.slice(4)).toEqual([
    ...['', 'ada@example.org'],
    { kind: 'flag', value: false, text: 'FALSE' },
    { kind: 'flag', value: true, text: 'TRUE' },
  ]);
  // An e-mail stays what it is, whatever it looks like.
  expect(rows[3]?.slice(6)).toEqual(['2026-06-14', '=1+1']);
});

test('nobody: the headers alone', () => {
  expect(mailRows([], WORDS)).toEqual([WORDS.headers]);
});

import { expect, test } from 'vitest';
import { valuesOfKey } from '../../../../lib/assign/read/key-shape';
import type { KeyAttributeId } from '../../../../lib/credential/attribute';

const UUID = '0000000a-0000-4000-8000-000000000001';
const many = (value: string) => Array.from({ length: 4 }, (_, at) => `${value}${at}`);

/* docs/product.md 2.3: nothing of a column that was chosen as the key by mistake leaves. */

/** [what, key, values, those that may be asked for; null: none of such a column] */
test.each<[string, KeyAttributeId, readonly string[], readonly string[] | null]>([
  ['names', 'credential-id', ['Ada King', 'Bo Byrne'], null],
  ['first names', 'credential-id', ['Ada', 'Bo', 'Cy'], null],
  ['days', 'credential-id', ['31.01.2027', '01.02.2027'], null],
  ['days as in an export', 'license-id', ['2027-01-31', '2027-02-01'], null],
  ['e-mails', 'credential-id', ['ada@x.org', 'bo@x.org'], null],
  ['sentences', 'recipient-id', ['passed in 2026', 'failed in 2026'], null],
  ['grades', 'license-id', ['A', 'B', 'Merit'], null],
  ['yes and no', 'uuid', ['yes', 'no'], null],
  ['names', 'recipient-email', ['Ada King', 'Bo Byrne'], []],
  ['phone numbers for e-mails', 'recipient-email', ['+49 30 1234'], []],
  ['handles', 'present-email', ['@ada', 'ada@'], []],
  ['what is too long', 'license-id', ['1'.repeat(321), '2'], null],

  ['numbers', 'credential-id', ['101', '102'], ['101', '102']],
  ['own ids', 'credential-id', ['A-7', 'B-8'], ['A-7', 'B-8']],
  ['UUIDs', 'uuid', [UUID], [UUID]],
  ['links', 'uuid', ['https://www.credential.net/ab1'], ['https://www.credential.net/ab1']],
  ['short ids, of which few are letters only', 'uuid', [...many('q7k'), 'abcd'], [...many('q7k'), 'abcd']],
  ['ids of letters among ids', 'recipient-id', [...many('id'), 'jdoe'], [...many('id'), 'jdoe']],
  ['ids among which a name stands', 'license-id', [...many('L'), 'Ada King'], many('L')],
  ['member numbers with slashes', 'license-id', ['12/345', '12/346'], ['12/345', '12/346']],
  ['e-mails', 'recipient-email', ['ada@x.org', 'bo@x.org'], ['ada@x.org', 'bo@x.org']],
  ['e-mails among which a name stands', 'recipient-email', ['ada@x.org', 'Bo'], ['ada@x.org']],
  ['an address without a dot', 'recipient-email', ['ada@intranet'], ['ada@intranet']],
  ['nothing', 'credential-id', [], []],
])('%s as %s', (_, key, values, expected) => {
  expect(valuesOfKey(key, values)).toEqual(expected);
});

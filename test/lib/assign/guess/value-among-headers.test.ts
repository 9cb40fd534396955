import { expect, test } from 'vitest';
import { valueAmongHeaders } from '../../../../lib/assign/guess/value-among-headers';
import { credentialOf } from '../../../fakes/credential';
import { tableOf } from '../../../fakes/table';

/** Assign warns where a person of the list may have become the header. */

const GROUP = [
  credentialOf({ id: '10498227', recipientEmail: 'ann@x.org', licenseId: 'AB-1023', recipientId: '2024' }),
  credentialOf({ id: '70002', recipientEmail: 'bob@x.org' }),
];

test.each<[string, readonly string[], string | null]>([
  ['names of columns', ['Credential ID', 'Grade'], null],
  ['an e-mail, of the group or not', ['Name', 'new@x.org'], 'new@x.org'],
  ['a credential id of the group', ['10498227', 'Merit'], '10498227'],
  ['another id of the group', ['Merit', 'AB-1023'], 'AB-1023'],
  ['a number of nobody', ['10498299', 'Merit'], null],
  ['a year, which may be somebody’s number', ['Name', '2024'], null],
  ['a word with an address in it', ['E-mail (office@x.org)'], null],
])('%s', (_, headers, expected) => {
  expect(valueAmongHeaders(tableOf(headers, []).columns, GROUP)).toBe(expected);
});

test('recognises an e-mail without a group', () => {
  expect(valueAmongHeaders(tableOf(['ann@x.org'], []).columns, [])).toBe('ann@x.org');
});

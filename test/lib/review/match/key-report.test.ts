import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { reportKeys } from '../../../../lib/review/match/key-report';
import { credentialsOfRows } from '../../../../lib/review/match/match-rows';
import { credentialOf } from '../../../fakes/credential';
import { reviewInputOf } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';

const credentials = [
  credentialOf({ id: '1', recipientEmail: 'ada@example.org', licenseId: 'L1' }),
  credentialOf({ id: '2', recipientEmail: 'bob@example.org', licenseId: null }),
  credentialOf({ id: '3', recipientEmail: 'Bob@example.org', licenseId: 'constructor' }),
];
const columns: readonly AttributeId[] = ['recipient-email', 'credential-id', 'license-id', 'grade'];
const rows: readonly (readonly WrittenCell[])[] = [
  [' ADA@example.org', '1', 'L1', 'A'],
  ['bob@example.org', 2, 'constructor', 'A'],
  [null, '9', '__proto__', 'A'],
  ['nobody@example.org', '1.23E+15', null, 'A'],
  [{ kind: 'error', text: '#REF!' }, '1', 'L1', 'A'],
];
const inputOf = (key: AttributeId, present = credentials) =>
  reviewInputOf({ key, columns, rows, credentials: present });

describe('how many rows each assigned key finds', () => {
  const report = (key: AttributeId, present = credentials) => {
    const { table, assignment, attributes, group } = inputOf(key, present);
    return reportKeys(table, assignment, attributes, group);
  };
  test('in the order of the keys: exactly one credential counts, several or a spoilt id do not', () => {
    expect(report('recipient-email').slice(0, 3)).toEqual([
      { key: 'credential-id', alsoBy: null, matched: 3, several: 0, rows: 5, otherSpelling: null },
      { key: 'license-id', alsoBy: null, matched: 3, several: 0, rows: 5, otherSpelling: null },
      { key: 'recipient-email', alsoBy: null, matched: 1, several: 1, rows: 5, otherSpelling: null },
    ]);
  });
  test('none without credentials, and no key without a column', () => {
    expect(report('recipient-email', []).map(({ matched }) => matched)).toEqual([0, 0, 0]);
    const { table, attributes, group } = inputOf('recipient-email');
    expect(reportKeys(table, { columns: [], key: null }, attributes, group)).toEqual([]);
  });
});

/** [key, the credential of rows 2 to 6] */
test.each<[AttributeId, readonly (string | null)[]]>([
  ['credential-id', ['1', '2', null, null, '1']],
  ['license-id', ['1', '3', null, null, '1']],
  ['recipient-email', ['1', null, null, null, null]],
])('which credential each row has, by %s', (key, expected) => {
  const of = credentialsOfRows(inputOf(key));
  expect([2, 3, 4, 5, 6].map(of)).toEqual(expected);
  expect([1, 7].map(of)).toEqual([null, null]);
});

import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { Day } from '../../../lib/credential/day';
import { unmatchedKeys } from '../../../lib/review/view/review-keys';
import { credentialOf } from '../../fakes/credential';
import { findingLines, reviewOf } from '../../fakes/review';
import type { WrittenCell } from '../../fakes/table';

/* Keys that are no id: matched with the equality of the review, and never sent as a change. */

const CREDENTIALS = [
  credentialOf({
    id: '1',
    recipientEmail: 'ada@example.org',
    recipientName: 'Jose\u0301 Ruiz',
    credentialName: 'First Aid',
    issuedOn: '2026-01-15',
    custom: { 'CE Hours': 'M-1', 'Seen On': '15 January 2024' },
  }),
  credentialOf({
    id: '2',
    recipientEmail: 'ADA@example.org',
    recipientName: 'Ada King',
    credentialName: 'Forklift',
    issuedOn: '2026-02-15',
    custom: { 'CE Hours': '5', 'Seen On': '2024-02-15T00:00:00Z' },
  }),
  credentialOf({ id: '3', recipientEmail: 'bob@example.org', credentialName: 'First Aid', custom: {} }),
];

/** [key, its cells, the credential that the row is about, or what is wrong] */
test.each<[readonly AttributeId[], readonly WrittenCell[], string]>([
  [['custom:CE Hours'], [' M-1\u00A0'], '1'],
  [['custom:CE Hours'], ['m-1'], 'no-match'],
  [['custom:CE Hours'], [5], '2'],
  [['custom:CE Hours'], [null], 'key-missing'],
  [['custom:CE Hours'], ['  '], 'key-missing'],
  [['custom:CE Hours'], ['#REF!'], 'formula-error'],
  [['custom:CE Hours'], ['1.23E+15'], 'damaged-number'],
  [['recipient-name'], ['José Ruiz'], '1'],
  [['recipient-name'], ['Ada  King'], 'no-match'],
  [['issue-date'], ['15/01/2026'], '1'],
  [['issue-date'], [{ kind: 'day', day: '2026-02-15' as Day, text: '15 Feb', timeOfDay: false }], '2'],
  [['issue-date'], ['31/02/2026'], 'bad-date'],
  [['custom:Seen On'], ['15/01/2024'], '1'],
  [['custom:Seen On'], ['15/02/2024'], '2'],
  [['recipient-email', 'credential-name'], ['Ada@Example.org ', 'Forklift'], '2'],
  [['recipient-email', 'credential-name'], ['ada@example.org', 'forklift'], 'no-match'],
  [['recipient-email', 'credential-name'], ['ada@example.org', null], 'key-missing'],
  [['recipient-email', 'credential-name'], [null, 'Forklift'], 'key-missing'],
  [['recipient-email', 'issue-date'], ['ada@example.org', '15/02/2026'], '2'],
  [['recipient-email', 'issue-date'], ['ada@example.org', '15/13/2026'], 'bad-date'],
  [['recipient-email', 'issue-date'], ['bob@example.org', '15/01/2026'], 'no-match'],
  [['credential-name', 'custom:CE Hours'], ['First Aid', 'M-1'], '1'],
])('%j of %j is about %s', (key, cells, expected) => {
  const { described } = reviewOf({
    key: key[0]!,
    ...(key[1] !== undefined && { alsoBy: key[1] }),
    columns: [...key, 'grade'],
    rows: [[...cells, 'Distinction']],
    credentials: CREDENTIALS,
    dateFormat: 'day-month-year',
  });
  expect(described.map(({ credential, findings }) => credential ?? findings[0]?.code)).toEqual([expected]);
});

describe('a key of two columns', () => {
  const written = {
    key: 'recipient-email',
    alsoBy: 'credential-name',
    columns: ['recipient-email', 'credential-name', 'grade'],
    rows: [
      [' ADA@EXAMPLE.ORG', ' Forklift ', 'B'],
      ['ada@example.org', 'Welding', 'C'],
    ],
    credentials: CREDENTIALS,
  } as const;
  test('neither half is sent, however it is written', () => {
    const { described } = reviewOf(written);
    expect(described[0]?.change?.fields).toEqual([{ attribute: 'grade', before: null, after: 'B' }]);
    expect(described[0]?.cells.map(({ attribute }) => attribute)).toEqual(['grade']);
  });
  test('says both halves of a row that matches nothing, and asks for it in no other group', () => {
    const review = reviewOf(written);
    expect(findingLines(review.described)).toEqual(['3 no-match']);
    expect(review.described[1]?.findings[0]?.facts).toMatchObject({ text: 'ada@example.org · Welding' });
    expect(unmatchedKeys(review)).toEqual([]);
  });
  test('"a" and "bc" are not "ab" and "c"', () => {
    const credentials = [credentialOf({ id: '9', recipientName: 'ab', credentialName: 'c', custom: {} })];
    const { described } = reviewOf({
      key: 'recipient-name',
      alsoBy: 'credential-name',
      columns: ['recipient-name', 'credential-name', 'grade'],
      rows: [
        ['a', 'bc', 'A'],
        ['ab', 'c', 'A'],
      ],
      credentials,
    });
    expect(described.map(({ credential }) => credential)).toEqual([null, '9']);
  });
});

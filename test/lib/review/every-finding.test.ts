import { expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import { groupId } from '../../../lib/credential/ids';
import { FINDING_CODES } from '../../../lib/review/terms/finding-codes';
import type { FindingCode } from '../../../lib/review/terms/finding';
import { credentialOf } from '../../fakes/credential';
import { reviewOf, type WrittenReview } from '../../fakes/review';
import { dayCell, type WrittenCell } from '../../fakes/table';

/*
 * One sheet for each kind of finding: a rule that nothing calls is found here. What a rule says of
 * which values is in the table of its own test. The type asks for an entry with each new kind.
 */

const person = (n: number) =>
  credentialOf({
    id: String(n),
    recipientName: `${['Ada', 'Bob', 'Cem', 'Dua', 'Eva'][n % 5]!} ${'Abcdefghijklmnopqrstuvwxyz'[n % 26]!}stone`,
    recipientEmail: `person${n}@example.org`,
    grade: 'A',
    expiredOn: '2027-01-15',
    detail: { description: null, phone: null, evidence: [] },
  });
const PEOPLE = Array.from({ length: 40 }, (_, n) => person(n + 1));
const EXPIRED = credentialOf({ id: '1', expiredOn: '2020-01-01' });

/** A sheet by credential id with one more column; the first row is about credential 1. */
const column = (
  attribute: AttributeId,
  values: readonly WrittenCell[],
  more: Partial<WrittenReview> = {},
): WrittenReview => ({
  columns: ['credential-id', attribute],
  rows: values.map((value, index) => [String(index + 1), value]),
  credentials: PEOPLE,
  ...more,
});
const rows = (...written: WrittenReview['rows']): WrittenReview => ({
  columns: ['credential-id', 'grade'],
  rows: written,
  credentials: PEOPLE,
});
/** The values of all people, each of the first `count` with that of the person `by` further on. */
const shifted = (count: number, by: number, valueOf: (of: (typeof PEOPLE)[number]) => string | null) =>
  PEOPLE.map((_, index) => valueOf(PEOPLE[index < count ? (index + by) % count : index]!));

const SHEETS: Readonly<Record<FindingCode, WrittenReview>> = {
  'names-shifted': column(
    'recipient-name',
    shifted(30, 7, ({ recipientName }) => recipientName),
  ),
  'emails-shifted': column(
    'recipient-email',
    shifted(30, 7, ({ recipientEmail }) => recipientEmail),
  ),
  'people-swapped': column(
    'recipient-name',
    shifted(2, 1, ({ recipientName }) => recipientName),
  ),
  'days-from-1904': column('expiry-date', ['2023-01-14', '2023-01-14', '2023-01-14']),
  'names-copied': column('recipient-name', [
    ...PEOPLE.slice(20, 24).map(({ recipientName }) => recipientName),
    ...PEOPLE.slice(4).map(({ recipientName }) => recipientName),
  ]),
  'other-people': column(
    'recipient-name',
    PEOPLE.map((_, n) => `Newcomer ${'Abcdefghijklmnopqrstuvwxyz'[n % 26]!}ton`),
  ),
  repeated: rows(['1', 'B'], ['1', 'C']),
  'email-taken': column('recipient-email', ['person2@example.org']),
  'key-missing': rows([null, 'B']),
  'key-spelling': rows(['0001.0', 'B']),
  'new-address': {
    columns: ['recipient-email', 'recipient-name', 'grade'],
    rows: [['ada@new.org', 'Ada King', 'B']],
    credentials: [credentialOf({ id: '1', recipientName: 'Ada King', recipientEmail: 'ada@old.org' })],
  },
  'no-match': rows(['999', 'B']),
  'other-group': {
    ...rows(['999', 'B']),
    located: new Map([['999', { groupId: groupId('8'), groupName: 'Advanced' }]]),
  },
  'several-match': {
    columns: ['recipient-email', 'grade'],
    rows: [['person1@example.org', 'B']],
    credentials: [person(1), { ...person(2), recipientEmail: 'person1@example.org' }],
  },
  'key-disagrees': {
    columns: ['credential-id', 'license-id', 'grade'],
    rows: [['1', 'L-2', 'B']],
    credentials: [credentialOf({ id: '1', licenseId: 'L-1' }), credentialOf({ id: '2', licenseId: 'L-2' })],
  },
  'formula-error': column('grade', [{ kind: 'error', text: '#REF!' }]),
  'damaged-id': rows(['1.23E+15', 'B']),
  'damaged-number': column('grade', [
    { kind: 'number', text: '1.23E+15', value: 1.234567890123456e15, damaged: true },
  ]),
  'damaged-text': column('recipient-name', ['JosÃ© Núñez']),
  'hidden-sign': column('grade', ['100\u202E001']),
  'code-in-name': column('recipient-name', ['Ada O&#039;Brien']),
  'wide-row': { ...rows(['1', 'B']), wideRows: new Map([[2, 1]]) },
  'bad-date': column('expiry-date', ['31/02/2027', '28/02/2027']),
  'bad-email': column('recipient-email', ['ada@example']),
  'bad-link': {
    columns: ['credential-id', 'evidence-url-1', 'evidence-description-1'],
    rows: [['1', 'nowhere at all', 'Thesis']],
    credentials: PEOPLE,
  },
  'bad-phone': column('recipient-phone', ['12']),
  'bad-flag': column('published', ['no', 'perhaps']),
  'expiry-before-issue': column('expiry-date', ['2023-01-01'], { credentials: [credentialOf({ id: '1' })] }),
  'days-off-by-a-day': column('expiry-date', ['2027-01-14', '2027-01-14', '2027-01-14']),
  'days-exchanged': column('expiry-date', ['2028-05-03', '2028-05-03', '2028-05-03'], {
    credentials: ['1', '2', '3'].map((id) => credentialOf({ id, expiredOn: '2028-03-05' })),
  }),
  'future-issue': column('issue-date', ['2207-01-31']),
  'unlikely-date': column('expiry-date', ['3027-01-31']),
  'email-change': column('recipient-email', ['ada@example.net']),
  'name-change': column('recipient-name', ['Somebody Else']),
  unpublished: column('published', ['no']),
  'value-cleared': column('grade', [null], { blank: 'clear' }),
  placeholder: column('grade', ['N/A']),
  'odd-name': column('recipient-name', ['Ada\nKing']),
  'code-in-text': column('grade', ['Pass &amp; merit']),
  'converted-value': column('grade', [dayCell('2027-10-09', '9-Oct')]),
  'invisible-sign': column('grade', ['Mer\u200Dit']),
  'formatting-lost': column('description', ['Other words'], {
    credentials: [
      credentialOf({ id: '1', detail: { description: '<p><b>Words</b></p>', phone: null, evidence: [] } }),
    ],
  }),
  renewal: column('expiry-date', ['2027-05-01'], { credentials: [EXPIRED] }),
  'expiry-outside-year': column('expiry-date', ['2031-05-01']),
  'expiry-past': column('expiry-date', ['2026-01-01']),
  published: column('published', ['yes'], { credentials: [credentialOf({ id: '1', published: false })] }),
  'evidence-added': {
    columns: ['credential-id', 'evidence-url-1', 'evidence-description-1'],
    rows: [['1', 'https://example.org/thesis', 'Thesis']],
    credentials: PEOPLE,
  },
  'changed-since-download': {
    ...column('grade', ['B']),
    exported: [{ ...person(1), grade: 'C' }],
  },
  'many-changes': column(
    'grade',
    Array.from({ length: 30 }, () => 'B'),
  ),
};

test.each(FINDING_CODES)('%s is found in a review', (code) => {
  const found = reviewOf(SHEETS[code]).described.flatMap(({ findings }) => findings);
  expect(found.map((finding) => finding.code)).toContain(code);
});

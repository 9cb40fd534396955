import { describe, expect, test } from 'vitest';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { guessAssignment } from '../../../../lib/assign/guess/guess';
import { knownValuesIn } from '../../../../lib/assign/guess/known-values';
import { attributesOf } from '../../../../lib/credential/attributes';
import { credentialOf } from '../../../fakes/credential';
import { tableOf, type WrittenCell } from '../../../fakes/table';

const ATTRIBUTES = attributesOf([]);

/** Eight people of a group, with a recipient id, a license id and an e-mail each. */
const NAMES = [
  'Ada Byrne',
  'Bo Chen',
  'Cleo Diaz',
  'Dov Eriksen',
  'Elif Faye',
  'Finn Gray',
  'Gil Holt',
  'Hana Ito',
];
const CREDENTIALS = NAMES.map((recipientName, n) =>
  credentialOf({
    id: String(71001 + n),
    recipientName,
    recipientEmail: `p${n}@example.org`,
    recipientId: `E-100${n}`,
    licenseId: `LIC-0${n}`,
  }),
);
const ALL = NAMES.map((_, n) => n);
const recipientIds = ALL.map((n) => `E-100${n}`);
const credentialIds = ALL.map((n) => String(71001 + n));
const emails = ALL.map((n) => `p${n}@example.org`);
/** Everybody's id beside the next one's row. */
const next = <T>(values: readonly T[]) => ALL.map((n) => values[(n + 1) % values.length]!);
const outsiders = [
  'Ida Juhl',
  'Jon Kerr',
  'Kai Lund',
  'Lea Moss',
  'Mia Nash',
  'Ned Orr',
  'Ole Park',
  'Pia Quist',
];

/**
 * The target of the column that is asked about, or what it is offered as: "could be recipient-id".
 */
function guessOf(asked: string, columns: Readonly<Record<string, readonly WrittenCell[]>>): string {
  const headers = Object.keys(columns);
  const table = tableOf(
    headers,
    ALL.map((n) => headers.map((header) => columns[header]?.[n] ?? null)),
  );
  const guesses = guessAssignment(describeColumns(table), ATTRIBUTES, knownValuesIn(table, CREDENTIALS));
  const guess = guesses[headers.indexOf(asked)]!;
  if (guess.target.kind === 'attribute') return guess.target.id;
  return guess.possible === null ? guess.target.kind : `could be ${guess.possible}`;
}

describe('ids of somebody else', () => {
  test.each<[string, string, Record<string, readonly WrittenCell[]>, string]>([
    [
      'a manager, one each',
      'Manager ID',
      { Staff: outsiders, 'Manager ID': recipientIds, Grade: ALL.map(() => 'A') },
      'undecided',
    ],
    ['the buddy', 'Buddy', { Name: NAMES, Buddy: next(recipientIds) }, 'undecided'],
    ["a supervisor's e-mail", 'Supervisor E-Mail', { 'Supervisor E-Mail': emails }, 'undecided'],
    [
      'another credential',
      'Replaces credential',
      { 'Replaces credential': credentialIds, Grade: ALL.map(() => 'A') },
      'could be credential-id',
    ],
    [
      'one id in several rows',
      'Nr.',
      { Mitarbeiter: outsiders, 'Nr.': ALL.map((n) => recipientIds[n >> 1]!) },
      'could be recipient-id',
    ],
    [
      'a word that nobody knows, beside the names of others',
      'Esimiehen tunnus',
      { 'Full Name': NAMES, 'Esimiehen tunnus': next(recipientIds) },
      'could be recipient-id',
    ],
    [
      'beside a column of names without a telling header',
      'Tunnus',
      { Henkilö: NAMES, Tunnus: next(recipientIds) },
      'could be recipient-id',
    ],
    [
      'beside the e-mails of others',
      'Tunnus',
      { Osoite: emails, Tunnus: next(recipientIds) },
      'could be recipient-id',
    ],
    [
      'beside people who are not in the group',
      'Staff No.',
      { Name: outsiders, 'Staff No.': recipientIds },
      'could be recipient-id',
    ],
    [
      'with a header that may mean it, beside the names of others',
      'Employee ID',
      { Name: next(NAMES), 'Employee ID': recipientIds },
      'could be recipient-id',
    ],
    [
      'beside an e-mail by its header',
      'Ref.',
      { Email: emails.map((email) => `new.${email}`), 'Ref.': recipientIds },
      'could be recipient-id',
    ],
    [
      'beside a license id by its header',
      'Column1',
      { 'License ID': ALL.map((n) => `LIC-0${n}`), Column1: next(credentialIds) },
      'could be credential-id',
    ],
  ])('%s', (_, asked, columns, expected) => {
    expect(guessOf(asked, columns)).toBe(expected);
  });
});

describe('ids under a word that nobody knows', () => {
  const headers = [
    'ID kierownika',
    'N+1',
    'Yönetici no',
    'Nomor atasan',
    'Руководитель',
    '主管',
    '관리자',
    'Host ID',
  ];
  test.each(headers)('%s: offered where nothing beside them says whose they are', (header) => {
    const Grade = ALL.map(() => 'A');
    expect(guessOf(header, { [header]: recipientIds, Grade })).toBe('could be recipient-id');
  });
  test.each(headers)('%s: taken beside the names of the very people', (header) => {
    expect(guessOf(header, { Name: NAMES, [header]: recipientIds })).toBe('recipient-id');
  });
  test('taken beside their own e-mails, of which a third is new', () => {
    const some = emails.map((email, n) => (n % 3 === 0 ? `new.${email}` : email));
    expect(guessOf('Tunnus', { Osoite: some, Tunnus: recipientIds })).toBe('recipient-id');
  });
});

describe('honest ids of the rows', () => {
  const Grade = ALL.map(() => 'A');
  test.each<[string, string, Record<string, readonly WrittenCell[]>, string]>([
    ['without a telling header', 'Nr.', { 'Nr.': recipientIds, Grade }, 'recipient-id'],
    ['beside their own names', 'Nr.', { Name: NAMES, 'Nr.': recipientIds }, 'recipient-id'],
    [
      'beside names with the surname first, in capitals',
      'Nr.',
      {
        Name: NAMES.map((name) => name.toUpperCase().split(' ').toReversed().join(', ')),
        'Nr.': recipientIds,
      },
      'recipient-id',
    ],
    [
      'beside first and last names, of which some married',
      'Nr.',
      {
        'First Name': NAMES.map((name) => name.split(' ')[0]!),
        'Last Name': NAMES.map((name, n) => (n < 3 ? 'Novak' : name.split(' ')[1]!)),
        'Nr.': recipientIds,
      },
      'recipient-id',
    ],
    [
      'beside names in another alphabet',
      'Nr.',
      { Name: ALL.map((n) => ['Ада Бирн', 'Бо Чен'][n % 2]!), 'Nr.': recipientIds },
      'recipient-id',
    ],
    [
      'beside the managers, who are in the group too',
      'Nr.',
      { Name: NAMES, 'Nr.': recipientIds, Manager: next(NAMES), 'Manager Email': next(emails) },
      'recipient-id',
    ],
    [
      'beside new e-mails without a header for them',
      'Nr.',
      { 'Nr.': recipientIds, Adr: emails.map((email) => `new.${email}`) },
      'recipient-id',
    ],
    [
      'of whom one name was pasted wrong',
      'Nr.',
      { Name: NAMES.with(2, 'Bo Chen'), 'Nr.': recipientIds },
      'recipient-id',
    ],
    [
      'with a header that may mean it',
      'Employee ID',
      { Name: NAMES, 'Employee ID': recipientIds },
      'recipient-id',
    ],
    [
      'with a sure header in several rows',
      'Recipient ID',
      { 'Recipient ID': ALL.map((n) => recipientIds[n >> 1]!) },
      'recipient-id',
    ],
    ['e-mails', 'Column B', { 'Column B': emails, Grade }, 'recipient-email'],
    [
      'beside an e-mail by its header, of the same people',
      'Cert No',
      { Email: emails.with(2, 'new@example.net'), 'Cert No': credentialIds },
      'credential-id',
    ],
    ['blank in some rows', 'Nr.', { 'Nr.': recipientIds.with(3, ''), Grade }, 'recipient-id'],
    ['beside the course', 'Nr.', { Course: ALL.map(() => 'Welding'), 'Nr.': recipientIds }, 'recipient-id'],
  ])('%s', (_, asked, columns, expected) => {
    expect(guessOf(asked, columns)).toBe(expected);
  });
});

test('the address of a manager is not offered as the present one', () => {
  const columns = { 'Manager Email': emails, Email: emails.map((email) => `new.${email}`) };
  expect(guessOf('Manager Email', columns)).toBe('undecided');
});

describe('ids of people whom the header calls otherwise', () => {
  test.each<[string, Readonly<Record<string, readonly WrittenCell[]>>, string]>([
    ['Teacher ID', { 'Teacher ID': recipientIds, Teacher: NAMES }, 'could be recipient-id'],
    ['Teacher ID', { 'Teacher ID': recipientIds, 'Full name': NAMES }, 'could be recipient-id'],
    ['Review ID', { 'Review ID': recipientIds, Grade: ALL.map(() => 'A') }, 'could be recipient-id'],
    [
      'Número por alumno',
      { 'Número por alumno': recipientIds, Nota: ALL.map(() => '7') },
      'could be recipient-id',
    ],
    ['Teacher ID', { 'Teacher ID': recipientIds, Name: next(NAMES) }, 'undecided'],
    ['Teacher ID', { 'Teacher ID': recipientIds, Teacher: NAMES, Name: outsiders }, 'undecided'],
  ])('%s', (asked, columns, expected) => {
    expect(guessOf(asked, columns)).toBe(expected);
  });
});

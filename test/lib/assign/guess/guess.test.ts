import { describe, expect, test } from 'vitest';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { guessAssignment } from '../../../../lib/assign/guess/guess';
import { knownValuesIn } from '../../../../lib/assign/guess/known-values';
import { attributesOf } from '../../../../lib/credential/attributes';
import { credentialOf } from '../../../fakes/credential';
import { tableOf, type WrittenCell } from '../../../fakes/table';
import { CUSTOM_ATTRIBUTES, LABELLED_SHEETS, type LabelledSheet } from '../../../fixtures/headers';
import { PROGRAM_SHEETS } from '../../../fixtures/headers-of-programs';

const ATTRIBUTES = attributesOf(CUSTOM_ATTRIBUTES);
const SHEETS = [...LABELLED_SHEETS, ...PROGRAM_SHEETS];

function tableOfSheet(sheet: LabelledSheet) {
  const length = Math.max(...sheet.columns.map(([, , ...cells]) => cells.length));
  const rows = Array.from({ length }, (_, row) =>
    sheet.columns.map(([, , ...cells]): WrittenCell => cells[row] ?? null),
  );
  return tableOf(
    sheet.columns.map(([header]) => header),
    rows,
  );
}

function guessed(sheet: LabelledSheet) {
  const guesses = guessAssignment(describeColumns(tableOfSheet(sheet)), ATTRIBUTES);
  return sheet.columns.map(([header, expected], index) => {
    const target = guesses[index]!.target;
    return { header, expected, got: target.kind === 'attribute' ? target.id : null };
  });
}

describe('guessing on labelled sheets', () => {
  test('has sixty sheets', () => expect(SHEETS.length).toBeGreaterThanOrEqual(60));

  // Stricter than the goal (no wrong key, 1 % wrong attributes): none wrong on these sheets.
  test.each(SHEETS)('$name: no guess is wrong', (sheet) => {
    const wrong = guessed(sheet).filter(({ expected, got }) => got !== null && got !== expected);
    expect(wrong).toEqual([]);
  });

  test('decides at least 85 % of the columns with an attribute', () => {
    const meant = SHEETS.flatMap(guessed).filter(({ expected }) => expected !== null);
    const undecided = meant.filter(({ got }) => got === null).map(({ header }) => header);
    expect(undecided.length / meant.length, `undecided: ${undecided.join(', ')}`).toBeLessThanOrEqual(0.15);
  });
});

describe('ids of the group decide where the header does not', () => {
  const credentials = [71001, 71002, 71003, 71004].map((id, n) =>
    credentialOf({ id: String(id), recipientEmail: `p${n}@example.org`, recipientId: `R-${n}` }),
  );
  const ids = ['71001', '71002', '71003', '71004'];
  const recipients = ['R-0', 'R-1', 'R-2', 'R-3'];
  test.each<[string, string, WrittenCell[], string | null, string | null]>([
    ['no telling header', 'Column A', ids, 'credential-id', null],
    ['a header that may be an id', 'Certificate ID', ids, 'credential-id', null],
    ['a member number', 'Member ID', recipients, 'recipient-id', null],
    ['short ids need a header', 'Column A', recipients, null, null],
    ['Recipient ID over credential ids', 'Recipient ID', ids, null, 'credential-id'],
    ['one hit in four is chance', 'Certificate ID', ['71001', '5', '6', '7'], null, 'credential-id'],
    [
      'an address of the group',
      'Column A',
      ['P0@example.org', 'p1@example.org', 'p2@example.org'],
      'recipient-email',
      null,
    ],
  ])('%s', (_, header, cells, expected, possible) => {
    const table = tableOf(
      [header],
      cells.map((cell) => [cell]),
    );
    const [guess] = guessAssignment(describeColumns(table), ATTRIBUTES, knownValuesIn(table, credentials));
    expect(guess!.target).toEqual(
      expected === null ? { kind: 'undecided' } : { kind: 'attribute', id: expected },
    );
    expect(guess!.possible).toBe(possible);
  });
});

describe('names of the group decide where "Name" is ambiguous', () => {
  const names = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Edsger Dijkstra'];
  const credentials = names.map((recipientName, n) =>
    credentialOf({ id: String(71001 + n), recipientName, credentialName: 'Welding' }),
  );
  test.each<[string, WrittenCell[], string | null]>([
    ['all are names of the group', names, 'recipient-name'],
    [
      'some are corrected, one is in capitals',
      ['ADA LOVELACE ', 'Grace Hopper', 'A. Turing', 'E. Dijkstra'],
      'recipient-name',
    ],
    ['one hit in four is chance', ['Ada Lovelace', 'Welding', 'Riveting', 'Soldering'], null],
    ['the title of the course', ['Welding', 'Welding', 'Welding', 'Welding'], null],
    ['two people are too few', ['Ada Lovelace', 'Grace Hopper'], null],
  ])('%s', (_, cells, expected) => {
    const table = tableOf(
      ['Credential ID', 'Name'],
      cells.map((cell, n) => [String(71001 + n), cell]),
    );
    const guesses = guessAssignment(describeColumns(table), ATTRIBUTES, knownValuesIn(table, credentials));
    expect(guesses[1]!.target).toEqual(
      expected === null ? { kind: 'undecided' } : { kind: 'attribute', id: expected },
    );
    expect(guesses[1]!.possible).toBe(expected === null ? 'recipient-name' : null);
  });
});

test.each<[string, WrittenCell[], boolean]>([
  ['of every row', ['Four weeks of welding', 'Two weeks of riveting'], true],
  ['of half of the rows', ['Four weeks of welding', null], true],
  ['in few rows: notes of a CRM, which everybody would see', [null, 'Called twice', null, null], false],
])('"Description" %s', (_, cells, isCertain) => {
  const table = tableOf(
    ['Credential ID', 'Description'],
    cells.map((cell, n) => [String(71001 + n), cell]),
  );
  const guess = guessAssignment(describeColumns(table), ATTRIBUTES)[1];
  expect(guess).toMatchObject(
    isCertain
      ? { target: { kind: 'attribute', id: 'description' } }
      : { target: { kind: 'undecided' }, possible: 'description' },
  );
});

describe('our own result as input', () => {
  const own = ['Credential ID', 'Grade'];
  const added = ['Update status', 'Update message', 'Credential ID (updated)', 'Credential link'];
  test.each<[string, string[], string[]]>([
    ['what results have added is skipped', [...own, ...added], added],
    [
      'so it is where the sheet was not there any more',
      [...own, ...added.toSpliced(2, 1)],
      added.toSpliced(2, 1),
    ],
    ["a column of that name in a sheet of the admin's is his own", [...own, 'Update status'], []],
  ])('%s', (_, headers, skipped) => {
    const cells = headers.map((header) => (header.startsWith('Credential ID') ? '71001' : 'x'));
    const guesses = guessAssignment(describeColumns(tableOf(headers, [cells])), ATTRIBUTES);
    expect(headers.filter((__, at) => guesses[at]!.target.kind === 'skip')).toEqual(skipped);
  });
});

describe('a custom attribute named like a built-in one', () => {
  const own = ['Name', 'Email', 'Grade', 'Phone', 'Final Grade'];
  const attributes = attributesOf(own.map((name) => ({ name, kind: 'text' })));
  test.each<[string, readonly WrittenCell[], string | null, string | null]>([
    ['Grade', ['A', 'B', 'C'], null, 'grade'],
    ['Email', ['ana@example.org', 'bo@example.org', 'cy@example.org'], null, 'recipient-email'],
    ['E-Mail', ['ana@example.org', 'bo@example.org', 'cy@example.org'], null, 'recipient-email'],
    ['Email', ['yes', 'no', 'bounced'], 'custom:Email', null],
    ['Name', ['Ana Ruiz', 'Bo Chen', 'Cy Young'], null, 'recipient-name'],
    ['Name', ['10', '20', '30'], 'custom:Name', null],
    ['Final Grade', ['A', 'B', 'C'], 'custom:Final Grade', null],
  ])('%s with %j', (header, cells, expected, possible) => {
    const table = tableOf(
      ['Credential ID', header],
      cells.map((cell, at) => [String(71001 + at), cell]),
    );
    const guess = guessAssignment(describeColumns(table), attributes)[1]!;
    expect(guess.target).toEqual(
      expected === null ? { kind: 'undecided' } : { kind: 'attribute', id: expected },
    );
    expect(guess.possible).toBe(possible);
  });

  test('is the custom one beside a column with the built-in label', () => {
    const people = ['ana@example.org', 'bo@example.org', 'cy@example.org'].map((email) => [
      email,
      `x${email}`,
    ]);
    const guesses = guessAssignment(
      describeColumns(tableOf(['Recipient Email', 'Email'], people)),
      attributes,
    );
    expect(guesses.map(({ target }) => target)).toEqual(
      ['recipient-email', 'custom:Email'].map((id) => ({ kind: 'attribute', id })),
    );
  });
});

describe('a list of old and new e-mails', () => {
  const credentials = ['a', 'b', 'c', 'd'].map((name, at) =>
    credentialOf({ id: String(at), recipientEmail: `${name}@old.org` }),
  );
  const old = credentials.map(({ recipientEmail }) => recipientEmail);
  const wanted = ['a@new.org', 'b@new.org', 'c@new.org', 'd@new.org'];

  test.each<[string, string, string | null, string | null]>([
    ['Old Email', 'New Email', 'present-email', 'recipient-email'],
    ['E-mail (old)', 'E-mail (new)', 'present-email', 'recipient-email'],
    ['Alte E-Mail', 'Neue E-Mail', 'present-email', 'recipient-email'],
    ['Previous email', 'Email', 'present-email', 'recipient-email'],
    // Neither header says which e-mail is the current one.
    ['Current Email', 'New Email', 'present-email', 'recipient-email'],
    ['Email', 'New Email', null, null],
    ['Current Email', 'Email Address', 'present-email', 'recipient-email'],
  ])('%s and %s', (first, second, forFirst, forSecond) => {
    const table = tableOf(
      [first, second],
      old.map((email, at) => [email, wanted[at]!]),
    );
    const guesses = guessAssignment(describeColumns(table), ATTRIBUTES, knownValuesIn(table, credentials));
    expect(guesses.map(({ target }) => (target.kind === 'attribute' ? target.id : null))).toEqual([
      forFirst,
      forSecond,
    ]);
  });

  test('is distinguished by the e-mails of the group where no header does', () => {
    const table = tableOf(
      ['Email', 'New Email'],
      old.map((email, at) => [email, wanted[at]!]),
    );
    const guesses = guessAssignment(describeColumns(table), ATTRIBUTES, knownValuesIn(table, credentials));
    expect(guesses.map(({ possible }) => possible)).toEqual(['present-email', 'recipient-email']);
  });

  test('leaves "Current Email" undecided when the group has none of its e-mails', () => {
    const table = tableOf(
      ['Current Email'],
      wanted.map((email) => [email]),
    );
    const [guess] = guessAssignment(describeColumns(table), ATTRIBUTES, knownValuesIn(table, credentials));
    expect(guess).toMatchObject({ target: { kind: 'undecided' }, possible: 'present-email' });
  });
});

import { describe, expect, test } from 'vitest';
import { FIRST_JOINED, type Join } from '../../../../lib/assign/edit/join';
import { joinColumns } from '../../../../lib/assign/edit/joined-columns';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { guessAssignment } from '../../../../lib/assign/guess/guess';
import { knownValuesIn } from '../../../../lib/assign/guess/known-values';
import { nameJoin } from '../../../../lib/assign/guess/name-join';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Table } from '../../../../lib/sheet/table/table';
import { tableOf } from '../../../fakes/table';
import { EXPORT_GROUP } from '../../../fixtures/export-cells';
import { OFFICE_EXPORTS } from '../../../fixtures/exports-of-offices';
import { PROGRAM_EXPORTS, type Decision, type ProgramExport } from '../../../fixtures/exports-of-programs';

const ATTRIBUTES = attributesOf([]);
const EXPORTS = [...PROGRAM_EXPORTS, ...OFFICE_EXPORTS];

function tableOfExport({ columns }: ProgramExport): Table {
  return tableOf(
    columns.map(([header]) => header),
    EXPORT_GROUP.map((_, row) => columns.map(([, , cells]) => cells[row] ?? null)),
  );
}

/** Guesses as the panel has them done: names are joined, and then it guesses again. */
function guessedIn(table: Table, isWhole = true) {
  const known = knownValuesIn(table, EXPORT_GROUP, isWhole);
  const facts = describeColumns(table);
  const guesses = guessAssignment(facts, ATTRIBUTES, known);
  const found = nameJoin(facts, guesses, known);
  if (found === null) return { guesses, joins: [] };
  const joins: readonly Join[] = [{ column: FIRST_JOINED, ...found }];
  const joined = joinColumns(table, joins);
  const values = knownValuesIn(joined, EXPORT_GROUP, isWhole);
  return { guesses: guessAssignment(describeColumns(joined), ATTRIBUTES, values, joins), joins };
}

function decisionsOn(table: Table, isWhole = true): readonly Decision[] {
  const { guesses, joins } = guessedIn(table, isWhole);
  return table.columns.map(({ index }): Decision => {
    if (joins.some(({ first, second }) => [first, second].includes(index))) return 'half';
    const { target, possible } = guesses.find(({ column }) => column === index)!;
    if (target.kind === 'attribute') return target.id;
    if (target.kind === 'skip') return 'skip';
    return possible === null ? 'ask' : `ask ${possible}`;
  });
}

test.each(EXPORTS)('$name', (sheet) => {
  const decided = decisionsOn(tableOfExport(sheet)).map((decision, at) =>
    sheet.columns[at]![1] === 'ask' && decision.startsWith('ask') ? 'ask' : decision,
  );
  const shown = (decisions: readonly Decision[]) =>
    sheet.columns.map(([header], at) => `${header}: ${decisions[at]!}`);
  expect(shown(decided)).toEqual(shown(sheet.columns.map(([, decision]) => decision)));
});

test('at most one column in ten of the exports is left to decide', () => {
  const real = EXPORTS.filter(({ name }) => !name.includes('headers that') && !name.includes('look-alikes'));
  const decided = real.flatMap((sheet) => decisionsOn(tableOfExport(sheet)));
  const asked = decided.filter((decision) => decision.startsWith('ask'));
  expect(asked.length / decided.length).toBeLessThanOrEqual(0.1);
});

describe('first and last name', () => {
  test('are in the order of the group', () => {
    const italian = EXPORTS.find(({ name }) => name === 'Italian office')!;
    expect(guessedIn(tableOfExport(italian)).joins).toEqual([{ column: FIRST_JOINED, first: 1, second: 0 }]);
  });

  const [given, family] = [EXPORTS[0]!.columns[1]![2], EXPORTS[0]!.columns[2]![2]];
  const emails = EXPORTS[0]!.columns[3]![2];
  test.each<[string, readonly string[], readonly (readonly unknown[])[]]>([
    ['strangers', ['First Name', 'Last Name'], [given, family.toReversed()]],
    ['middle names beside them', ['First Name', 'Middle Name', 'Last Name'], [given, given, family]],
    ['two given names', ['First Name', 'Nickname first name', 'Last Name'], [given, given, family]],
    [
      'a whole name beside them',
      ['First Name', 'Last Name', 'Full Name'],
      [given, family, EXPORT_GROUP.map(({ recipientName }) => recipientName)],
    ],
    ['blank surnames', ['First Name', 'Last Name'], [given, given.map(() => null)]],
    ['names of owners who are in the group', ['Owner First Name', 'Owner Last Name'], [given, family]],
  ])('stay apart: %s', (_, headers, columns) => {
    const table = tableOf(
      [...headers, 'Email', 'Grade'],
      EXPORT_GROUP.map((__, row) => [
        ...columns.map((cells) => cells[row] as string | null),
        emails[row]!,
        'A',
      ]),
    );
    expect(guessedIn(table).joins).toEqual([]);
  });
});

describe('nothing is skipped without a word', () => {
  const sheet = EXPORTS[0]!;
  test('before the whole group is known', () => {
    expect(decisionsOn(tableOfExport(sheet), false)).not.toContain('skip');
  });

  test.each<[string, readonly string[]]>([
    ['where nothing finds the credentials', ['Account Name', 'Certification Grade', 'Town']],
    ['where nothing else could be written', ['Email', 'Account Name', 'Town']],
  ])('%s', (_, headers) => {
    const cells = headers.map((header) => sheet.columns.find(([of]) => of === header)?.[2]);
    const table = tableOf(
      headers,
      EXPORT_GROUP.map((__, row) => cells.map((of) => of?.[row] ?? 'Leeds')),
    );
    expect(decisionsOn(table)).not.toContain('skip');
  });

  test.each<[string, string, string[]]>([
    ['ids without their zeros', 'Ref', ['W4400', 'w-4401', 'W 4402', 'W-4403']],
    ['dates', 'Päivä', ['2028-01-14', '2028-02-15', '2028-03-16', '2028-04-17']],
    ['e-mails', 'Osoite', ['a@b.example', 'c@d.example', 'e@f.example', 'g@h.example']],
    ['names of the group', 'Kuka', ['Viktoria Svensson', 'LAINE, Denise', 'Neal Smitham', 'somebody']],
    ['grades of the group', 'Tulos', ['Merit', 'Pass', 'Distinction', 'Fail']],
  ])('for which its values speak: %s', (_, header, cells) => {
    const table = tableOf(
      ['Email', 'Grade', header],
      cells.map((cell, row) => [EXPORT_GROUP[row]!.recipientEmail, 'A', cell]),
    );
    expect(decisionsOn(table)[2]).toMatch(/^ask/);
  });
});

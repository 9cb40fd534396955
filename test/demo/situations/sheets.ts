import { addDays } from '../../platform/rules/days';
import { dayCell, distinctMembers, membersOf, yearsLater } from './members';
import type { Beginning } from './situation';
import { textFile, workbook } from './write-sheet';

/*
 * The sheets of the situations, each made from the group as it begins: names and addresses are the
 * invented ones of the stand-in.
 */

const GRADES = ['Distinction', 'Merit', 'Pass'];
const gradeOf = (n: number): string => GRADES[n % GRADES.length] ?? '';

/**
 * Contacts as a CRM program exports them: two columns of names, American dates, its own columns.
 */
export function crmExport(beginning: Beginning): Uint8Array {
  const headers = [
    ...['Contact ID', 'First Name', 'Last Name', 'Email', 'Account Name', 'Certification Grade'],
    ...['Certification Expiration Date', 'Contact Owner', 'Last Modified Date'],
  ];
  const people = distinctMembers(beginning).filter(({ recipient }) => /^\S+ \S+$/.test(recipient.name));
  const rows = people.slice(0, 60).map(({ recipient }, n) => {
    const [given = '', family = ''] = recipient.name.split(' ');
    const until = yearsLater(beginning.today, 2).slice(0, 4);
    return [
      ...[`0035g0000${1000 + n}QAB`, given, n % 20 === 3 ? `${family}-Quartermaine` : family],
      ...[
        recipient.email,
        'Northfield Partners',
        gradeOf(n),
        n % 3 === 0 ? `11/${(n % 27) + 1}/${until}` : '',
      ],
      ...['P. Okafor', '3/14/2026'],
    ];
  });
  return textFile([headers, ...rows]);
}

/** New expiry dates for everybody whose credential ends within a year. */
export function renewals(beginning: Beginning): Uint8Array {
  const soon = addDays(beginning.today, 365);
  const rows = membersOf(beginning).flatMap(({ id, recipient, expired_on: day }) =>
    day === null || day > soon
      ? []
      : [
          {
            'Credential ID': id,
            Name: recipient.name,
            'Present expiry': dayCell(day),
            'Expiry date': dayCell(yearsLater(day < beginning.today ? beginning.today : day, 2)),
          },
        ],
  );
  return workbook('Renewals', rows);
}

/**
 * Forty names moved down by one beside their ids, as in a column into which a cell was inserted.
 */
export function shiftedNames(beginning: Beginning): Uint8Array {
  const people = distinctMembers(beginning).slice(0, 60);
  const rows = people.map(({ id, recipient }, n) => {
    const isMoved = n >= 10 && n < 50;
    const from = isMoved ? people[n === 10 ? 49 : n - 1] : undefined;
    return { 'Credential ID': id, 'Recipient Name': (from?.recipient ?? recipient).name, Grade: gradeOf(n) };
  });
  return workbook('Spring', rows);
}

/** A new grade for each of the first forty. */
export function newGrades(beginning: Beginning): Uint8Array {
  const rows = membersOf(beginning)
    .slice(0, 40)
    .map(({ id, recipient, grade }) => ({
      'Credential ID': id,
      Name: recipient.name,
      Grade: grade === 'Merit' ? 'Distinction' : 'Merit',
    }));
  return workbook('Grades', rows);
}

/** The whole group as it is, but for a new grade in every 800th row. */
export function wholeGroup(beginning: Beginning): Uint8Array {
  const rows = membersOf(beginning).map(({ id, recipient, grade, issued_on: issued }, n) => [
    ...[String(id), recipient.name, recipient.email],
    ...[n % 800 === 7 ? 'With distinction' : (grade ?? ''), issued],
  ]);
  const headers = ['Credential ID', 'Recipient Name', 'Recipient Email', 'Grade', 'Issue Date'];
  return textFile([headers, ...rows]);
}

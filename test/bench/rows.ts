import { fakerDE, fakerEN, fakerES, fakerFR } from '@faker-js/faker';
import { seededRandom } from '../platform/seeded-random';

/** Content of a cell of the benchmark's sheets, as a workbook stores it. */
export type BenchCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly serial: number }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean };

export const HEADERS = [
  'Credential ID',
  'Recipient Name',
  'Recipient Email',
  'Recipient ID',
  'Issue Date',
  'Expiry Date',
  'Grade',
  'Credential Name',
  'Description',
  'Credential URL',
  'Published',
  'License ID',
] as const;

const COURSES = [
  'Forklift Operation, Level 2',
  'Welding (MIG/MAG), Advanced',
  'Basic Life Support',
  'Project Management Fundamentals',
  'Data Protection Officer',
  'Prüfung Höhenarbeit',
];
const DESCRIPTIONS = [
  'All modules and the final exam.',
  'After 40 hours of practice; renewal is due.',
  'Confirmed by the regional board.',
];
const NAMES = 997;

/** Rows of a seed, each made on demand: a million of them are never held at once. */
export function benchRows(seed: number): (row: number) => readonly BenchCell[] {
  const locales = [fakerEN, fakerDE, fakerFR, fakerES];
  const names = Array.from({ length: NAMES }, (_, index) => {
    const faker = locales[index % locales.length] ?? fakerEN;
    faker.seed(seed + index);
    return { first: faker.person.firstName(), last: faker.person.lastName() };
  });
  const random = seededRandom(seed, 'bench');
  const salts = Array.from({ length: 64 }, () => random());
  return (row) => {
    const salt = salts[row % salts.length] ?? 0;
    const { first } = names[(row * 7) % NAMES] ?? { first: 'Ann' };
    const { last } = names[(row * 31 + Math.floor(row / NAMES)) % NAMES] ?? { last: 'Lee' };
    const mail = `${first}.${last}.${row}`
      .normalize('NFD')
      .replace(/[^\w.]/g, '')
      .toLowerCase();
    const issued = 45_000 + ((row * 13) % 900);
    return [
      { kind: 'number', value: 10_000_000 + row * 3 },
      { kind: 'text', text: `${first} ${last}` },
      { kind: 'text', text: `${mail}@example.org` },
      { kind: 'text', text: `0${String(40_000_000 + row * 7)}` },
      { kind: 'day', serial: issued },
      { kind: 'day', serial: issued + 730 },
      { kind: 'percent', value: Math.round((0.5 + ((row * 17 + salt * 100) % 50) / 100) * 1000) / 1000 },
      { kind: 'text', text: COURSES[row % COURSES.length] ?? '' },
      { kind: 'text', text: DESCRIPTIONS[row % DESCRIPTIONS.length] ?? '' },
      { kind: 'text', text: `https://cred.example/${Math.floor(salt * 2 ** 32 + row).toString(16)}` },
      { kind: 'flag', value: row % 5 !== 0 },
      { kind: 'text', text: `LIC-${String(row).padStart(8, '0')}-${Math.floor(salt * 900) + 100}` },
    ];
  };
}

import type { Faker } from '@faker-js/faker';
import { faker as ar } from '@faker-js/faker/locale/ar';
import { faker as cs } from '@faker-js/faker/locale/cs_CZ';
import { faker as de } from '@faker-js/faker/locale/de';
import { faker as el } from '@faker-js/faker/locale/el';
import { faker as en } from '@faker-js/faker/locale/en_GB';
import { faker as fa } from '@faker-js/faker/locale/fa';
import { faker as fr } from '@faker-js/faker/locale/fr';
import { faker as he } from '@faker-js/faker/locale/he';
import { faker as hu } from '@faker-js/faker/locale/hu';
import { faker as hy } from '@faker-js/faker/locale/hy';
import { faker as ja } from '@faker-js/faker/locale/ja';
import { faker as ka } from '@faker-js/faker/locale/ka_GE';
import { faker as ko } from '@faker-js/faker/locale/ko';
import { faker as pl } from '@faker-js/faker/locale/pl';
import { faker as pt } from '@faker-js/faker/locale/pt_BR';
import { faker as ru } from '@faker-js/faker/locale/ru';
import { faker as sv } from '@faker-js/faker/locale/sv';
import { faker as th } from '@faker-js/faker/locale/th';
import { faker as tr } from '@faker-js/faker/locale/tr';
import { faker as uk } from '@faker-js/faker/locale/uk';
import { faker as ur } from '@faker-js/faker/locale/ur';
import { faker as vi } from '@faker-js/faker/locale/vi';
import { faker as zh } from '@faker-js/faker/locale/zh_CN';
import type { Random } from '../seeded-random';

interface Tongue {
  readonly weight: number;
  readonly name: (random: Random) => string;
  /** Starts the names from the beginning, so that the same seed gives the same people. */
  readonly seed: (seed: number) => void;
}

const spoken = (faker: Faker, weight: number, order: 'given-family' | 'family-given' | 'joined'): Tongue => ({
  weight,
  seed: (seed) => faker.seed(seed),
  name() {
    const [given, family] = [faker.person.firstName(), faker.person.lastName()];
    if (order === 'joined') return family + given;
    return order === 'family-given' ? `${family} ${given}` : `${given} ${family}`;
  },
});

const pick = <T>(items: readonly [T, ...T[]], random: Random): T =>
  items[Math.floor(random() * items.length)] ?? items[0];

/** The library has no names in Devanagari. */
const DEVANAGARI: Tongue = {
  weight: 3,
  seed: () => undefined,
  name: (random) =>
    `${pick(['अनिता', 'प्रिया', 'राहुल', 'सुनीता', 'विकास', 'मीरा', 'आरव', 'किरण', 'दीपक', 'लक्ष्मी'], random)} ` +
    pick(['शर्मा', 'गुप्ता', 'सिंह', 'पाटील', 'श्रेष्ठ', 'जोशी', 'कुलकर्णी', 'यादव', 'मिश्रा', 'थापा'], random),
};

/**
 * Names that programs get wrong: no family name, apostrophes, an accent as a character of its own,
 * a dotless i, a joiner, a character beyond 16 bits.
 */
const HARD: Tongue = {
  weight: 2,
  seed: () => undefined,
  name: (random) =>
    pick(
      [
        'Suharto',
        "Siobhán O'Brien-Ó Dálaigh",
        'Ana María de la Peña y Ruíz',
        'Zoe\u0308 Brontë',
        'Ludwig van der Meer III',
        'Nguyễn Thị Ánh Nguyệt',
        'İbrahim Işık',
        "Ngũgĩ wa Thiong'o",
        'علی‌رضا محمدی',
        'Straße Weiß',
        'X Æ Ibarra',
        'Jean-François d’Aubigné',
        '𠮷田 太郎',
        'Jo Li',
      ],
      random,
    ),
};

const TONGUES: readonly Tongue[] = [
  ...[en, de, fr, pl, cs, tr, sv, pt].map((faker) => spoken(faker, 6, 'given-family')),
  ...[ru, uk, el, ar, he].map((faker) => spoken(faker, 4, 'given-family')),
  ...[fa, ka, hy, ur, th].map((faker) => spoken(faker, 2, 'given-family')),
  ...[hu, vi].map((faker) => spoken(faker, 3, 'family-given')),
  ...[ja, zh, ko].map((faker) => spoken(faker, 4, 'joined')),
  DEVANAGARI,
  HARD,
];

const TOTAL = TONGUES.reduce((sum, tongue) => sum + tongue.weight, 0);
const DOMAINS = [
  'example.com',
  'example.org',
  'mail.example.com',
  'students.example.org',
  'welders.test',
] as const;

/** Someone who has earned a credential. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/**
 * The Latin letters of a name as mailboxes have them, with dots; empty for a name in another
 * script.
 */
function mailbox(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[ıİ]/g, 'i')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.+|\.+$/g, '');
}

/** Gives one person after another; no two have the same e-mail, some have the same name. */
export function createPeople(random: Random): () => Person {
  for (const tongue of TONGUES) tongue.seed(Math.floor(random() * 2 ** 31));
  const taken = new Set<string>();
  let learner = 1000;

  function name(): string {
    let at = random() * TOTAL;
    const tongue = TONGUES.find(({ weight }) => (at -= weight) < 0) ?? HARD;
    return tongue.name(random);
  }

  return () => {
    const person = name();
    const box = mailbox(person) || `learner${(learner += 1)}`;
    const domain = pick(DOMAINS, random);
    let email = `${box}@${domain}`;
    for (let copy = 2; taken.has(email); copy += 1) email = `${box}${copy}@${domain}`;
    taken.add(email);
    return { name: person, email };
  };
}

import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../../components/languages';
import { compareWords, fingerprint, wantedNames } from './compare-words';
import { compareLanguage } from './kept-words';
import {
  faultsOfForm,
  languagesThere,
  placeholdersIn,
  readWords,
  type Word,
  type Words,
} from './message-words';

describe('each language', () => {
  it.each(languagesThere().filter((one) => one !== 'en'))(
    '%s has all messages, and they are right',
    (language) => {
      // See docs/translating.md for what to do.
      expect(compareLanguage(language)).toEqual({ missing: [], extra: [], changed: [], faults: [] });
    },
  );
  it('is offered when it has messages, and only then', () => {
    expect(LANGUAGES.map(({ code }) => code).toSorted()).toEqual(languagesThere());
  });
  it.each(languagesThere())('%s says which one it is', (language) => {
    expect(readWords(language)['language']?.message).toBe(language);
  });
});

const ENGLISH: Words = {
  language: { message: 'en' },
  close: { message: 'Close' },
  file: { message: '$FILE$ of $GROUP$', placeholders: { file: { content: '$1' }, group: { content: '$2' } } },
  signs: { message: '$A$ · $B$', placeholders: { a: { content: '$1' }, b: { content: '$2' } } },
  rows_one: {
    message: '$COUNT$ row of $FILE$',
    placeholders: { count: { content: '$1' }, file: { content: '$2' } },
  },
  rows_other: {
    message: '$COUNT$ rows of $FILE$',
    placeholders: { count: { content: '$1' }, file: { content: '$2' } },
  },
  shape_other: { message: 'others' },
};

const count = { content: '$1' };
const file = { content: '$2' };
const both = { count, file };
const GERMAN: Words = {
  language: { message: 'de' },
  close: { message: 'Schließen' },
  file: { message: '$GROUP$: $FILE$', placeholders: { file: { content: '$1' }, group: { content: '$2' } } },
  signs: { message: '$A$ · $B$', placeholders: { a: { content: '$1' }, b: { content: '$2' } } },
  rows_one: { message: 'Eine Zeile von $FILE$', placeholders: { file } },
  rows_other: { message: '$COUNT$ Zeilen von $FILE$', placeholders: both },
  shape_other: { message: 'andere' },
};
const FRENCH: Words = {
  ...GERMAN,
  language: { message: 'fr' },
  rows_one: { message: '$COUNT$ ligne de $FILE$', placeholders: both },
  rows_many: { message: '$COUNT$ de lignes de $FILE$', placeholders: both },
};

/** As if everything had just been translated. */
function sourcesOf(language: string): Record<string, string> {
  return Object.fromEntries(
    [...wantedNames(language, ENGLISH)].map(([name, from]) => [
      name,
      fingerprint(ENGLISH[from]?.message ?? ''),
    ]),
  );
}

const without = (words: Words, name: string): Words =>
  Object.fromEntries(Object.entries(words).filter(([one]) => one !== name));

describe('a language compared with English', () => {
  const whole = { missing: [], extra: [], changed: [], faults: [] };
  test.each<[string, string, Words, Partial<ReturnType<typeof compareWords>>]>([
    ['whole, a form for one number without the number', 'de', GERMAN, {}],
    ['whole, with a form that English has not', 'fr', FRENCH, {}],
    ['a text is missing', 'de', without(GERMAN, 'close'), { missing: ['close'] }],
    ['a form is missing', 'fr', without(FRENCH, 'rows_many'), { missing: ['rows_many'] }],
    ['a text that nothing says', 'de', { ...GERMAN, open: { message: 'Öffnen' } }, { extra: ['open'] }],
    [
      'a form that the language does not use',
      'de',
      { ...GERMAN, rows_many: { message: 'x' } },
      { extra: ['rows_many'] },
    ],
    [
      'a name that ends like a form and is none',
      'de',
      { ...GERMAN, shape_one: { message: 'x' } },
      { extra: ['shape_one'] },
    ],
    [
      'a form for several numbers without the number',
      'fr',
      { ...FRENCH, rows_one: { message: 'Une ligne de $FILE$', placeholders: { file } } },
      { faults: ['"rows_one" leaves $COUNT$ out.'] },
    ],
    [
      'a placeholder of the others is left out',
      'de',
      { ...GERMAN, rows_one: { message: 'Eine Zeile' } },
      { faults: ['"rows_one" leaves $FILE$ out.'] },
    ],
    [
      'placeholders that have changed places',
      'de',
      {
        ...GERMAN,
        file: {
          message: '$GROUP$: $FILE$',
          placeholders: { file: { content: '$2' }, group: { content: '$1' } },
        },
      },
      {
        faults: [
          '"file" takes file from another place than English.',
          '"file" takes group from another place than English.',
        ],
      },
    ],
    [
      'a placeholder that was translated',
      'de',
      {
        ...GERMAN,
        file: {
          message: '$DATEI$ $GROUP$',
          placeholders: { datei: { content: '$1' }, group: { content: '$2' } },
        },
      },
      { faults: ['"file" leaves $FILE$ out.', '"file" has $DATEI$, which English has not.'] },
    ],
    [
      'an empty text',
      'de',
      { ...GERMAN, close: { message: ' ' } },
      { faults: ['"close" is empty.', '"close" begins or ends with a space.'] },
    ],
    [
      'a text that is still English',
      'de',
      { ...GERMAN, close: { message: 'Close' } },
      { faults: ['"close" is still in English: “Close”.'] },
    ],
    [
      'a description, which translators find in English',
      'de',
      { ...GERMAN, close: { message: 'Zu', description: 'A button' } },
      { faults: ['"close" has a description: English alone has them.'] },
    ],
  ])('%s', (_, language, words, expected) => {
    const found = compareWords(language, words, ENGLISH, sourcesOf(language), new Set());
    expect(found).toEqual({ ...whole, ...expected });
  });

  test('an English text that has changed since, and one of which nothing is noted', () => {
    const sources = without(sourcesOf('de') as unknown as Words, 'file') as unknown as Record<string, string>;
    const changed = compareWords(
      'de',
      GERMAN,
      ENGLISH,
      { ...sources, close: fingerprint('Shut') },
      new Set(),
    );
    expect(changed.changed).toEqual(['close', 'file']);
  });

  test('a word that is the same in both, when it may be', () => {
    const words = { ...GERMAN, close: { message: 'Close' } };
    expect(compareWords('de', words, ENGLISH, sourcesOf('de'), new Set(['close']))).toEqual(whole);
  });
});

test('Arabic has six forms of each plural', () => {
  expect([...wantedNames('ar', ENGLISH)].filter(([name]) => name.startsWith('rows')).toSorted()).toEqual([
    ['rows_few', 'rows_other'],
    ['rows_many', 'rows_other'],
    ['rows_one', 'rows_one'],
    ['rows_other', 'rows_other'],
    ['rows_two', 'rows_other'],
    ['rows_zero', 'rows_other'],
  ]);
});

describe('the form of a message', () => {
  test.each<[string, Word, readonly string[]]>([
    ['a plain text', { message: 'Close' }, []],
    ['a placeholder', { message: '$COUNT$ rows', placeholders: { count } }, []],
    ['a placeholder twice', { message: '$COUNT$, $COUNT$', placeholders: { count } }, []],
    ['a per cent sign and a number', { message: '100 % of 3' }, []],
    ['a placeholder that is not defined', { message: '$COUNT$ rows' }, ['"x" does not define $COUNT$.']],
    [
      'one that is not used',
      { message: 'rows', placeholders: { count } },
      ['"x" does not use its placeholder count.'],
    ],
    [
      'a number for a placeholder',
      { message: '$1 rows' },
      ['"x" has a dollar sign that belongs to no placeholder in capitals.'],
    ],
    [
      'a dollar sign',
      { message: 'US$ 5' },
      ['"x" has a dollar sign that belongs to no placeholder in capitals.'],
    ],
    ['quotes of print', { message: 'The sheet’s “Grade” stays.' }, []],
    ['the apostrophe of a short name, by which tests and guides press', { message: "Send the sheet's" }, []],
    [
      'a quote of a typewriter',
      { message: 'Press "Save".' },
      [`"x" has a typewriter's quote: write “ ” (or those of the language) and ’.`],
    ],
    [
      'an apostrophe of a typewriter in a sentence',
      { message: "The sheet's value stays." },
      [`"x" has a typewriter's quote: write “ ” (or those of the language) and ’.`],
    ],
    [
      'two for the same',
      { message: '$A$ $B$', placeholders: { a: count, b: count } },
      ['Two placeholders of "x" are the same.'],
    ],
    [
      'a content that is a text',
      { message: '$A$', placeholders: { a: { content: 'UNDO' } } },
      ['The content of a in "x" is none of $1 to $9.'],
    ],
  ])('%s', (_, word, expected) => {
    expect(faultsOfForm('x', word)).toEqual(expected);
  });
  test('its placeholders, each once', () => {
    expect(placeholdersIn('$COUNT$ of $TOTAL$ in $COUNT$, $5')).toEqual(['count', 'total']);
  });
});

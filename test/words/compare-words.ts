import { createHash } from 'node:crypto';
import { faultsOfForm, placeholdersIn, type Word, type Words } from './message-words';

/** English texts as they were when a language translated them: name -> fingerprint. */
export type Sources = Readonly<Record<string, string>>;

/** Gaps and faults of a language, as names and sentences. */
export interface Comparison {
  /** English has it, the language has not. */
  readonly missing: readonly string[];
  /** The language has it and nothing says it. */
  readonly extra: readonly string[];
  /** The English text is another one since it was translated, or it is not noted what it was. */
  readonly changed: readonly string[];
  /** Wrong in themselves: placeholders, empty texts, texts that are still English. */
  readonly faults: readonly string[];
}

/**
 * Compares the messages of a language with the English ones. Plurals: a language has exactly the
 * forms of its `Intl.PluralRules` (rows_one, rows_few, ...), and no form that it does not use.
 * `same`: names of messages that may be as in English.
 */
export function compareWords(
  language: string,
  words: Words,
  english: Words,
  sources: Sources,
  same: ReadonlySet<string>,
): Comparison {
  const wanted = wantedNames(language, english);
  const there = [...wanted].filter(([name]) => Object.hasOwn(words, name));
  const word = (name: string): Word => words[name] ?? { message: '' }; // asked for what is there only
  const source = (name: string): Word => english[name] ?? { message: '' }; // the same
  return {
    missing: [...wanted.keys()].filter((name) => !Object.hasOwn(words, name)),
    extra: Object.keys(words).filter((name) => !wanted.has(name)),
    changed: there
      .filter(([name, from]) => sources[name] !== fingerprint(source(from).message))
      .map(([name]) => name),
    faults: there.flatMap(([name, from]) => [
      ...faultsOfForm(name, word(name)),
      ...faultsOfPlaceholders(name, word(name), placeholdersAllowed(from, english), language),
      ...(word(name).description === undefined
        ? []
        : [`"${name}" has a description: English alone has them.`]),
      ...(name !== 'language' && isEnglish(word(name).message, source(from).message) && !same.has(name)
        ? [`"${name}" is still in English: “${word(name).message}”.`]
        : []),
    ]),
  };
}

/**
 * The names that a language has to have, each with the English message that it comes from: rows_few
 * -> rows_other.
 */
export function wantedNames(language: string, english: Words): ReadonlyMap<string, string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Map(
    Object.keys(english).flatMap((name): (readonly [string, string])[] => {
      const base = pluralBase(name, english);
      if (base === null) return [[name, name]];
      if (name.endsWith('_one')) return [];
      return forms.map((form) => [`${base}_${form}`, form === 'one' ? `${base}_one` : name]);
    }),
  );
}

/** "rows" of rows_one and rows_other, where there are both; null for any other name. */
export function pluralBase(name: string, english: Words): string | null {
  const base = /^(.+)_(?:one|other)$/.exec(name)?.[1];
  if (base === undefined) return null;
  return Object.hasOwn(english, `${base}_one`) && Object.hasOwn(english, `${base}_other`) ? base : null;
}

/** Stands for an English text, so that a change of it is found. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

interface Allowed {
  /** By name, with their content: of all forms of a plural. */
  readonly all: Readonly<Record<string, string>>;
  /** Those that every translation has to have. */
  readonly needed: readonly string[];
  /** The count of a plural, which a form for one number may leave out ("a row"). */
  readonly count: string | null;
}

function placeholdersAllowed(from: string, english: Words): Allowed {
  const base = pluralBase(from, english);
  const forms = base === null ? [from] : [`${base}_one`, `${base}_other`];
  const all = Object.fromEntries(
    forms
      .flatMap((name) => Object.entries(english[name]?.placeholders ?? {})) // {}: it has none
      .map(([name, { content }]) => [name, content]),
  );
  const count = base === null ? undefined : Object.keys(all).find((name) => all[name] === '$1');
  return { all, needed: placeholdersIn(english[from]?.message ?? ''), count: count ?? null };
}

function faultsOfPlaceholders(
  name: string,
  { message, placeholders = {} }: Word,
  { all, needed, count }: Allowed,
  language: string,
): readonly string[] {
  const used = placeholdersIn(message);
  const mayLeaveOut = (one: string) => one === count && isOneNumber(/[a-z]+$/.exec(name)?.[0], language);
  return [
    ...needed
      .filter((one) => !used.includes(one) && !mayLeaveOut(one))
      .map((one) => `"${name}" leaves $${one.toUpperCase()}$ out.`),
    ...used
      .filter((one) => !Object.hasOwn(all, one))
      .map((one) => `"${name}" has $${one.toUpperCase()}$, which English has not.`),
    ...Object.entries(placeholders)
      .filter(([one, { content }]) => Object.hasOwn(all, one) && all[one] !== content)
      .map(([one]) => `"${name}" takes ${one} from another place than English.`),
  ];
}

/** Whether a form of plural is for one number: "one" in German, and not in French (0 and 1). */
function isOneNumber(form: string | undefined, language: string): boolean {
  const rules = new Intl.PluralRules(language);
  let numbers = 0;
  for (let count = 0; count < 1_000; count += 1) if (rules.select(count) === form) numbers += 1;
  return numbers === 1;
}

/** Names and signs alone are no language: "$FILE$, $MOMENT$". */
function isEnglish(text: string, english: string): boolean {
  return text === english && /\p{L}/u.test(text.replace(/\$\w+\$/g, ''));
}

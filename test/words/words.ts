import { writeFileSync } from 'node:fs';
import { fingerprint, pluralBase, wantedNames } from './compare-words';
import { compareLanguage, readSources, sourcesPath } from './kept-words';
import { languagesThere, readWords, wordsPath, type Word, type Words } from './message-words';

/*
 * `npm run words`: what each language still lacks (docs/translating.md).
 *   npm run words -- fr           only French, with the English texts
 *   npm run words -- fr --tidy    puts its messages into the order of the English ones, gives them
 *                                 the English placeholders, drops those that nothing says, and
 *                                 notes the English texts of new ones
 *   npm run words -- fr --seen    notes the present English texts of all: the changed ones were
 *                                 looked through
 * Exits with 1 when something is missing, changed or wrong.
 */

const [wanted, option] = process.argv.slice(2);
const english = readWords('en');

function tidy(language: string): void {
  const words = readWords(language);
  const old = readSources(language);
  const names = [...wantedNames(language, english)].filter(([name]) => Object.hasOwn(words, name));
  const tidied: Words = {};
  const sources: Record<string, string> = {};
  for (const [name, from] of names) {
    const { message } = words[name] ?? { message: '' }; // it is there
    tidied[name] = { message, ...placeholdersOf(message, from) };
    const now = fingerprint(english[from]?.message ?? ''); // the same
    sources[name] = option === '--seen' ? now : (old[name] ?? now);
  }
  writeFileSync(wordsPath(language), `${JSON.stringify(tidied, null, 2)}\n`);
  writeFileSync(sourcesPath(language), `${JSON.stringify(sources, null, 2)}\n`);
}

/** The English placeholders that a text uses; one that English has not stays without. */
function placeholdersOf(message: string, from: string): Pick<Word, 'placeholders'> {
  const base = pluralBase(from, english);
  const forms = base === null ? [from] : [`${base}_one`, `${base}_other`];
  const defined = forms.flatMap((name) => Object.entries(english[name]?.placeholders ?? {})); // {}: it has none
  const used = defined.filter(([name]) => message.includes(`$${name.toUpperCase()}$`));
  if (used.length === 0) return {};
  return { placeholders: Object.fromEntries(used.map(([name, { content }]) => [name, { content }])) };
}

function report(language: string): boolean {
  const { missing, extra, changed, faults } = compareLanguage(language);
  const parts = { missing, extra, changed, wrong: faults };
  const counts = Object.entries(parts).map(([what, found]) => `${found.length} ${what}`);
  console.log(`${language}: ${Object.keys(readWords(language)).length} messages, ${counts.join(', ')}`);
  const isWhole = Object.values(parts).every((found) => found.length === 0);
  if (wanted === undefined) return isWhole;
  const sources = wantedNames(language, english);
  for (const [what, found] of Object.entries(parts))
    for (const one of found) {
      const text = english[sources.get(one) ?? ''];
      console.log(
        `  ${what}: ${one}${text === undefined ? '' : `\n    ${text.message}\n    ${text.description ?? ''}`}`,
      );
    }
  return isWhole;
}

const languages = languagesThere().filter((one) => one !== 'en' && (wanted === undefined || one === wanted));
if (wanted !== undefined && languages.length === 0) throw new Error(`There is no public/_locales/${wanted}.`);
if (option !== undefined) languages.forEach(tidy);
process.exitCode = languages.map(report).every(Boolean) ? 0 : 1;

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWords, type Comparison, type Sources } from './compare-words';
import { readWords } from './message-words';

/**
 * Messages that are as in English in every language: names of the platform and of formats. One
 * language's own words that happen to be the same ("Text" in German) are in `SAME_IN`.
 */
const SAME_EVERYWHERE = [
  'extensionName',
  'environment_sandbox',
  'historyFile',
  'historySha',
  'privacyPlatform',
  'resultFile',
];

/** The language's own words that happen to be the English ones. */
const SAME_IN: Readonly<Record<string, readonly string[]>> = {
  de: [
    'environment_eu',
    'attributeGroup_credential',
    'confirmCredits',
    'headTools',
    'historyCredits',
    'historyNamedId',
    'previewCredits',
    'setPassphrase',
    'proveHosts',
    'proveStoredName',
    'proveVersion',
    'templateSheet',
  ],
  es: ['headTools', 'historyNamedId', 'no', 'proveBytes_one', 'proveBytes_other'],
  fr: [
    'environment_production',
    'options',
    'rowTools',
    'mark_code_in_text',
    'minutes_one',
    'minutes_other',
    'historyNamedId',
    'ruleIs',
    'attribute_description',
    'proveVersion',
  ],
};

/** The file of the fingerprints of a language. */
export function sourcesPath(language: string): string {
  return join(import.meta.dirname, 'sources', `${language}.json`);
}

/** English texts as they were when the language translated them; none when nothing is noted. */
export function readSources(language: string): Sources {
  const path = sourcesPath(language);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Sources) : {}; // a file of our own
}

/** Compares a language as it is in the project. */
export function compareLanguage(language: string): Comparison {
  const same = new Set([...SAME_EVERYWHERE, ...(SAME_IN[language] ?? [])]); // it has none
  return compareWords(language, readWords(language), readWords('en'), readSources(language), same);
}

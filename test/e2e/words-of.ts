import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf } from '../../components/languages';
import { lookupIn, type MessageFile } from '../../components/message-file';
import { isolated, withoutIsolates } from '../../components/parts/isolated';
import type messages from '../../public/_locales/en/messages.json';

type MessageName = keyof typeof messages;

/** The texts of the panel in a language, for a test that finds its way by them. */
export interface WordsOf {
  readonly language: string;
  (name: MessageName, ...substitutions: readonly string[]): string;
}

/**
 * Reads the messages of a language from the project. A text of the other direction is isolated in
 * them, as the panel does it.
 */
export function wordsOf(language: string): WordsOf {
  const path = join(import.meta.dirname, '../../public/_locales', language, 'messages.json');
  const lookup = lookupIn(JSON.parse(readFileSync(path, 'utf8')) as MessageFile); // a file of our own
  const direction = directionOf(language);
  const say = (name: MessageName, ...substitutions: readonly string[]) => {
    const text = lookup(
      name,
      substitutions.map((value) => isolated(value, direction)),
    );
    if (text === '') throw new Error(`${language} has no message ${name}`);
    return text;
  };
  return Object.assign(say, { language });
}

/** A pattern for a text in which any number, isolated or not, stands where this one has a 0. */
export function withNumbers(text: string): RegExp {
  const escaped = withoutIsolates(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('0', '[\\u2068\\u2069\\d.,\\s]+')}$`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LOCALES = join(import.meta.dirname, '../../public/_locales');

const wordsSchema = z.record(
  z.string(),
  z.strictObject({
    message: z.string(),
    description: z.string().optional(),
    placeholders: z
      .record(z.string(), z.strictObject({ content: z.string(), example: z.string().optional() }))
      .optional(),
  }),
);

/** The messages of one language, as `public/_locales/{language}/messages.json` has them. */
export type Words = z.infer<typeof wordsSchema>;
export type Word = Words[string];

/** The file of a language's messages. */
export function wordsPath(language: string): string {
  return join(LOCALES, language, 'messages.json');
}

/** Reads the messages of a language; throws where the file has another form. */
export function readWords(language: string): Words {
  return wordsSchema.parse(JSON.parse(readFileSync(wordsPath(language), 'utf8')));
}

/** The languages that have a folder, English among them. */
export function languagesThere(): readonly string[] {
  return readdirSync(LOCALES).sort();
}

/** The placeholders that a text uses, in lower case, each once: "$COUNT$ of $COUNT$" -> count. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\$([\w@]+)\$/g)].map(([, name = '']) => name.toLowerCase()))];
}

/**
 * What is wrong with the form of one message, whatever its language, as sentences: a placeholder
 * that is not defined, or defined and not used, a quote of a typewriter in a sentence, or a dollar
 * sign by itself, which Chromium drops with what follows it.
 */
export function faultsOfForm(name: string, { message, placeholders = {} }: Word): readonly string[] {
  const used = placeholdersIn(message);
  const defined = Object.entries(placeholders);
  return [
    ...(message.trim() === '' ? [`"${name}" is empty.`] : []),
    ...(message !== message.trim() ? [`"${name}" begins or ends with a space.`] : []),
    ...used
      .filter((one) => !Object.hasOwn(placeholders, one))
      .map((one) => `"${name}" does not define $${one.toUpperCase()}$.`),
    ...defined
      .filter(([one]) => !used.includes(one))
      .map(([one]) => `"${name}" does not use its placeholder ${one}.`),
    ...defined
      .filter(([, { content }]) => !/^\$[1-9]$/.test(content))
      .map(([one]) => `The content of ${one} in "${name}" is none of $1 to $9.`),
    ...(new Set(defined.map(([, { content }]) => content)).size < defined.length
      ? [`Two placeholders of "${name}" are the same.`]
      : []),
    ...(/"|\p{L}'\p{L}[^.]*\./u.test(message)
      ? [`"${name}" has a typewriter's quote: write “ ” (or those of the language) and ’.`]
      : []),
    ...(message.replace(/\$[A-Z_]+\$/g, '').includes('$')
      ? [`"${name}" has a dollar sign that belongs to no placeholder in capitals.`]
      : []),
  ];
}

import { lookupIn, type Lookup, type MessageFile } from '../../../components/message-file';
import { LANGUAGES } from '../../../components/languages';

const read = async (language: string) =>
  (await fetch(`/_locales/${language}/messages.json`)).json() as Promise<MessageFile>; // our own file

/** `i18n.getMessage`: in the first of the languages that the extension speaks, else in English. */
export async function messagesOf(languages: readonly string[]): Promise<Lookup> {
  const spoken = languages
    .map((tag) => tag.split('-')[0])
    .find((tag) => LANGUAGES.some(({ code }) => code === tag));
  const english = lookupIn(await read('en'));
  if (spoken === undefined || spoken === 'en') return english;
  const own = lookupIn(await read(spoken));
  return (name, substitutions) => own(name, substitutions) || english(name, substitutions);
}

/** `runtime.getManifest`. */
export async function manifestOf(): Promise<object> {
  return (await fetch('/manifest.json')).json() as Promise<object>; // our own file
}

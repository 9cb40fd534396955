import { LANGUAGES } from '../../../components/languages';
import { lookupIn, type Lookup, type MessageFile } from '../../../components/message-file';

/**
 * Reads a file of the extension at once, as the browser has it ready when a script of an extension
 * begins.
 */
function read(path: string): unknown {
  const request = new XMLHttpRequest();
  request.open('GET', path, false);
  request.send();
  return JSON.parse(request.responseText);
}

/** `i18n.getMessage`: in the first of the languages that the extension speaks, else in English. */
export function messagesOf(languages: readonly string[]): Lookup {
  const messages = (language: string) => lookupIn(read(`/_locales/${language}/messages.json`) as MessageFile); // our own file
  const spoken = languages
    .map((tag) => tag.split('-')[0])
    .find((tag) => LANGUAGES.some(({ code }) => code === tag));
  const english = messages('en');
  if (spoken === undefined || spoken === 'en') return english;
  const own = messages(spoken);
  return (name, substitutions) => own(name, substitutions) || english(name, substitutions);
}

/** `runtime.getManifest`. */
export function manifestOf(): unknown {
  return read('/manifest.json');
}

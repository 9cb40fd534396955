import { directionOf } from '../../components/languages';
import { lookupIn, type Lookup, type MessageFile } from '../../components/message-file';
import { setMessages } from '../../components/text';
import english from '../../public/_locales/en/messages.json';
import { speakEnglish, speakPseudo } from '../fakes/messages';
import { plainWords } from '../words/pseudo';

/** Messages of each language, read when it is asked for. */
const FILES = import.meta.glob<MessageFile>('../../public/_locales/*/messages.json', { import: 'default' });

/** The English of each text that was said in the language shown; "Suchen" is Search and Find. */
const saidInEnglish = new Map<string, Set<string>>();

/**
 * Lets the gallery speak: `words` is "english", "long" (longer messages), or a language ("de").
 * Gives the direction of that language. Throws for a language that has no messages.
 */
export async function speakGallery(words: string): Promise<'ltr' | 'rtl'> {
  saidInEnglish.clear();
  if (words === 'english') speakEnglish();
  else if (words === 'long') speakPseudo();
  else {
    const read = FILES[`../../public/_locales/${words}/messages.json`];
    if (read === undefined) throw new Error(`no language ${words}`);
    setMessages(noting(lookupIn(await read())), words);
    document.documentElement.lang = words;
    return directionOf(words);
  }
  document.documentElement.lang = 'en';
  return 'ltr';
}

/** Notes the English of what it says, so that states can be touched by English names. */
function noting(lookup: Lookup): Lookup {
  const inEnglish = lookupIn(english);
  return (name, substitutions) => {
    const said = lookup(name, substitutions);
    // Arabic has forms of plural that English has not.
    const form = Object.hasOwn(english, name) ? name : name.replace(/_[a-z]+$/, '_other');
    const own = inEnglish(
      form,
      substitutions.map((text) => englishOf(text)[0] ?? text),
    );
    if (said !== '') saidInEnglish.set(said, (saidInEnglish.get(said) ?? new Set()).add(own));
    return said;
  };
}

/** English of a shown text: that of a whole message, or of the messages in it. */
export function englishOf(shown: string): readonly string[] {
  if (saidInEnglish.size === 0) return [plainWords(shown)];
  const whole = saidInEnglish.get(shown);
  if (whole !== undefined) return [...whole];
  const longestFirst = [...saidInEnglish].toSorted(([a], [b]) => b.length - a.length);
  return [longestFirst.reduce((text, [said, [own = said]]) => text.replaceAll(said, own), shown)];
}

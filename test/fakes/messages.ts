import { lookupIn } from '../../components/message-file';
import { setMessages } from '../../components/text';
import messages from '../../public/_locales/en/messages.json';
import { pseudoWords } from '../words/pseudo';

/** The English messages, read from their file as the browser reads them. */
export function speakEnglish(language = 'en'): void {
  setMessages(lookupIn(messages), language);
}

/** Longer, accented messages in brackets, to see what has no room or is no message. */
export function speakPseudo(): void {
  setMessages(lookupIn(pseudoWords(messages)), 'en');
}

/**
 * A sentence that says all it was made for: some text, no placeholder left, nothing that is
 * missing. Every $n of the message was given, else there would be two quotes with nothing between
 * them or a hole.
 */
export function isWhole(text: string): boolean {
  return text.trim() !== '' && !/\$\d|\$[A-Z_]+\$|undefined|null|NaN|\[object|“”|  /.test(text);
}

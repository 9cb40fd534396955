import { readFileSync } from 'node:fs';
import { lookupIn, type MessageFile } from '../../components/message-file';
import { setMessages } from '../../components/text';
import { wordsPath } from '../words/message-words';

/** Says everything in one of the languages from now on, as the panel does when it is chosen. */
export function speak(language: string): void {
  // A file of our own.
  setMessages(lookupIn(JSON.parse(readFileSync(wordsPath(language), 'utf8')) as MessageFile), language);
}

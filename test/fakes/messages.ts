import { setMessages } from '../../components/text';
import messages from '../../public/_locales/en/messages.json';

/**
 * The English messages as the browser gives them: "" for a name that there is not, $1 to $9
 * replaced, others blank.
 */
export function speakEnglish(language = 'en'): void {
  setMessages((name, substitutions) => {
    if (!Object.hasOwn(messages, name)) return '';
    const { message } = messages[name as keyof typeof messages];
    return message.replace(/\$([1-9])/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
  }, language);
}

/**
 * A sentence that says all it was made for: some text, no placeholder left, nothing that is
 * missing. Every $n of the message was given, else there would be two quotes with nothing between
 * them or a hole.
 */
export function isWhole(text: string): boolean {
  return text.trim() !== '' && !/\$\d|undefined|null|NaN|\[object|“”|  /.test(text);
}

import type { MessageFile } from '../../components/message-file';

/** Letters that are read as the plain ones, and are seen to have come through a message. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'î',
  o: 'öö',
  u: 'ûû',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  U: 'Û',
};

/**
 * Messages of a language that there is not, to try views with: accented, about a third longer, in
 * brackets: "Row $ROW$" -> "[Rööw $ROW$]". What is cut off has lost its bracket; a text without
 * brackets is no message.
 */
export function pseudoWords(english: MessageFile): MessageFile {
  return Object.fromEntries(
    Object.entries(english).map(([name, word]) => [
      name,
      name === 'language' ? word : { ...word, message: pseudo(word.message) },
    ]),
  );
}

function pseudo(message: string): string {
  const accented = message
    .split(/(\$\w+\$)/)
    .map((part) =>
      part.startsWith('$') ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
    );
  return `[${accented.join('')}]`;
}

/** The same as it was: "[Rööw 5]" -> "Row 5". */
export function plainWords(words: string): string {
  return Object.entries(ACCENTED).reduce(
    (text, [letter, accented]) => text.replaceAll(accented, letter),
    words.replace(/[[\]]/g, ''),
  );
}

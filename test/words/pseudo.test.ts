import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { placeholdersIn } from './message-words';
import { plainWords, pseudoWords } from './pseudo';

test.each([
  ['Row $ROW$', '[Rööw $ROW$]'],
  ['$COUNT$ of $TOTAL$', '[$COUNT$ ööf $TOTAL$]'],
  ['✓ 12 %', '[✓ 12 %]'],
])('%s', (message, expected) => {
  expect(pseudoWords({ one: { message } })['one']?.message).toBe(expected);
  expect(plainWords(expected)).toBe(message);
});

test('all messages keep their placeholders and become a quarter longer, the language stays', () => {
  const pseudo = pseudoWords(messages);
  const letters = (all: readonly string[]) => all.reduce((sum, text) => sum + text.length, 0);
  const english = Object.values(messages).map(({ message }) => message);
  const longer = Object.values(pseudo).map(({ message }) => message);
  expect(longer.map(placeholdersIn)).toEqual(english.map(placeholdersIn));
  expect(letters(longer)).toBeGreaterThan(1.25 * letters(english));
  expect(pseudo['language']?.message).toBe('en');
});

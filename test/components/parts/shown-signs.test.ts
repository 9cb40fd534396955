import { expect, test } from 'vitest';
import { withSignsShown } from '../../../components/parts/shown-signs';
import { setMessages, t } from '../../../components/text';

test.each([
  ['100\u202E001', '100[U+202E]001'],
  ['Anna \u202Enesretep', 'Anna [U+202E]nesretep'],
  ['5\u2066/10\u2069', '5[U+2066]/10[U+2069]'],
  ['Ada\u3164', 'Ada[U+3164]'],
  ['Anna\u200DKing', 'Anna[U+200D]King'],
  ['Merit\u{E0041}', 'Merit[U+E0041]'],
])('%j is drawn', (text, drawn) => {
  expect(withSignsShown(text)).toBe(drawn);
});

test.each([
  ['Persian', 'علی\u200Cرضا'],
  ['Hindi', 'क्\u200Dष'],
  ['Hebrew', 'שלום\u200F!'],
  ['a family', '👨\u200D👩\u200D👧'],
  ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
  ['a plain name', 'José Núñez'],
])('%s stays', (_, text) => {
  expect(withSignsShown(text)).toBe(text);
});

test('a sentence is not turned around by what is put into it', () => {
  setMessages((_, [name = '']) => `The file ${name} is damaged`, 'en');
  expect(t('problem_file_damaged', 'list\u202Evsc.exe')).toBe('The file list[U+202E]vsc.exe is damaged');
});

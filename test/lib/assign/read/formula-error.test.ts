import { expect, test } from 'vitest';
import { isFormulaError } from '../../../../lib/assign/read/formula-error';

test.each([
  '#REF!',
  '#N/A',
  '#n/a',
  '#DIV/0!',
  '#NAME?',
  '#ERROR!',
  '#N/D',
  '#N/A!',
  '#NB',
  '#NV',
  '#I/T',
  '#Н/Д',
  '#VALOR!',
  '#BUSY!',
  '#PYTHON!',
  '#¿NOMBRE?',
  '#¡DIV/0!',
  '#ЗНАЧ!',
  '#ДЕЛ/0!',
  '#HODNOTA!',
  '#DĚLENÍ_NULOU!',
  '#Num!',
  '#Div/0!',
  '#Error',
  '#ערך!',
  '#GETTING_DATA',
  'Err:502',
  'Fehler:508',
])('%s is a formula error', (text) => {
  expect(isFormulaError(text)).toBe(true);
});

test.each([
  '#1',
  '#1!',
  'C#',
  '#C',
  '#C!',
  '#A/B',
  '#',
  '#?',
  '#LearnMore!',
  '#womenintech',
  '#WOMENINTECH',
  '#1 of 3!',
  '# REF!',
  'REF!',
  'see #REF!',
  '#AB CD!',
  'Room:512',
  'Err:402',
  'N/A',
  'What?',
])('%s is none', (text) => {
  expect(isFormulaError(text)).toBe(false);
});

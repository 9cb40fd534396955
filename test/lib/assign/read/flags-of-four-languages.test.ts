import { expect, test } from 'vitest';
import { readFlag } from '../../../../lib/assign/read/read-flag';

/* Yes and no in Portuguese, Italian, Dutch and Polish; an unknown word is never "no". */

test.each([
  ['sim', true],
  ['Não', false],
  ['VERDADEIRO', true],
  ['sì', true],
  ['no', false],
  ['Vero', true],
  ['Falso', false],
  ['ja', true],
  ['Nee', false],
  ['WAAR', true],
  ['ONWAAR', false],
  ['Tak', true],
  ['nie', false],
  ['PRAWDA', true],
  ['FAŁSZ', false],
  ['talvez', null],
  ['forse', null],
  ['misschien', null],
  ['być może', null],
  ['niet', null],
  ['takich', null],
  ['waarde', null],
  ['Simone', null],
])('%s -> %s', (word, flag) => expect(readFlag(word, 'published')).toBe(flag));

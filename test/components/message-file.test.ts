import { describe, expect, test } from 'vitest';
import { lookupIn } from '../../components/message-file';

const lookup = lookupIn({
  plain: { message: 'Close' },
  named: {
    message: '$COUNT$ of $total$ rows of $FILE$; $COUNT$ again',
    placeholders: { count: { content: '$1' }, total: { content: '$2' }, file: { content: '“$3”' } },
  },
  numbered: { message: '$1 of $2' },
  sign: { message: '$$5, $1, US$ 5, $' },
  fixed: { message: 'Type $WORD$', placeholders: { word: { content: 'UNDO' } } },
  undefined: { message: 'Row $ROW$' },
});

describe('a message of a file', () => {
  test.each<[string, string, readonly string[], string]>([
    ['without placeholders', 'plain', [], 'Close'],
    ['that nobody needs substitutions for', 'plain', ['x'], 'Close'],
    [
      'with named placeholders, in capitals or not, one twice',
      'named',
      ['3', '7', 'a.csv'],
      '3 of 7 rows of “a.csv”; 3 again',
    ],
    ['with placeholders that are numbers', 'numbered', ['3', '7'], '3 of 7'],
    ['with a dollar sign', 'sign', ['€ 5'], '$5, € 5, US$ 5, $'],
    ['with a placeholder that is a text', 'fixed', [], 'Type UNDO'],
    ['without all its substitutions', 'numbered', ['3'], '3 of '],
    ['with a placeholder that is not defined', 'undefined', ['3'], 'Row '],
    ['whose substitution looks like a placeholder', 'numbered', ['$2', '$COUNT$ $$'], '$2 of $COUNT$ $$'],
    [
      'whose named substitution looks like one',
      'named',
      ['$2', '$TOTAL$', '$&'],
      '$2 of $TOTAL$ rows of “$&”; $2 again',
    ],
    ['that there is not', 'other', [], ''],
    ['that every object has', 'toString', [], ''],
    ['named like a prototype', '__proto__', [], ''],
  ])('%s', (_, name, substitutions, expected) => {
    expect(lookup(name, substitutions)).toBe(expected);
  });
});

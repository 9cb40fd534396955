import { describe, test } from 'vitest';
import {
  expectCompared,
  type ColumnChoices,
  type ComparedCase,
  type ExpectedCell,
} from '../../../fakes/compared-cell';

/* docs/product.md 2.3: what the rule of a column keeps, and differences that are no change. */

const CLEAR: ColumnChoices = { blank: 'clear' };
const NEVER: ColumnChoices = { write: 'never' };
const FILL: ColumnChoices = { write: 'only-empty' };

describe('the rule of a column', () => {
  const never: ExpectedCell = { is: 'kept-because-never' };
  const filled: ExpectedCell = { is: 'kept-because-filled' };
  const A_KING: ColumnChoices = { counted: ['spaces'] };
  test.each<ComparedCase>([
    ['never, another text', 'grade', 'A', 'B', NEVER, never],
    ['never, nothing there', 'grade', null, 'B', NEVER, never],
    ['never, the same text', 'grade', 'A', 'A', NEVER, { is: 'same' }],
    ['never, blank', 'grade', 'A', null, NEVER, { is: 'kept-because-blank' }],
    ['never, blank that clears', 'grade', 'A', null, { ...NEVER, ...CLEAR }, never],
    ['never, unreadable: nobody needs it', 'expiry-date', '2027-01-15', 'soon', NEVER, never],
    ['fill, nothing there', 'grade', null, 'B', FILL, { is: 'changed', after: 'B' }],
    ['fill, an empty text there', 'grade', '', 'B', FILL, { is: 'changed', after: 'B' }],
    ['fill, a value there', 'grade', 'A', 'B', FILL, filled],
    ['fill, no is a value', 'published', false, 'yes', FILL, filled],
    ['fill, the same text', 'grade', 'A', 'A', FILL, { is: 'same' }],
    ['fill, blank', 'grade', 'A', null, FILL, { is: 'kept-because-blank' }],
    ['fill, blank that clears', 'grade', 'A', null, { ...FILL, ...CLEAR }, filled],
    ['fill, unreadable', 'expiry-date', '2027-01-15', 'soon', FILL, { is: 'unreadable', code: 'bad-date' }],
    [
      'fill, unreadable, nothing there',
      'expiry-date',
      null,
      'soon',
      FILL,
      { is: 'unreadable', code: 'bad-date' },
    ],
    ['never, spaces inside', 'recipient-name', 'Ada  King', 'Ada King', NEVER, never],
    ['fill, spaces inside', 'recipient-name', 'Ada  King', 'Ada King', FILL, filled],
    [
      'never, spaces at an end that count',
      'recipient-name',
      'Ada King ',
      'Ada King',
      { ...NEVER, ...A_KING },
      { is: 'same' },
    ],
    [
      'fill, spaces at an end that count',
      'recipient-name',
      'Ada King ',
      'Ada King',
      { ...FILL, ...A_KING },
      { is: 'same' },
    ],
  ])('%s', (_name, ...given) => {
    expectCompared(...given);
  });
});

describe('a cosmetic difference', () => {
  const spaces: ExpectedCell = { is: 'same', cosmetic: 'spaces' };
  const spacesChanged: ExpectedCell = { is: 'changed', after: 'Ada King', cosmetic: 'spaces' };
  test.each<ComparedCase>([
    ['a space at the end', 'recipient-name', 'Ada King ', 'Ada King', {}, spaces],
    [
      'a space at the end that counts',
      'recipient-name',
      'Ada King ',
      'Ada King',
      { counted: ['spaces'] },
      spacesChanged,
    ],
    [
      'a space at the end of a tidied column',
      'recipient-name',
      'Ada King ',
      'Ada King',
      { transform: 'trim' },
      spacesChanged,
    ],
    [
      'only the other difference counts',
      'recipient-name',
      'Ada King ',
      'Ada King',
      { counted: ['email-case'] },
      spaces,
    ],
    [
      'the case of an e-mail',
      'recipient-email',
      'Ada@b.test',
      'ada@b.test',
      {},
      { is: 'same', cosmetic: 'email-case' },
    ],
    [
      'the case of an e-mail in a tidied column',
      'recipient-email',
      'Ada@b.test',
      'ada@b.test',
      { transform: 'lower' },
      { is: 'same', cosmetic: 'email-case' },
    ],
    [
      'the case of an e-mail that counts',
      'recipient-email',
      'Ada@b.test',
      'ada@b.test',
      { counted: ['email-case'] },
      { is: 'changed', after: 'ada@b.test', cosmetic: 'email-case' },
    ],
    [
      'composition: never sent',
      'recipient-name',
      'Jose\u0301',
      'Jos\u00E9',
      { counted: ['spaces'] },
      { is: 'same' },
    ],
    [
      'the column says the case of a name',
      'recipient-name',
      'Ada King',
      'ADA KING',
      { transform: 'title' },
      { is: 'same', text: 'Ada King' },
    ],
  ])('%s', (_name, ...given) => {
    expectCompared(...given);
  });
});

import { expect, test } from 'vitest';
import { readCell } from '../../../../lib/assign/read/read-cell';
import { transformText } from '../../../../lib/assign/choice/transform-text';
import { textTransformsOf, type TextTransform } from '../../../../lib/assign/choice/text-transform';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Cell } from '../../../../lib/sheet/cells/sheet';
import { cellOf, dayCell } from '../../../fakes/table';

test.each<[string, string]>([
  ['ADA LOVELACE', 'Ada Lovelace'],
  ['ada lovelace', 'Ada Lovelace'],
  ['Ada LOVELACE', 'Ada Lovelace'],
  ["o'brien", "O'Brien"],
  ['O’BRIEN', 'O’Brien'],
  ["D'ANGELO", "D'Angelo"],
  ["john's", "John's"],
  ['McDONALD', 'McDONALD'],
  ['McDonald', 'McDonald'],
  ['MCDONALD', 'McDonald'],
  ['mcmaster', 'McMaster'],
  ['Leonardo DiCaprio', 'Leonardo DiCaprio'],
  ['LUDWIG VAN BEETHOVEN', 'Ludwig van Beethoven'],
  ['VAN MORRISON', 'Van Morrison'],
  ['otto von der heide', 'Otto von der Heide'],
  ['MARIA DE LA CRUZ', 'Maria de la Cruz'],
  ['nguyen thi le', 'Nguyen Thi Le'],
  ['Maria De La Cruz', 'Maria De La Cruz'],
  ['ANNE-MARIE SMITH-JONES', 'Anne-Marie Smith-Jones'],
  ['j.r.r. tolkien', 'J.R.R. Tolkien'],
  ['KING JR.', 'King Jr.'],
  ['HENRY VIII', 'Henry VIII'],
  ['j', 'J'],
  ['(ADA)', '(Ada)'],
  ['ÅSA ÖBERG', 'Åsa Öberg'],
  ['ÉLODIE', 'Élodie'],
  ['A\u030ASA', 'Åsa'],
  ['ИВАН ПЕТРОВ', 'Иван Петров'],
  ['ΓΙΩΡΓΟΣ ΠΑΠΑΣ', 'Γιωργος Παπας'],
  ['ԱՆԻ', 'Անի'],
  // Case mapping is of no language: the Turkish name would be "Işık", but nothing says that it is
  // Turkish.
  ['IŞIK', 'Işik'],
  ['İSTANBUL', 'İstanbul'],
  ['ALİ', 'Ali'],
  ['ışık', 'Işık'],
  // Scripts without capitals, or without a capital at the beginning of a word.
  ['გიორგი', 'გიორგი'],
  ['王小明', '王小明'],
  ['محمد علي', 'محمد علي'],
  ['आदित्य', 'आदित्य'],
  ['straße', 'Straße'],
  ['ADA  KING', 'Ada King'],
  ['', ''],
])('%j in title case is %j', (text, expected) => {
  expect(transformText(text, 'title')).toBe(expected);
  expect(transformText(expected, 'title')).toBe(expected);
});

test.each<[TextTransform, string, string]>([
  ['trim', ' \u00A0Ada  King ', 'Ada  King'],
  ['trim', 'one  line \n next', 'one  line \n next'],
  ['spaces', 'Ada\u00A0 \tKing', 'Ada King'],
  ['spaces', 'one  line \r\n next  line', 'one line\r\nnext line'],
  ['upper', 'Straße  9', 'STRASSE 9'],
  ['lower', 'ALİ@Example.ORG', 'ali@example.org'],
])('%s of %j is %j', (transform, text, expected) => {
  expect(transformText(text, transform)).toBe(expected);
});

/** [attribute, transform, cell, value that is compared and sent] */
test.each<[AttributeId, TextTransform | undefined, Cell, unknown]>([
  ['recipient-name', undefined, cellOf(' ADA  KING '), 'ADA  KING'],
  ['recipient-name', 'title', cellOf(' ADA  KING '), 'Ada King'],
  ['recipient-name', 'title', { kind: 'text', text: 'DE KING', typed: true }, 'DE KING'],
  ['recipient-name', 'trim', cellOf(' ADA  KING '), 'ADA  KING'],
  ['recipient-email', 'lower', cellOf('Ada@Example.org'), 'ada@example.org'],
  ['grade', 'upper', cellOf('pass'), 'PASS'],
  ['grade', 'upper', cellOf(4), '4'],
])('%s transformed by %s: %j is read as %j', (id, transform, cell, value) => {
  const attribute = attributesOf([]).find((of) => of.id === id)!;
  const reading = readCell(cell, attribute, { dateFormat: null, blank: 'keep', transform });
  expect(reading).toEqual({ kind: 'value', value });
});

test('never transforms ids, days, links and flags', () => {
  const transform = 'upper';
  const read = (id: AttributeId, cell: Cell) => {
    const attribute = attributesOf([]).find((of) => of.id === id)!;
    return readCell(cell, attribute, { dateFormat: null, blank: 'keep', transform });
  };
  const may = attributesOf([{ name: 'Pic', kind: 'image' }]).filter(
    (of) => textTransformsOf(of).length === 0,
  );
  expect(may.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['id', 'day', 'phone', 'flag', 'url', 'image']),
  );
  expect(read('expiry-date', dayCell('2027-01-15'))).toEqual({ kind: 'value', value: '2027-01-15' });
});

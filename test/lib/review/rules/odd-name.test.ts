import { expect, test } from 'vitest';
import type { Finding } from '../../../../lib/review/terms/finding';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';

const credentials = [credentialOf({ id: '1', recipientName: 'Somebody Before' })];

function oddName(name: WrittenCell): Finding | undefined {
  const review = reviewOf({ columns: ['credential-id', 'recipient-name'], rows: [['1', name]], credentials });
  return review.described[0]?.findings.find(({ code }) => code === 'odd-name');
}

test.each([
  ['Ada\nKing', 'Ada King'],
  ['Ada \r\n King', 'Ada King'],
  ['Ada\n \n\tKing\u2028Byrne', 'Ada King Byrne'],
  ['Ada\nKing*', null],
  ['12345', null],
  ['---', null],
  ['Ada King*', null],
  ['Ada King €', null],
  ['Ada ★ King', null],
  ['Ada_King', null],
  ['Ada [King]', null],
  ['Ada King 10023', null],
  ['ada@example.org', null],
  ['BjØrn Dahl', null],
  ['FranÁois', null],
  ['Jiޒ Dvořák', null],
  ['Anոa', null],
  ['Pawe³', null],
  ['Ada King™', null],
  ['"Ada King"', 'Ada King'],
  ['“Ada King”', 'Ada King'],
  ['«Name»', 'Name'],
  ['"Ada King', null],
  ['Ada "King', null],
  ['https://example.org/ada', null],
  ['Ada 😀', null],
])('the name %j is asked about', (name, suggestion) => {
  expect(oddName(name)?.facts).toEqual({ suggestion });
});

test.each([
  'Ali @ Abu Bakar',
  'LIM AH LEK @ LIM AH HOCK',
  "O'Brien?",
  'O’Brien',
  'O´Brien-Smith',
  'Ada & Bob King',
  'M. A. King (Jr.)',
  'King, Ada',
  'Ada "Countess" King',
  'John 2',
  'John Smith 3rd',
  'Ng',
  'Արամ Խաչատրյան',
  'ޢަލީ',
  'A. N. Other',
  '王 小明',
  'محمد علي',
  'Нина О.',
  'Ó hÓgáin',
  'Seán Ó hÉalaithe',
  'Ada «Jo» King',
  'Ada „Jo“ King',
  '“Ada” King',
  'McÉwan',
  'ŁUKASZ ŻAK',
  'Mª José',
  'Anne–Marie',
  'G‘ulom',
  'Ada/Bob King',
  'Dr. Ada King, PhD',
  'Nguyễn Văn Ân',
  'Jean-Luc «Jo» Petit',
])('the name %s is not', (name) => {
  expect(oddName(name)).toBeUndefined();
});

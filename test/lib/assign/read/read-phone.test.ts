import { expect, test } from 'vitest';
import { readPhone } from '../../../../lib/assign/read/read-phone';

test.each([
  ['+44 20 7946 0000', '+442079460000'],
  ['+44 (0)20 7946 0000', '+442079460000'],
  ['+39 (0)6 1234 5678', '+390612345678'],
  ['+49 (0) 151 23456789', '+4915123456789'],
  ['+1-617-555-0101', '+16175550101'],
  ['+1 (617) 555.0101', '+16175550101'],
  ['+49 151/23456789', '+4915123456789'],
  ['+49 37752 / 12345', '+493775212345'],
  ['+43 1 / 234 56 78', '+4312345678'],
  ['+39 06 1234 5678', '+390612345678'],
  ['+225 07 01 02 03 04', '+2250701020304'],
  ['+242 06 123 4567', '+242061234567'],
  ['+992 00 123 4567', '+992001234567'],
  ['+49 30 12345678-90', '+49301234567890'],
  ['+61 412 345 678', '+61412345678'],
  ['+290 51234', '+29051234'],
])('the phone %s is %s', (text, expected) => {
  expect(readPhone(text)).toBe(expected);
});

test.each([
  ['a national number', '020 7946 0000'],
  ['00 for +', '0044 20 7946 0000'],
  ['no country', '+0 123 456 789'],
  ['too long', '+1617555010112345'],
  ['words', '+44 20 7946 ext 3'],
  ['a trunk zero in Britain', '+44 020 7946 0000'],
  ['a trunk zero in Germany', '+49 0151 23456789'],
  ['a trunk zero in Australia', '+61 0412 345 678'],
  ['a trunk zero in Finland', '+358 040 123 4567'],
  ['a trunk zero in Japan', '+81 090-1234-5678'],
  ['a 0 that no area code of North America has', '+1 0617 555 0101'],
  ['a number and its other ending', '+1 415 555 2671 / 72'],
  ['a number and another one', '+44 20 7946 0000 / 20 7946 0001'],
  ['two whole numbers', '+442079460000/+442079460001'],
  ['two lines', '+44 20 7946 0000\n20 7946 0001'],
  ['two lines, the second one short', '+44 20 7946 0000\n01'],
  ['two with a semicolon', '+442079460000; +442079460001'],
  ['a digit too few in North America', '+1 415 555 267'],
  ['a digit too many in North America', '+1 415 555 26710'],
])('no phone: %s', (_, text) => {
  expect(readPhone(text)).toBeNull();
});

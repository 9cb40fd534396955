import { expect, test } from 'vitest';
import { dayOfSerial } from '../../../../lib/sheet/number-format/serial-day';

test.each([
  ['the first day of 1900', 1, 1900, '1900-01-01', false],
  ['the day before the phantom', 59, 1900, '1900-02-28', false],
  ['the day after the phantom', 61, 1900, '1900-03-01', false],
  ['the day of 1970', 25_569, 1900, '1970-01-01', false],
  ['a leap day', 45_351, 1900, '2024-02-29', false],
  ['no leap day in 2100', 73_110, 1900, '2100-03-01', false],
  ['a day of our time', 46_418, 1900, '2027-01-31', false],
  ['with a time of day', 46_418.75, 1900, '2027-01-31', true],
  ['a hair before midnight is that midnight', 46_417.999_999_999_9, 1900, '2027-01-31', false],
  ['a second before midnight is not', 46_417.999_98, 1900, '2027-01-30', true],
  ['the last day', 2_958_465, 1900, '9999-12-31', false],
  ['the first day of 1904', 0, 1904, '1904-01-01', false],
  ['the same day in the 1904 system', 46_418 - 1462, 1904, '2027-01-31', false],
  ['the last day of the 1904 system', 2_957_003, 1904, '9999-12-31', false],
] as const)('%s', (_, serial, system, day, timeOfDay) => {
  expect(dayOfSerial(serial, system)).toEqual({ day, timeOfDay });
});

test.each([
  ['29 February 1900, which never was', 60, 1900],
  ['the same with a time', 60.5, 1900],
  ['0 January 1900', 0, 1900],
  ['a time of day alone', 0.5, 1900],
  ['a negative number', -1, 1900],
  ['after 9999', 2_958_466, 1900],
  ['a negative number in 1904', -1, 1904],
  ['no number', Number.NaN, 1900],
] as const)('no day: %s', (_, serial, system) => {
  expect(dayOfSerial(serial, system)).toBeNull();
});

import { expect, test } from 'vitest';
import { readWrittenDay } from '../../../../lib/sheet/dates/dates';

test.each([
  ['1.º de marzo de 2027', '2027-03-01'],
  ['1º de marzo de 2027', '2027-03-01'],
  ['1ro de marzo de 2027', '2027-03-01'],
  ['1ero. de marzo de 2027', '2027-03-01'],
  ['31 de enero del año 2027', '2027-01-31'],
  ['martes, 2 de marzo de 2027', '2027-03-02'],
  ['2-mzo-27', '2027-03-02'],
  ['15 febr. 2027', '2027-02-15'],
  ['15/agto/2027', '2027-08-15'],
  ['sáb. 2 ene. 2027', '2027-01-02'],
  ['ENERO 31, 2027', '2027-01-31'],
  ['31/01/2027 14:05 hrs', '2027-01-31'],
  ['31/01/2027 14:05 hs.', '2027-01-31'],
  ['31/01/2027 a la 1:05', '2027-01-31'],
  ['31 de enero de 2027 a las 14:05 horas', '2027-01-31'],
  ['31/01/2027 2:05 p.\u00A0m.', '2027-01-31'],
  // No dates, or more than one.
  ['enero de 2027', null],
  ['31 de enero', null],
  ['1 de marzo a 3 de marzo de 2027', null],
  ['40 horas', null],
  ['14:05 hrs', null],
  ['2027 a la 1:05', null],
  ['31/01/2027 10:00 horas lectivas', null],
  ['3ro de primaria 2027', null],
  ['año 2027', null],
  ['Madrid, 31 de enero de 2027', null],
  ['31 de brumario de 2027', null],
  ['31 de febrero de 2027', null],
])('%s -> %s', (text, day) => expect(readWrittenDay(text, 'day-month-year')).toBe(day));

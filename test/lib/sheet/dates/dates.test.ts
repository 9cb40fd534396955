import { describe, expect, test } from 'vitest';
import { readWrittenDay } from '../../../../lib/sheet/dates/dates';
import { lossesOfReading } from '../../../../lib/sheet/dates/parse-written-date';

describe('a date in the order of its column', () => {
  test.each([
    ['31/01/2027', 'day-month-year', '2027-01-31'],
    ['01/31/2027', 'month-day-year', '2027-01-31'],
    ['01/02/2027', 'day-month-year', '2027-02-01'],
    ['01/02/2027', 'month-day-year', '2027-01-02'],
    ['31.1.2027', 'day-month-year', '2027-01-31'],
    ['1. 2. 2027', 'day-month-year', '2027-02-01'],
    ['1.2.27', 'day-month-year', '2027-02-01'],
    ['1. 2.27', 'day-month-year', '2027-02-01'],
    ['1. 2. 27', 'day-month-year', '2027-02-01'],
    ['31-01-2027', 'day-month-year', '2027-01-31'],
    ['31 01 2027', 'day-month-year', '2027-01-31'],
    ['27/01/31', 'year-month-day', '2027-01-31'],
    ['1/2/49', 'day-month-year', '2049-02-01'],
    ['1/2/50', 'day-month-year', '1950-02-01'],
    ['1/2/99', 'day-month-year', '1999-02-01'],
    ['31/01/2027 14:05', 'day-month-year', '2027-01-31'],
    ['1/31/2027 2:05:00 PM', 'month-day-year', '2027-01-31'],
    ['31.01.2027, 14:05 Uhr', 'day-month-year', '2027-01-31'],
    ['Mo., 31.01.2027', 'day-month-year', '2027-01-31'],
    ['\u00A031/01/2027\u200B', 'day-month-year', '2027-01-31'],
    ['29/02/2028', 'day-month-year', '2028-02-29'],
    ['31/01/2027 10:00 EST', 'day-month-year', '2027-01-31'],
    ['31/01/2027 10:00 am pst', 'day-month-year', '2027-01-31'],
    ['31.01.2027 10:00 MEZ', 'day-month-year', '2027-01-31'],
    ['31/01/2027 12:00:00 AM GMT+1', 'day-month-year', '2027-01-31'],
    ['31/01/2027 23:30 UTC+05:45', 'day-month-year', '2027-01-31'],
    ['31/01/2027 10:00 Eastern Standard Time', 'day-month-year', '2027-01-31'],
    ['31/01/2027 10:00 Pacific Time (US & Canada)', 'day-month-year', '2027-01-31'],
    ['31.01.2027 10:00:00 Mitteleuropäische Sommerzeit', 'day-month-year', '2027-01-31'],
    ['31/01/2027 10:00 heure normale d’Europe centrale', 'day-month-year', '2027-01-31'],
    ['31/01/2027 10:00 Europe/Berlin', 'day-month-year', '2027-01-31'],
    ['31/01/2027 00:00:00 GMT+0100 (Central European Standard Time)', 'day-month-year', '2027-01-31'],
    ['10:15:32 31/01/2027', 'day-month-year', '2027-01-31'],
    ['1-31-2027T10:00', 'month-day-year', '2027-01-31'],
    ['31.1.2027.', 'day-month-year', '2027-01-31'],
    ['28. 2. 2027.', 'day-month-year', '2027-02-28'],
    ['31.01.2027 г.', 'day-month-year', '2027-01-31'],
    ['31.01.2027г', 'day-month-year', '2027-01-31'],
    ['31.01.2027 r.', 'day-month-year', '2027-01-31'],
    ['31.1.2027. godine', 'day-month-year', '2027-01-31'],
    ['３１／０１／２０２７', 'day-month-year', '2027-01-31'],
    ['٣١/٠١/٢٠٢٧', 'day-month-year', '2027-01-31'],
    ['३१-०१-२०२७', 'day-month-year', '2027-01-31'],
    ["'31/01/2027", 'day-month-year', '2027-01-31'],
    ['31–01–2027', 'day-month-year', '2027-01-31'],
  ] as const)('%s as %s is %s', (text, format, day) => {
    expect(readWrittenDay(text, format)).toBe(day);
  });
});

describe('a date that needs no order', () => {
  test.each([
    ['2027-01-31', '2027-01-31'],
    ['2027/1/31', '2027-01-31'],
    ['2027.01.31.', '2027-01-31'],
    ['2027 01 31', '2027-01-31'],
    ['20270131', '2027-01-31'],
    ['2027年1月31日', '2027-01-31'],
    ['2027-01-31T23:59:59Z', '2027-01-31'],
    ['2027-01-31T23:59:59.123+02:00', '2027-01-31'],
    ['2027-01-31 00:00:00', '2027-01-31'],
    ['31 Jan 2027', '2027-01-31'],
    ['31-Jan-27', '2027-01-31'],
    ['Jan 31, 2027', '2027-01-31'],
    ['January 31st, 2027', '2027-01-31'],
    ['Sunday, January 31, 2027', '2027-01-31'],
    ['31. Januar 2027', '2027-01-31'],
    ['1. März 2027', '2027-03-01'],
    ['1 de marzo de 2027', '2027-03-01'],
    ['3 mars 2027', '2027-03-03'],
    ['1er août 2027', '2027-08-01'],
    ['15 févr. 2027', '2027-02-15'],
    ['2027-Jan-31', '2027-01-31'],
    ['31 JAN 2027 10:00 AM', '2027-01-31'],
    ['Jan 31, 2027 at 10:00 AM', '2027-01-31'],
    ['31. Januar 2027 um 10:00 Uhr', '2027-01-31'],
    ['31 ene 2027 a las 10:00', '2027-01-31'],
    ['31 janv. 2027 à 10 h 05', '2027-01-31'],
    ['31 Jan 2027 10 PM', '2027-01-31'],
    ['2027-01-31 10:00:00+00', '2027-01-31'],
    ['2027-01-31 10:00:00.123 +0100', '2027-01-31'],
    ['Sun Jan 31 2027 00:00:00 GMT+0100 (Central European Standard Time)', '2027-01-31'],
    ['20270131T100000Z', '2027-01-31'],
    ['2024/03/05 10:15:32 AM GMT+1', '2024-03-05'],
    ['2027/02/28 9:00:00 PM GMT-7', '2027-02-28'],
    ['2027-01-31Z', '2027-01-31'],
    ['2027-01-31+01:00', '2027-01-31'],
    ['31 Jan 2027 UTC', '2027-01-31'],
    ['2027-01-31T00:00:00+01:00', '2027-01-31'],
    ['2027-01-30T19:00:00-05:00', '2027-01-31'],
    ['2027-01-31T00:00+01:00[Europe/Berlin]', '2027-01-31'],
    ['2027-01-31T00:00:00−05:00', '2027-01-31'],
    ['Sun Jan 31 00:00:00 CET 2027', '2027-01-31'],
    ['Sun Jan 31 00:00:00 +0000 2027', '2027-01-31'],
    ['Sun, 31 Jan 2027 00:00:00 +0000', '2027-01-31'],
    ['２０２７年１月３１日', '2027-01-31'],
    ['2027. 1. 31. 오전 10:15:32', '2027-01-31'],
    ['2027/1/31 下午10:15:32', '2027-01-31'],
    ['46418', '2027-01-31'],
    ['46418.75', '2027-01-31'],
  ])('%s is %s, whatever the order', (text, day) => {
    expect(readWrittenDay(text, 'day-month-year')).toBe(day);
    expect(readWrittenDay(text, 'month-day-year')).toBe(day);
  });
});

test.each([
  ['31/02/2027', 'day-month-year'],
  ['29/02/2027', 'day-month-year'],
  ['31 Feb 2027', 'day-month-year'],
  ['2027-02-30', 'day-month-year'],
  ['13/13/2027', 'month-day-year'],
  ['01/31/2027', 'day-month-year'],
  ['31/01/2027', 'year-month-day'],
  ['00/01/2027', 'day-month-year'],
  ['31/01', 'day-month-year'],
  ['Jan 2027', 'day-month-year'],
  ['2027', 'day-month-year'],
  ['12345', 'day-month-year'],
  ['99999', 'day-month-year'],
  ['29/02/1900', 'day-month-year'],
  ['1/2/345', 'day-month-year'],
  ['tomorrow', 'day-month-year'],
  ['n/a', 'day-month-year'],
  ['', 'day-month-year'],
  ['14:05', 'day-month-year'],
  ['AB-01-02-2027', 'day-month-year'],
  ['31/01/2027 10:00 or 01/02/2027', 'day-month-year'],
  ['31/01/2027 10:00 - 12:00', 'day-month-year'],
  ['31/01/2027 10:00 TBC', 'day-month-year'],
  ['31/01/2027 10:00 see note', 'day-month-year'],
  ['31/01/2027 - 28/02/2027', 'day-month-year'],
  ['31/01/2027 Ada', 'day-month-year'],
  ['31/01/2027 EST', 'day-month-year'],
  ['31.01.2027 rev', 'day-month-year'],
  ['10.1.2027.15', 'day-month-year'],
  ['2027-01-31-05', 'day-month-year'],
  ['12:30 EST', 'day-month-year'],
  ['192.168.1.1', 'day-month-year'],
] as const)('%s as %s is no day', (text, format) => {
  expect(readWrittenDay(text, format)).toBeNull();
});

test('a hostile text is not looked at', () => {
  expect(readWrittenDay(`31/01/2027${' ,T'.repeat(1_000_000)}`, 'day-month-year')).toBeNull();
});

/** [text, a time of day is dropped, a year of two digits is completed] */
test.each([
  ['31/01/2027', false, false],
  ['31/01/27', false, true],
  ['31 Jan 27', false, true],
  ['31/01/2027 14:05', true, false],
  ['31/01/27, 2 pm', true, true],
  ['2027-01-31T10:00:00+00', true, false],
  ['46418', false, false],
  ['46418.75', true, false],
])('%s: time of day dropped: %s, year completed: %s', (text, timeOfDay, shortYear) => {
  expect(lossesOfReading(text)).toEqual({ timeOfDay, shortYear });
});

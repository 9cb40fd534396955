import { expect, test } from 'vitest';
import { readWrittenDay } from '../../../../lib/sheet/dates/dates';

test.each([
  ['31 يناير 2027', '2027-01-31'],
  ['٣١ يناير ٢٠٢٧', '2027-01-31'],
  ['الأحد، 31 يناير 2027', '2027-01-31'],
  ['الأحد 31 يناير 2027', '2027-01-31'],
  ['31 يناير، 2027', '2027-01-31'],
  ['31 يناير 2027م', '2027-01-31'],
  ['31 يناير 2027 م', '2027-01-31'],
  ['31 كانون الثاني 2027', '2027-01-31'],
  ['1 تشرين الأول 2026', '2026-10-01'],
  ['1 تشرين الثاني 2026', '2026-11-01'],
  ['1 كانون الأول 2026', '2026-12-01'],
  ['3 أبريل 2027', '2027-04-03'],
  ['3 ابريل 2027', '2027-04-03'],
  ['3 آذار 2027', '2027-03-03'],
  ['15 آب 2027', '2027-08-15'],
  ['15 أوت 2027', '2027-08-15'],
  ['5 جويلية 2027', '2027-07-05'],
  ['5 غشت 2027', '2027-08-05'],
  ['\u200F31 ديسمبر 2026', '2026-12-31'],
])('%s is %s, whatever the order', (text, day) => {
  expect(readWrittenDay(text, 'day-month-year')).toBe(day);
  expect(readWrittenDay(text, 'month-day-year')).toBe(day);
});

test('the sign of the common era behind numbers leaves their order to the column', () => {
  expect(readWrittenDay('01/02/2027م', 'day-month-year')).toBe('2027-02-01');
  expect(readWrittenDay('01/02/2027م', 'month-day-year')).toBe('2027-01-02');
});

// Another calendar, half a month, a time to come, or no day.
test.each([
  '15/06/1448هـ',
  '15/06/1448 هـ',
  '15 محرم 1448',
  '1 ربيع الثاني 1448',
  '12 جمادى الأولى 1448هـ',
  '31 كانون 2027',
  '31 الثاني 2027',
  '1 تشرين 2026',
  'يناير 2027',
  'نهاية يناير 2027',
  'من 1 إلى 4 مارس 2027',
  '31 يناير 2027 تقريبا',
  '2 مارس 2027 4 مارس 2027',
  '31 فبراير 2027',
  'الأحد',
  'م',
])('%s is no day that can be read', (text) => {
  expect(readWrittenDay(text, 'day-month-year')).toBeNull();
});

import { expect, test } from 'vitest';
import { headerText } from '../../../../lib/assign/guess/header-text';
import { isNameHeader } from '../../../../lib/assign/guess/name-headers';
import { PERHAPS_OF, SYNONYM_OF } from '../../../../lib/assign/guess/synonyms';

test.each([
  ['تاريخ الإصدار', 'issue-date'],
  ['تاريخ الاصدار', 'issue-date'],
  ['تَارِيخ الإصدار', 'issue-date'],
  ['تاريخ الإصـــدار', 'issue-date'],
  ['تاريخ الإصدار:', 'issue-date'],
  ['\u200Fتاريخ الانتهاء', 'expiry-date'],
  ['تاريخ انتهاء الصلاحية', 'expiry-date'],
  ['البريد الإلكتروني', 'recipient-email'],
  ['البريد الالكتروني', 'recipient-email'],
  ['الايميل', 'recipient-email'],
  ['اسم المتدربة', 'recipient-name'],
  ['الاسم الكامل', 'recipient-name'],
  ['رقم الجوال', 'recipient-phone'],
  ['اسم الدورة', 'credential-name'],
  ['البريد القديم', 'present-email'],
])('%s certainly means %s', (header, attribute) => {
  expect(SYNONYM_OF.get(headerText(header))).toBe(attribute);
});

test.each([
  ['الاسم', 'recipient-name'],
  ['رقم الشهادة', 'credential-id'],
  ['معرف الشهادة', 'credential-id'],
  ['التاريخ', 'issue-date'],
  ['التقدير', 'grade'],
  ['الحالة', 'published'],
])('%s perhaps means %s', (header, attribute) => {
  expect(SYNONYM_OF.get(headerText(header))).toBeUndefined();
  expect(PERHAPS_OF.get(headerText(header))).toBe(attribute);
});

// Columns of course administration that are about something else.
test.each([
  'تاريخ الميلاد',
  'تاريخ التسجيل',
  'تاريخ انتهاء جواز السفر',
  'تاريخ انتهاء الاشتراك',
  'تاريخ إصدار الفاتورة',
  'تاريخ إصدار الهوية',
  'اسم المدرب',
  'اسم الشركة',
  'اسم المستخدم',
  'اسم الأب',
  'بريد المدرب',
  'بريد ولي الأمر',
  'هاتف الطوارئ',
  'رقم الفاتورة',
  'وصف الوظيفة',
  'مكان الإصدار',
])('%s says nothing', (header) => {
  expect(SYNONYM_OF.get(headerText(header))).toBeUndefined();
  expect(PERHAPS_OF.get(headerText(header))).toBeUndefined();
  expect(isNameHeader(header)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { compileFormat } from '../../../../lib/sheet/number-format/compile-format';

/** Numbers as Excel shows them, checked against LibreOffice. Comments say where SheetJS differs. */

const shown = (code: string, value: number) => compileFormat(code, 1900)?.show(value);

describe('ids and phone numbers keep every digit', () => {
  test.each([
    ['00000', 42, '00042'],
    ['00000', 1234567, '1234567'],
    ['000-00-0000', 12345678, '012-34-5678'],
    // SheetJS: 345-67-8901.
    ['000-00-0000', 12345678901, '12345-67-8901'],
    // SheetJS: 34567-8901.
    ['00000-0000', 12345678901, '1234567-8901'],
    ['(000) 000-0000', 5551234567, '(555) 123-4567'],
    // SheetJS: (234) 567-8901.
    ['(000) 000-0000', 12345678901, '(1234) 567-8901'],
    ['[<=9999999]###-####;(###) ###-####', 5551234, '555-1234'],
    ['[<=9999999]###-####;(###) ###-####', 5551234567, '(555) 123-4567'],
    ['[<=9999999]###-####;(###) ###-####', 12345678901, '(1234) 567-8901'],
    ['[<=9999999]###-####;(###) ###-####', 7, '-7'],
    // SheetJS: 8-9.
    ['0-0', 123456789, '12345678-9'],
    ['00\\.000\\.000-0', 123456789, '12.345.678-9'],
    ['000\\ 000\\ 000', 1234567, '001 234 567'],
    ['###\\ ###\\ ###', 1234, ' 1 234'],
    ['#" "##0', 1234567, '1234 567'],
    ['00:00', 1230, '12:30'],
    ['"ID-"00000', 42, 'ID-00042'],
    ['"AB"00"-"000', 12345, 'AB12-345'],
    // SheetJS: 000-00-0005.
    ['000-00-0000', -5, '-000-00-0005'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('conditions', () => {
  test.each([
    ['[<1]0%;0.0', 0.5, '50%'],
    ['[<1]0%;0.0', 12.5, '12.5'],
    // SheetJS: 500%.
    ['[<1]0%;0.0', -5, '-500%'],
    ['[<1]"low";[>=100]"high";0', 0.5, 'low'],
    ['[<1]"low";[>=100]"high";0', 100, 'high'],
    ['[<1]"low";[>=100]"high";0', 42, '42'],
    ['[=1]"yes";[=0]"no";0', 1, 'yes'],
    ['[=1]"yes";[=0]"no";0', 0, 'no'],
    ['[=1]"yes";[=0]"no";0', 7, '7'],
    ['[>100][Red]0;[Blue]0.00', 1234.5, '1235'],
    ['[>100][Red]0;[Blue]0.00', 42, '42.00'],
    ['[<>0]0;"none"', 0, 'none'],
    ['[<0](0);0', -5, '(5)'],
    // SheetJS: nil, for every number.
    ['0.0;[=0]"nil";0', 12.5, '12.5'],
    ['0.0;[=0]"nil";0', 0, 'nil'],
    ['[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', 1_234_567, '1.2M'],
    ['[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', 1234, '1.2K'],
    ['[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', 12, '12'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('digits', () => {
  test.each([
    ['0', 12.5, '13'],
    ['0', -0.004, '0'],
    ['0.00', 1.005, '1.01'],
    ['#,##0', 1234567.891, '1,234,568'],
    ['#,##0.00', -1234.5, '-1,234.50'],
    ['0,000', 5, '0,005'],
    ['#,##0,', 1234567, '1,235'],
    ['0.0,,', 1234567, '1.2'],
    ['0.###', 7, '7.'],
    ['0.##0', 1.5, '1.500'],
    ['#.##', 0.5, '.5'],
    ['#', 0, ''],
    ['.00', 12.5, '12.50'],
    ['0%', 0.57, '57%'],
    ['0.0\\%', 12.5, '12.5%'],
    ['??0', 7, '  7'],
    // SheetJS cannot.
    ['???.???', 12.5, ' 12.5  '],
    ['0.?', 42, '42. '],
    // SheetJS: 42.01.
    ['0.00??', 42.005, '42.005 '],
    ['+0;-0;0', 5, '+5'],
    ['0.00;;', -5, ''],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', 1.005, ' $1.01 '],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', -5, ' $(5.00)'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', 0, ' $-   '],
    ['_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', 1234.5, ' 1,234.50 € '],
    ['[$€-407]\\ #,##0.00', 1234.5, '€ 1,234.50'],
    ['General" units"', 12.5, '12.5 units'],
    ['0" pcs"', 7, '7 pcs'],
    // A sheet has 15 digits and zeros behind them.
    ['0.00', 1e21, '1000000000000000000000.00'],
    ['#,##0', 1.5e21, '1,500,000,000,000,000,000,000'],
    ['0', 123456789012345678901234, '123456789012346000000000'],
    ['0', 1.23456789012345e20, '123456789012345000000'],
    ['0.', 1e21, '1000000000000000000000.'],
    ['General', 1e21, '1E+21'],
    ['', 46418, '46418'],
    ['General', 1.5e22, '1.5E+22'],
    [`0.${'0'.repeat(20)}`, 0.1, '0.10000000000000000000'],
    ['0.00000', 123456789012.345, '123456789012.34500'],
    ['0.00', 4.9e-324, '0.00'],
    [`0.${'0'.repeat(200)}`, 7, `7.${'0'.repeat(200)}`],
    ['0.00E+00', 12345, '1.23E+04'],
    ['0.00E+00', 1.005, '1.01E+00'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('days with a time of day close to midnight', () => {
  test.each([
    ['yyyy-mm-dd', 46_418.9999999, '2027-01-31'],
    ['yyyy-mm-dd', 46_418.999999999, '2027-02-01'],
    ['yyyy-mm-dd hh:mm:ss', 2_958_465.999_999_99, '9999-12-31 23:59:59'],
    ['yyyy-mm-dd', 2_958_465.999_999_999_5, '9999-12-31'],
    ['0%', 1e307, '1e+307'],
    ['yyyy-mm-dd hh:mm:ss', 46_418.9999999, '2027-02-01 00:00:00'],
    ['yyyy-mm-dd hh:mm:ss.000', 46_418.9999999, '2027-01-31 23:59:59.991'],
    ['mmm a/p', 46_418.9999999, 'Feb A'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('text', () => {
  test.each([
    // Numbers have no section here: SheetJS and LibreOffice show them in General format.
    ['"x"@"y"', 5, '5'],
    ['"x"@"y"', -1234.5, '-1234.5'],
    ['0;@', 5, '5'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
  test.each([
    ['"x"@"y"', 'xJoey'],
    ['0;-0;0;"ID-"@', 'ID-Joe'],
    ['_(@_)', 'Joe'],
    ['0', 'Joe'],
  ])('%s of Joe', (code, text) => {
    expect(compileFormat(code, 1900)?.showText('Joe')).toBe(text);
  });
});

describe('days', () => {
  const DAY = 46_418; // 31 January 2027, a Sunday
  test.each([
    // Era and weekday of East Asia without a language in the format, as in an English Excel.
    ['ggge"年"m"月"d"日"', '2027年1月31日'],
    ['e/m/d', '2027/1/31'],
    ['ge.m.d', '2027.1.31'],
    ['gge/mm/dd', '2027/01/31'],
    ['[$-411]ge.m.d', 'R9.1.31'],
    ['aaa', 'Sun'],
    ['yyyy/m/d aaaa', '2027/1/31 Sunday'],
    ['dd.mm.yyyy', '31.01.2027'],
    ['[$-407]d. mmmm yyyy;@', '31. January 2027'],
  ])('%s', (code, text) => {
    expect(compileFormat(code, 1900)).toMatchObject({ day: true });
    expect(shown(code, DAY)).toBe(text);
  });
});

describe('fractions, as SheetJS shows them', () => {
  test.each([
    ['# ?/?', 2.5, '2 1/2'],
    ['# ?/?', 0, '0    '],
    ['# ?/?', 0.01, '0    '],
    ['# ?/?', -0.01, '0    '],
    ['# ?/?', 0.5, ' 1/2'],
    ['# ?/?', -0.2, '- 1/5'],
    ['# ?/?', 2, '2    '],
    ['# ?/?', 2.99, '3    '],
    ['# ??/??', 2.5, '2  1/2 '],
    ['# ??/??', 1 / 3, '  1/3 '],
    ['# ???/???', 3.14159, '3  16/113'],
    ['# ??/16', 2.5, '2  8/16'],
    ['# ?/4', 0.5, ' 2/4'],
    ['# ?/4', 0.99, '1    '],
    ['# ??/100', 0.07, '  7/100'],
    ['0 ?/?', 0.5, '0 1/2'],
    ['0/0', 2.5, '5/2'],
    ['#/#', 0.75, '3/4'],
    ['?/?', 0, '0/1'],
    ['# ?/?" in"', 1.25, '1 1/4 in'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('exponents', () => {
  test.each([
    ['##0.0E+0', 12345, '12.3E+3'],
    ['##0.0E+0', 0, '0.0E+0'],
    ['##0.0E+0', 999.96, '1.0E+3'],
    ['##0.0E+0', 0.00012, '120.0E-6'],
    ['0.0E-0', 12345, '1.2E4'],
    ['0.0E-0', 0.012, '1.2E-2'],
    ['0.0##E+00', 1500, '1.5E+03'],
    ['0E+00', 9.9, '1E+01'],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('letters without quotes', () => {
  // General in other spellings and languages: every digit of an id is shown.
  test.each([
    'GENERAL',
    'general',
    'Standard',
    'Geral',
    'Estándar',
    'Algemeen',
    'Genel',
    '標準',
    'G/標準',
    '常规',
    'TRUE',
  ])('%s is General', (code) => {
    expect(compileFormat(code, 1900)).toMatchObject({ plain: true, day: false, scientific: false });
    expect(shown(code, 95.5)).toBe('95.5');
    expect(shown(code, -5)).toBe('-5');
  });
  test.each([
    ['0 kg', 5, '5 kg', false],
    ['0 days', 5, '5 days', false],
    ['yyyy-mm-ddThh:mm:ss', 46_418.5, '2027-01-31T12:00:00', true],
    ['yyyy-mm-ddThh:mm:ssZ', 46_418.5, '2027-01-31T12:00:00Z', true],
    ['h:mmAM/PM', 0.5, '12:00PM', false],
    ['Standard;-Standard', -5, '-5', false],
    ['"Standard"', 5, 'Standard', false],
    ['yyyymmdd', 46_418, '20270131', true],
    ['dd.mm.yyyy г.', 46_418, '31.01.2027 г.', true],
    ['0 шт', 5, '5 шт', false],
  ])('%s of %d', (code, value, text, day) => {
    expect(compileFormat(code, 1900)).toMatchObject({ plain: false, day });
    expect(shown(code, value)).toBe(text);
  });
});

test.each(['['.repeat(200_000), '"'.repeat(200_000), `0.${'0'.repeat(5_000_000)}`])(
  'a format of a million signs is General',
  (code) => {
    expect(compileFormat(code, 1900)).toMatchObject({ plain: true, day: false, scientific: false });
    expect(shown(code, 1.5)).toBe('1.5');
  },
);

test.each([
  '# ?/? ?/?',
  '# #,#/?',
  '[>1]0;0;0',
  '[DBNum1]0',
  '[ENG]d-mmm',
  '0.0 deg',
  'TT.MM.JJJJ',
  'yyyy[$',
])('%s is left to SheetJS', (code) => {
  expect(compileFormat(code, 1900)).toBeNull();
});

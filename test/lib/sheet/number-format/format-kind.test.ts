import { expect, test } from 'vitest';
import { isDayFormat, isScientificFormat } from '../../../../lib/sheet/number-format/format-kind';

test.each([
  'm/d/yy',
  'dd.mm.yyyy',
  'd-mmm-yy',
  'mmm-yy',
  'mmmm',
  'm/d/yy h:mm',
  '[$-409]d\\-mmm\\-yy;@',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  '[Red]yyyy-mm-dd',
  'yyyy"年"m"月"d"日"',
  '[$-411]ggge"年"m"月"',
  'yyyy\\-mm\\-dd;;;@',
  'yyyymmdd',
  'yyyy-mm-ddThh:mm:ss',
  'bbbb',
  'yyyy-mm-dd hh:mm:ss.000',
  'ge.m.d',
  'mmmAM/PM',
])('%s shows a day', (format) => {
  expect(isDayFormat(format)).toBe(true);
});

test.each([
  'General',
  '@',
  '0.00',
  '0%',
  '#,##0.00 [$EUR]',
  '0.00E+00',
  'h:mm',
  'h:mm:ss AM/PM',
  'mm:ss.0',
  '[h]:mm',
  '[mm]:ss',
  '0 "days"',
  '"Day "0',
  '0\\d',
  '[Red]0;[Magenta]-0',
  '[Yellow]#,##0',
  '_(* #,##0_);_(@_)',
  '# ?/?',
  '0;"dd"',
  'Standard',
  'Geral',
  'Genel',
  'GENERAL',
  'G/標準',
  '0 kg',
  '0 days',
  '0.0 deg',
  '0 egg',
  '0 d',
  'Generale',
  'd'.repeat(500),
])('%s does not', (format) => {
  expect(isDayFormat(format)).toBe(false);
});

test.each([
  ['0.00E+00', true],
  ['##0.0E+0', true],
  ['0.00', false],
  ['"E+"0', false],
])('%s shows an exponent: %s', (format, expected) => {
  expect(isScientificFormat(format)).toBe(expected);
});

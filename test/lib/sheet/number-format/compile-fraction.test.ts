import { describe, expect, test } from 'vitest';
import { compileFormat } from '../../../../lib/sheet/number-format/compile-format';

const shown = (code: string, value: number) => compileFormat(code, 1900)?.show(value);

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

import { describe, expect, test } from 'vitest';
import { compileFormat } from '../../../../lib/sheet/number-format/compile-format';

const shown = (code: string, value: number) => compileFormat(code, 1900)?.show(value);

describe('letters without quotes', () => {
  // General in other spellings and languages: every digit of an id is shown.
  test.each([
    'GENERAL',
    'general',
    'Standard',
    'Geral',
    'Estándar',
    'Algemeen',
    'Generale',
    'Général',
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
    ['0 egg', 5, '5 egg', false],
    ['0.0 deg', 5, '5.0 deg', false],
    ['0 d', 5, '5 d', false],
    ['0 g', 5, '5 g', false],
    ['Y0', 5, 'Y5', false],
    ['M00;m00', -5, 'm05', false],
    ['[h]:mm:ss.00', 0.5, '12:00:00.00', false],
    ['mm:ss.0', 0.5, '00:00.0', false],
    ['dd/mm/yyyy;0 d', 46_418, '31/01/2027', true],
    ['General" generally"', 5, '5 generally', false],
  ])('%s of %d', (code, value, text, day) => {
    expect(compileFormat(code, 1900)).toMatchObject({ plain: false, day });
    expect(shown(code, value)).toBe(text);
  });
});

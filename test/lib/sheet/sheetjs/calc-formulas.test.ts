import { describe, expect, test } from 'vitest';
import { blankZerosOfCalc } from '../../../../lib/sheet/sheetjs/calc-formulas';
import { leastCost } from '../least-cost';

/** BIFF record. */
function record(type: number, content: readonly number[]): readonly number[] {
  return [type & 255, type >> 8, content.length & 255, content.length >> 8, ...content];
}

/** Stream of nothing but BOF records of sheets. */
function sheets(count: number): Uint8Array {
  const calc = record(
    0x5c,
    Array.from('\u0004\0\0Calc', (letter) => letter.charCodeAt(0)),
  );
  const sheet = record(0x85, [9, 9, 9, 9]);
  const begin = record(0x809, []);
  return Uint8Array.from([...calc, ...Array.from({ length: count }, () => [...sheet, ...begin]).flat()]);
}

test('scans a stream of nothing but BOF records once', async () => {
  // Enough for some milliseconds: what takes less cannot be compared on a busy machine.
  const [few, many] = [sheets(40_000), sheets(320_000)];
  expect(blankZerosOfCalc(many)).toBeNull();
  // Eight times the sheets cost eight times as much. A search among all for each would cost 64
  // times.
  const most = 24 * (await leastCost(() => blankZerosOfCalc(few)));
  expect(await leastCost(() => blankZerosOfCalc(many), most)).toBeLessThan(most);
});

describe('a zero that is stored for a formula', () => {
  const CALC = record(
    0x5c,
    Array.from('\u0004\0\0Calc', (letter) => letter.charCodeAt(0)),
  );
  const ZERO = [0, 0, 0, 0, 0, 0, 0, 0];
  const TEXT = [0, 0, 0, 0, 0, 0, 0xff, 0xff];
  const formula = (value: readonly number[], tokens: readonly number[]) =>
    record(0x06, [0, 0, 0, 0, 0, 0, ...value, 0, 0, 0, 0, 0, 0, tokens.length, 0, ...tokens]);

  /** How many zeros are blanked in a sheet with these formulas. */
  function blankedIn(formulas: readonly (readonly number[])[], version = 0x06): number {
    const begin = record(0x809, [0, version, 0x10, 0]);
    const before = CALC.length + record(0x85, [0, 0, 0, 0]).length;
    const sheet = record(0x85, [before & 255, before >> 8, 0, 0]);
    const stream = Uint8Array.from([...CALC, ...sheet, ...begin, ...formulas.flat()]);
    return blankZerosOfCalc(stream)?.blanked[0] ?? 0; // nothing was blanked
  }

  const REF = [0x44, 0, 0, 0, 0xc0];
  const AREA = [0x25, 0, 0, 1, 0, 0, 0xc0, 0, 0xc0];
  const STR = [0x17, 2, 0, 0x61, 0x62];
  const func = (number: number) => [0x41, number & 255, number >> 8];
  const many = (count: number, number: number) => [0x42, count, number & 255, number >> 8];

  test.each<[string, readonly number[], number]>([
    ['A1-A2', [...REF, ...REF, 0x04], 0],
    ['-A1', [...REF, 0x13], 0],
    ['A1%', [...REF, 0x14], 0],
    ['(A1+A2)', [...REF, ...REF, 0x03, 0x15], 0],
    ['SUM(A1:B2), short', [...AREA, 0x19, 0x10, 0, 0], 0],
    ['SUM(A1:B2)', [...AREA, ...many(1, 4)], 0],
    ['LEN(A1)', [...REF, ...func(32)], 0],
    ['ROUND(A1,2)', [...REF, 0x1e, 2, 0, ...func(27)], 0],
    ['COUNTIF(A1:B2,"ab")', [...AREA, ...STR, ...func(346)], 0],
    ['SUM(A1:B2) behind a space', [0x19, 0x40, 0, 1, ...AREA, ...many(1, 4)], 0],
    ['0', [0x1e, 0, 0], 0],
    ['A1&"ab"', [...REF, ...STR, 0x08], 1],
    ['LEFT(A1)', [...REF, ...many(1, 115)], 1],
    ['UPPER(A1)', [...REF, ...func(113)], 1],
    ['IF(A1;A2-A1;"ab")', [...REF, ...REF, ...REF, 0x04, ...STR, ...many(3, 1)], 1],
    ['A1', REF, 1],
    ['"ab"', STR, 1],
    ['a token that is not known', [...REF, 0x18, 0, 0x03], 1],
    ['a formula that is cut off', [0x44, 0, 0], 1],
  ])('%s', (_name, tokens, blanked) => {
    expect(blankedIn([formula(ZERO, tokens)])).toBe(blanked);
  });

  test('is a zero in a file that stores the texts of formulas', () => {
    expect(blankedIn([formula(ZERO, REF), formula(TEXT, STR)])).toBe(0);
  });

  test('is blank in BIFF 5, whose tokens have other sizes', () => {
    expect(blankedIn([formula(ZERO, [...REF, 0x13])], 0x05)).toBe(1);
  });

  test('any other value stays', () => {
    expect(blankedIn([formula([0, 0, 0, 0, 0, 0, 0xf0, 0x3f], STR)])).toBe(0);
  });
});

import { expect, test } from 'vitest';
import { withoutZerosOfCalc } from '../../../../lib/sheet/sheetjs/calc-formulas';
import { cpuTime } from '../cpu-time';

/** A record of BIFF. */
function record(type: number, content: readonly number[]): readonly number[] {
  return [type & 255, type >> 8, content.length & 255, content.length >> 8, ...content];
}

test('a stream of nothing but beginnings of sheets is gone through once', async () => {
  const calc = record(
    0x5c,
    Array.from('\u0004\0\0Calc', (letter) => letter.charCodeAt(0)),
  );
  const sheet = record(0x85, [9, 9, 9, 9]);
  const begin = record(0x809, []);
  const many = Array.from({ length: 100_000 }, () => [...sheet, ...begin]).flat();
  const stream = Uint8Array.from([...calc, ...many]);
  expect(await cpuTime(() => expect(withoutZerosOfCalc(stream)).toBeNull())).toBeLessThan(500);
});

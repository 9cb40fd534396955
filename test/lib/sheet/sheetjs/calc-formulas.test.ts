import { expect, test } from 'vitest';
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
  const [few, many] = [sheets(6_000), sheets(48_000)];
  expect(blankZerosOfCalc(many)).toBeNull();
  // Eight times the sheets cost eight times as much. A search among all for each would cost 64
  // times.
  const most = 24 * (await leastCost(() => blankZerosOfCalc(few)));
  expect(await leastCost(() => blankZerosOfCalc(many), most)).toBeLessThan(most);
});

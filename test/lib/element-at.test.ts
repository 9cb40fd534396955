import { describe, expect, it } from 'vitest';
import {
  addFloat64,
  addInt32,
  float64At,
  int32At,
  itemAt,
  uint16At,
  uint32At,
  uint8At,
} from '../../lib/element-at';

const LIST = [7, 0, 9];

describe.each<[string, (index: number) => unknown]>([
  ['itemAt', (index) => itemAt(LIST, index)],
  ['uint8At', (index) => uint8At(Uint8Array.from(LIST), index)],
  ['uint16At', (index) => uint16At(Uint16Array.from(LIST), index)],
  ['int32At', (index) => int32At(Int32Array.from(LIST), index)],
  ['uint32At', (index) => uint32At(Uint32Array.from(LIST), index)],
  ['float64At', (index) => float64At(Float64Array.from(LIST), index)],
])('%s', (_, at) => {
  it.each([
    ['the first', 0, 7],
    ['a 0, which is a value', 1, 0],
    ['the last', 2, 9],
  ])('reads %s', (__, index, expected) => {
    expect(at(index)).toBe(expected);
  });
  it.each([-1, 3, 0.5, NaN])('throws at %d', (index) => {
    expect(() => at(index)).toThrow(RangeError);
  });
});

describe('adding', () => {
  it('changes the number at the index', () => {
    const ints = Int32Array.from(LIST);
    addInt32(ints, 1, -2);
    const floats = Float64Array.from(LIST);
    addFloat64(floats, 2, 0.5);
    expect([[...ints], [...floats]]).toEqual([
      [7, -2, 9],
      [7, 0, 9.5],
    ]);
  });
  it('throws outside of the array, and leaves it as it was', () => {
    const ints = Int32Array.from(LIST);
    expect(() => {
      addInt32(ints, 3, 1);
    }).toThrow(RangeError);
    expect(() => {
      addFloat64(new Float64Array(0), 0, 1);
    }).toThrow(RangeError);
    expect([...ints]).toEqual(LIST);
  });
});

it('reads an item that is undefined by itself', () => {
  expect(itemAt([undefined], 0)).toBeUndefined();
});

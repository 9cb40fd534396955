/*
 * Readers for places that are in a list by construction. `list[index] ?? 0` hides a broken
 * invariant, because 0 is a valid place, count and code; these throw instead. There is one function
 * per kind of array, so that each stays monomorphic and the compiler inlines it in hot loops.
 */

/**
 * The item at an index.
 * @throws RangeError where the list has no such index: a bug of the caller.
 */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined && !(index in items)) throw outside(items, index);
  return item as T;
}

/** The byte at an index. @throws RangeError outside of the array. */
export function uint8At(numbers: Uint8Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw outside(numbers, index);
  return number;
}

/** The number at an index. @throws RangeError outside of the array. */
export function uint16At(numbers: Uint16Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw outside(numbers, index);
  return number;
}

/** The number at an index. @throws RangeError outside of the array. */
export function int32At(numbers: Int32Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw outside(numbers, index);
  return number;
}

/** The number at an index. @throws RangeError outside of the array. */
export function uint32At(numbers: Uint32Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw outside(numbers, index);
  return number;
}

/** The number at an index. @throws RangeError outside of the array. */
export function float64At(numbers: Float64Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw outside(numbers, index);
  return number;
}

/** Adds to the number at an index. @throws RangeError outside of the array. */
export function addInt32(numbers: Int32Array, index: number, amount: number): void {
  numbers[index] = int32At(numbers, index) + amount;
}

/** Adds to the number at an index. @throws RangeError outside of the array. */
export function addFloat64(numbers: Float64Array, index: number, amount: number): void {
  numbers[index] = float64At(numbers, index) + amount;
}

function outside({ length }: { readonly length: number }, index: number): RangeError {
  return new RangeError(`there is no index ${index} in a list of ${length}`);
}

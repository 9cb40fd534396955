/**
 * What a parser of the stand-in gives: the value, or one sentence that says what is wrong and what
 * would be right.
 */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const unreadable = (problem: string): Parsed<never> => ({ ok: false, problem });

/**
 * The value, for options that are written in code.
 * @throws Error with the parser's sentence: a wrong option in a test is a bug of that test.
 */
export function must<T>(result: Parsed<T>): T {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** All the values, or the first problem. */
export function all<T>(results: readonly Parsed<T>[]): Parsed<readonly T[]> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return parsed(values);
}

/**
 * The end of a switch that names every kind: does not compile when one is missing, throws (a bug)
 * when reached.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected kind: ${JSON.stringify(value)}`);
}

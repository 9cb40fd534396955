import type { MovedField } from '../../run/afterwards/conflicts';

const nameOf = ({ credential, attribute }: MovedField) => JSON.stringify([credential, attribute]);

/** The fields known to have changed, each once, with the newer of two values. Linear in both. */
export function withNewer(
  before: readonly MovedField[],
  newer: readonly MovedField[],
): readonly MovedField[] {
  const again = new Set(newer.map(nameOf));
  return [...before.filter((one) => !again.has(nameOf(one))), ...newer];
}

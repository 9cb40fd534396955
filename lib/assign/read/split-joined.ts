/** Part of a joined column. `text` is null for a formula error. */
export interface JoinedPart {
  readonly text: string | null;
  /** True when the part is assigned by itself too, so that it must not change. */
  readonly isFixed: boolean;
}

/**
 * Splits an edited joined text into its two parts (joined-columns.ts). A part that still fits
 * stays: ("Ada King", "Ada", "Lovelace") -> ("Ada", "King"). Else the first part keeps its number
 * of words. Null when fixed parts allow no split.
 */
export function splitJoined(
  whole: string,
  first: JoinedPart,
  second: JoinedPart,
): readonly [string, string] | null {
  const text = whole.trim();
  const one = (first.text ?? '').trim();
  const other = (second.text ?? '').trim();
  const count = one === '' ? 1 : one.split(/\s+/).length;
  const words = text.split(' ');
  const cut = Math.min(count, Math.max(1, words.length - 1));
  const tries: readonly (readonly [string, string])[] = [
    [one, other],
    [one, text.slice(one.length + 1)],
    [text.slice(0, Math.max(0, text.length - other.length - 1)), other],
    [words.slice(0, cut).join(' '), words.slice(cut).join(' ')],
    [text, ''],
    ['', text],
  ];
  const fits = ([a, b]: readonly [string, string]) =>
    [a.trim(), b.trim()].filter((part) => part !== '').join(' ') === text &&
    (!first.isFixed || a === first.text?.trim()) && // null: nothing fits beside an error
    (!second.isFixed || b === second.text?.trim());
  return tries.find(fits) ?? null;
}

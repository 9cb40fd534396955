/** One of the two columns that are joined: its text, null where it spoils the whole (a formula error). */
export interface JoinedPart {
  readonly text: string | null;
  /** It says something by itself as well, and has to go on saying it. */
  readonly isFixed: boolean;
}

/**
 * Two texts that are `whole` when they are joined (joined-columns.ts), those of the two parts as far as they fit: of
 * "Ada King" the part that is there already stays, else the first has as many words as before. Null where parts that may
 * not change leave no way to say it.
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
    (!first.isFixed || a === first.text?.trim()) && // null: nothing can be said beside it
    (!second.isFixed || b === second.text?.trim());
  return tries.find(fits) ?? null;
}

/**
 * Signs of a name that nobody sees: format characters, spaces at an end, a second space, any space
 * but the usual one, and an accent that is a character of its own.
 */
const UNSEEN =
  /\p{Cf}|\p{Cc}|^\s|\s$|(?<=\s)\s|[^\S ]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}/gu;
/** Everything that is not on a keyboard of English. */
const NOT_ASCII = /[^\x20-\x7E]/gu;

/** A name as it looks: "Level\u00A0" and "Level" look the same. */
function look(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
}

/**
 * Names that look the same, with the signs that make the difference drawn by their numbers:
 * "Level " -> "Level[U+20]".
 */
function drawn(names: readonly string[]): readonly string[] {
  const written = names.map((name) => name.replace(UNSEEN, numberOf));
  const areApart = new Set(written.map(look)).size === names.length;
  return areApart ? written : written.map((name) => name.replace(NOT_ASCII, numberOf));
}

function numberOf(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`; // a match is not empty
}

/**
 * Writes names that look the same so that a reader can tell which is which. Names that look like
 * each other have their unseen signs drawn; one that looks like a name in `taken` goes through
 * `apart`. Names that look like no other one are missing in the answer.
 * Example: "Level" and "Level " -> "Level" and "Level[U+20]"; "Grade" beside the built-in "Grade"
 * -> `apart("Grade")`.
 */
export function toldApart(
  names: readonly string[],
  taken: readonly string[],
  apart: (name: string) => string,
): ReadonlyMap<string, string> {
  const looks = new Map<string, string[]>();
  for (const name of names) {
    const same = looks.get(look(name));
    if (same === undefined) looks.set(look(name), [name]);
    else same.push(name);
  }
  const takenLooks = new Set(taken.map(look));
  const told = new Map<string, string>();
  for (const [seen, same] of looks) {
    const isTaken = takenLooks.has(seen);
    if (same.length === 1 && !isTaken) continue;
    const written = same.length > 1 ? drawn(same) : same;
    for (const [index, name] of same.entries()) {
      const label = written[index] ?? name; // as many as names
      told.set(name, isTaken ? apart(label) : label);
    }
  }
  return told;
}

/**
 * The name of a group, with its ID where another group of the list looks the same. `withId` writes
 * both.
 */
export function nameOfGroup(
  { id, name }: { readonly id: string; readonly name: string },
  all: readonly { readonly id: string; readonly name: string }[],
  withId: (name: string, id: string) => string,
): string {
  const isShared = all.some((other) => other.id !== id && look(other.name) === look(name));
  return isShared ? withId(name, id) : name;
}

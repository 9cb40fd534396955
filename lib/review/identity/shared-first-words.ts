import type { Credential } from '../../credential/credential';
import { wordsOfName } from '../../credential/folded-name';

/** Credentials that are looked at. The shares of a group are those of so many of it. */
const MOST_NAMES = 2000;
/** Fewest names that begin with a word, and their share. */
const FEWEST = 3;
const SHARE = 0.05;

/**
 * The words that many names of a group begin with, as `wordsOfName` gives them: family names where
 * these stand first ("Goh", "Zulu"), and the given names of half a country. Each name counts once,
 * however many credentials have it.
 */
export function sharedFirstWords(all: readonly Credential[]): ReadonlySet<string> {
  const step = Math.max(1, Math.floor(all.length / MOST_NAMES));
  const names = new Set<string>();
  for (let at = 0; at < all.length; at += step) {
    const words = wordsOfName(all[at]?.recipientName ?? ''); // none
    if (words.length > 1) names.add(words.join(' '));
  }
  const counts = new Map<string, number>();
  for (const name of names) {
    const first = name.slice(0, name.indexOf(' '));
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const fewest = Math.max(FEWEST, names.size * SHARE);
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([first]) => first));
}

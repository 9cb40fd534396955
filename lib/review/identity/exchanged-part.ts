import { wordsOfName } from '../../credential/folded-name';
import { identityHash } from './identity-hash';

/** The words that a name loses and wins while the others stay, as identity hashes. */
export interface ExchangedPart {
  readonly lost: number;
  readonly won: number;
}

/**
 * The part of a name that becomes another one while the rest of it stays: a surname beside the same
 * given name, or a given name beside the same surname. Null where no word stays, or where words are
 * only added or dropped. `isNear`: the names have words in common that may
 * be written in other letter case or order, which takes longer to see.
 *
 * "Ana Ruiz" -> "Ana Paz": lost "Ruiz", won "Paz". "Ruiz, Ana" -> "Ruiz, Eva": lost "Ana", won
 * "Eva". "Ana Ruiz" -> "Bo Paz", "Ana Ruiz" -> "Ana Maria Ruiz" -> null.
 */
export function exchangedPart(before: string, after: string, isNear: boolean): ExchangedPart | null {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  if (start + end > 0)
    return partOf(before.slice(start, before.length - end), after.slice(start, after.length - end));
  if (!isNear) return null;
  const [words, others] = [wordsOfName(before), wordsOfName(after)];
  const lost = words.filter((word) => !others.includes(word));
  if (lost.length === words.length) return null;
  return partOf(lost.join(' '), others.filter((word) => !words.includes(word)).join(' '));
}

function partOf(left: string, right: string): ExchangedPart | null {
  const lost = identityHash('recipient-name', left);
  const won = identityHash('recipient-name', right);
  return lost === 0 || won === 0 ? null : { lost, won };
}

/** Units of the whole words with which both names begin. */
function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  while (at > 0 && !(isEdge(one, at) && isEdge(other, at))) at -= 1;
  return at;
}

/** Units of the whole words with which both names end, behind the common start. */
function commonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let size = 0;
  while (size < most && one[one.length - 1 - size] === other[other.length - 1 - size]) size += 1;
  while (size > 0 && !(isEdge(one, one.length - size) && isEdge(other, other.length - size))) size -= 1;
  return size;
}

/** Whether a word begins or ends at a place of a text. */
function isEdge(text: string, at: number): boolean {
  return at === 0 || at >= text.length || text[at] === ' ' || text[at - 1] === ' ';
}

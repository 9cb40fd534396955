/**
 * A new text cut in three: what it shares with the old one at both ends, and what changed in
 * between.
 */
export interface ChangedPart {
  readonly start: string;
  readonly changed: string;
  readonly end: string;
}

/**
 * Finds the changed part of a text, by what a reader takes for one letter (an accent that is a sign
 * of its own, a flag or a family of emoji are never cut in two). Nothing is marked (all of it is
 * `start`) when more than half is new: marking everything tells nothing.
 */
export function changedPart(before: string, after: string): ChangedPart {
  const old = lettersOf(before);
  const now = lettersOf(after);
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const changed = now.slice(head, now.length - tail);
  if (changed.length * 2 > now.length) return { start: after, changed: '', end: '' };
  return {
    start: now.slice(0, head).join(''),
    changed: changed.join(''),
    end: now.slice(now.length - tail).join(''),
  };
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function lettersOf(text: string): readonly string[] {
  return Array.from(letters.segment(text), ({ segment }) => segment);
}

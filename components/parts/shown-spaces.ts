import { withSignsShown } from './shown-signs';

/**
 * Makes visible what looks like something else: spaces around a text, doubled, or of another kind
 * than the space bar's, and signs without any width, but for the joiners within words of Persian
 * and of India, and direction marks.
 */
const UNSEEN_RUNS = /^ +| +$| {2,}|[\t\u00A0\u1680\u2000-\u200B\u2028\u202F\u205F\u2060\uFEFF\u00AD]/gu;

/**
 * Any space and any sign without width. Two texts that differ only by them look the same and are
 * read out the same.
 */
export const UNSEEN = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu;

/**
 * A text whose unseen signs are drawn, so that two texts which differ by them do not look the same:
 * spaces as ␣.
 */
export function withSpacesShown(text: string): string {
  return withSignsShown(text.replace(UNSEEN_RUNS, (spaces) => '␣'.repeat(spaces.length)));
}

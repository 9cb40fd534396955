/** Spaces that nobody sees as what they are: around a text, doubled, or of another kind than the space bar's. */
const UNSEEN = /^ +| +$| {2,}|[\t\u00A0\u1680\u2000-\u200A\u202F\u205F]/gu;

/** A text whose unseen spaces are drawn as ␣, so that two texts which differ by them do not look alike. */
export function withSpacesShown(text: string): string {
  return text.replace(UNSEEN, (spaces) => '␣'.repeat(spaces.length));
}

import type { Attribute } from '../../credential/attribute';
import { headerText } from './header-text';

/**
 * Attributes by the normalised text of their labels, and the account's own ones by its words. Made
 * once for all columns: an account may have thousands of attributes.
 */
export interface LabelIndex {
  /** Attributes whose label is this text (headerText). */
  labelled(text: string): readonly Attribute[];
  /** The only one of the account's own attributes that shares a word with a header; else null. */
  sharingWord(header: string): Attribute | null;
}

/** Least letters of a word that means something in the name of an attribute. */
const LETTERS = 4;

/** Indexes the labels of attributes. */
export function labelIndex(attributes: readonly Attribute[]): LabelIndex {
  const byLabel = new Map<string, Attribute[]>();
  const byWord = new Map<string, Set<Attribute>>();
  for (const attribute of attributes) {
    const text = headerText(attribute.label);
    // A name of signs alone has no text: "★" is not the header "#".
    if (text === '') continue;
    byLabel.set(text, [...(byLabel.get(text) ?? []), attribute]);
    if (attribute.custom === null) continue;
    for (const word of wordsOf(text)) byWord.set(word, (byWord.get(word) ?? new Set()).add(attribute));
  }
  return {
    labelled: (text) => byLabel.get(text) ?? [],
    sharingWord(header) {
      const found = new Set(wordsOf(headerText(header)).flatMap((word) => [...(byWord.get(word) ?? [])]));
      const [only, another] = found;
      return only === undefined || another !== undefined ? null : only;
    },
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word.length >= LETTERS);
}

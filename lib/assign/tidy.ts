import { assertNever } from '../assert-never';
import type { Attribute } from '../credential/attribute';
import { lowerCase, titleCase } from './title-case';

/**
 * What is tidied in a column on request (product.md 2.3). Spaces around a value of the sheet are never written; a column
 * that is tidied takes them off the platform's values too, where else they are no change (compare-cell.ts). `trim` does
 * that alone; `spaces` makes those inside single as well, and so does each of the others, which also says how letters
 * are written.
 */
export type Tidy = (typeof TIDIES)[number];

export const TIDIES = ['trim', 'spaces', 'title', 'upper', 'lower'] as const;

/** What can be tidied in values of an attribute, none for ids, days and links: there each sign counts. */
export function tidiesOf({ kind }: Pick<Attribute, 'kind'>): readonly Tidy[] {
  if (kind === 'name' || kind === 'text') return TIDIES;
  return kind === 'email' ? ['trim', 'lower'] : [];
}

/** A value as the admin wants the column tidied. Line breaks of a text stay where they are. */
export function tidied(text: string, tidy: Tidy): string {
  if (tidy === 'trim') return text.trim();
  const single = text.replace(/[^\S\r\n]+/g, ' ').replace(/ ?(\r\n|\r|\n) ?/g, '$1');
  switch (tidy) {
    case 'spaces':
      return single;
    case 'title':
      return titleCase(single);
    case 'upper':
      return single.toUpperCase();
    case 'lower':
      return lowerCase(single);
    default:
      return assertNever(tidy);
  }
}

import type { AttributeId } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import { extentOf, writtenFields } from '../../lib/journal/written-fields';
import { textFinder } from '../../lib/review/similarity/text-finder';

/** Chooses changes of a finished run. */
export type ChangeFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'updated' }
  /** Those of which a part of the fields was written. */
  | { readonly kind: 'part' }
  | { readonly kind: 'not-updated' }
  /** Those whose evidence the platform had more than once. */
  | { readonly kind: 'doubled' }
  /** Those in which this attribute was written. */
  | { readonly kind: 'attribute'; readonly attribute: AttributeId };

export interface FilterChoice {
  readonly filter: ChangeFilter;
  readonly count: number;
}

/**
 * The filters that choose something, with their counts. Attributes are in the order in which they
 * are met first.
 */
export function filterChoices(entries: readonly Entry[]): readonly FilterChoice[] {
  const count = (extent: ReturnType<typeof extentOf>) =>
    entries.filter((entry) => extentOf(entry) === extent).length;
  const written = new Map<AttributeId, number>();
  for (const { change, state } of entries)
    for (const { attribute } of writtenFields(change, state))
      written.set(attribute, (written.get(attribute) ?? 0) + 1); // not met yet: none
  const choices: readonly FilterChoice[] = [
    { filter: { kind: 'all' }, count: entries.length },
    { filter: { kind: 'updated' }, count: count('all') },
    { filter: { kind: 'part' }, count: count('part') },
    { filter: { kind: 'not-updated' }, count: count('none') },
    { filter: { kind: 'doubled' }, count: entries.filter(({ state }) => 'doubled' in state).length },
    ...Array.from(written, ([attribute, count]) => ({
      filter: { kind: 'attribute', attribute } as const,
      count,
    })),
  ];
  return choices.filter(({ count }) => count > 0);
}

/**
 * The changes that a filter and a search choose. Those that were not updated come first: they are
 * what is left to do. A search finds parts of the name, the e-mail and the values, without case and
 * accents as in Review, and the number of a row whole: "2" finds row 2 and not row 12.
 */
export function shownChanges(
  entries: readonly Entry[],
  filter: ChangeFilter,
  search: string,
): readonly Entry[] {
  const words = search.trim();
  const isFound = words === '' ? () => true : changeFinder(words);
  const chosen = entries.filter((entry) => isChosen(entry, filter) && isFound(entry));
  const isUpdated = ({ state }: Entry) => state.kind === 'applied';
  return [...chosen.filter((entry) => !isUpdated(entry)), ...chosen.filter(isUpdated)];
}

function isChosen(entry: Entry, filter: ChangeFilter): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'updated':
      return extentOf(entry) === 'all';
    case 'part':
      return extentOf(entry) === 'part';
    case 'not-updated':
      return extentOf(entry) === 'none';
    case 'doubled':
      return 'doubled' in entry.state;
    case 'attribute':
      return writtenFields(entry.change, entry.state).some(({ attribute }) => attribute === filter.attribute);
  }
}

function changeFinder(words: string): (entry: Entry) => boolean {
  const { has, folded } = textFinder(words);
  return ({ change, credential }) => {
    if (String(change.row) === folded || credential === words) return true;
    const texts = [
      change.who.name,
      change.who.email,
      ...change.fields.flatMap(({ before, after }) => [before, after]),
    ];
    return texts.some((text) => typeof text === 'string' && has(text));
  };
}

/**
 * Chooses up to `most` items that together have as many kinds as possible, and gives their places
 * in the order of the choice. It takes each time the item that adds the most, of equals the first
 * one (greedy set cover, which is never below 63 % of the best). When nothing adds any more, kinds
 * count again, so that a second item of the commonest shape follows. Linear in the number of items
 * for a bounded number of kinds.
 *
 * [name], [name], [name, grade], [expiry], 2 -> [2, 3]: name and grade, then expiry
 */
export function greedyCover(items: readonly (readonly string[])[], most: number): readonly number[] {
  const groups = groupsOf(items);
  const chosen: number[] = [];
  let counted = new Set<string>();
  while (chosen.length < Math.min(most, items.length)) {
    const best = bestOf(groups, counted);
    if (best === null) {
      counted = new Set();
      if (bestOf(groups, counted) === null) break; // what is left has no kind at all
      continue;
    }
    const place = best.places.shift();
    if (place === undefined) continue; // `bestOf` gives no empty one
    chosen.push(place);
    for (const kind of best.kinds) counted.add(kind);
  }
  return chosen;
}

/** Items with the same kinds; their places ascend. */
interface Group {
  readonly kinds: readonly string[];
  readonly places: number[];
}

function groupsOf(items: readonly (readonly string[])[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [place, kinds] of items.entries()) {
    const name = kinds.join('\n');
    const known = groups.get(name);
    if (known === undefined) groups.set(name, { kinds: [...new Set(kinds)], places: [place] });
    else known.places.push(place);
  }
  return [...groups.values()];
}

/** The group that adds the most kinds, of equals the one with the first item; null: none does. */
function bestOf(groups: readonly Group[], counted: ReadonlySet<string>): Group | null {
  let best: { readonly group: Group; readonly adds: number; readonly first: number } | null = null;
  for (const group of groups) {
    const [first] = group.places;
    if (first === undefined) continue;
    const adds = group.kinds.reduce((sum, kind) => sum + (counted.has(kind) ? 0 : 1), 0);
    if (adds === 0) continue;
    if (best === null || adds > best.adds || (adds === best.adds && first < best.first))
      best = { group, adds, first };
  }
  return best === null ? null : best.group;
}

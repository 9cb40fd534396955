import type { Refusal } from '../api/errors';
import { isFields } from '../rules/field-reader';
import type { Credential, Group } from '../state/schema';
import type { SearchView } from '../state/search-index';
import type { Switches } from '../switches';
import { cursorAt, OFFSET_REACH, readPage, type Page } from './page';
import { readQuery } from './query';
import { readSort, type Order } from './sort';

/**
 * One page of a result, and the meta of its answer. The cursor is not there when the answer is to
 * have none.
 */
export interface Found {
  readonly kind: 'found';
  readonly credentials: readonly Credential[];
  readonly meta: {
    readonly count: number;
    readonly from: number;
    readonly size: number;
    readonly cursor?: string;
  };
}

/** The surroundings of a search. `sees` excludes what the caller may not see. */
export interface SearchContext {
  readonly view: SearchView;
  readonly switches: Switches;
  readonly groupOf: (id: number) => Group | undefined;
  readonly sees: (credential: Credential) => boolean;
  /** Tells apart callers who see different credentials. */
  readonly scope: string;
}

export type Search = (request: unknown, context: SearchContext) => Found | Refusal;

/** Index of the first credential behind a place, by halving. */
function firstAfter(sorted: readonly Credential[], after: Page & { kind: 'cursor' }, order: Order): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const credential = sorted[middle];
    const isBehind = credential === undefined || order.compare(order.placeOf(credential), after.after) > 0;
    if (isBehind) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How a page's cursor is answered; the end differs by the switch `cursor-end`. */
function cursorOf(
  shown: readonly Credential[],
  isLast: boolean,
  page: Page,
  order: Order,
  end: Switches['cursor-end'],
): { readonly cursor?: string } {
  const last = shown.at(-1);
  const own = last === undefined ? {} : { cursor: cursorAt(order.placeOf(last)) };
  if (!isLast || end === 'empty-page') return own;
  if (end === 'no-cursor') return {};
  return page.kind === 'cursor' ? { cursor: page.cursor } : own;
}

/**
 * POST /v2/credentials/search. It keeps the last results in their order: paging through 100,000
 * credentials asks the same question a thousand times, and sorting them each time takes minutes.
 */
export function createSearch(): Search {
  const results = new Map<string, readonly Credential[]>();

  function resultOf(
    question: string,
    context: SearchContext,
    matches: (credential: Credential) => boolean,
    order: Order,
  ): readonly Credential[] {
    const known = results.get(question);
    if (known !== undefined) return known;
    const placed = context.view.credentials
      .filter((credential) => matches(credential) && context.sees(credential))
      .map((credential) => ({ credential, place: order.placeOf(credential) }))
      .sort((a, b) => order.compare(a.place, b.place))
      .map(({ credential }) => credential);
    if (results.size >= 4) results.clear();
    results.set(question, placed);
    return placed;
  }

  return (request, context) => {
    const { switches } = context;
    const { query, sort, page: asked } = isFields(request) ? request : {};
    const read = readQuery(query, switches);
    if (read.kind === 'refusal') return read;
    const order = readSort(sort, context.groupOf);
    if (order.kind === 'refusal') return order;
    const page = readPage(asked, switches);
    if (page.kind === 'refusal') return page;

    const question = JSON.stringify([
      context.view.version,
      context.scope,
      switches['email-search'],
      query,
      order.text,
    ]);
    const all = resultOf(question, context, read.matches, order);
    const start = page.kind === 'offset' ? page.from : firstAfter(all, page, order);
    const credentials = all.slice(start, start + page.size);
    const count = switches.count === 'capped' ? Math.min(all.length, OFFSET_REACH) : all.length;
    return {
      kind: 'found',
      credentials,
      meta: {
        count,
        from: page.kind === 'offset' ? page.from : 0,
        size: page.size,
        ...cursorOf(credentials, start + page.size >= all.length, page, order, switches['cursor-end']),
      },
    };
  };
}

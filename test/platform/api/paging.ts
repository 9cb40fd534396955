import type { Fields } from '../rules/field-reader';
import type { Json } from './errors';

/** Page size of the v1 searches when none is asked (D). */
const PAGE_SIZE = 50;

const countFrom = (value: unknown, otherwise: number): number => {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
};

/** One page of a v1 search, by `page` (from 1) and `page_size`, and its meta as documented. */
export function paged<T>(
  items: readonly T[],
  asked: Fields,
): { readonly items: readonly T[]; readonly meta: Json } {
  const page = countFrom(asked['page'], 1);
  const size = countFrom(asked['page_size'], PAGE_SIZE);
  const pages = Math.max(1, Math.ceil(items.length / size));
  return {
    items: items.slice((page - 1) * size, page * size),
    meta: {
      current_page: page,
      next_page: page < pages ? page + 1 : null,
      prev_page: page > 1 ? page - 1 : null,
      total_pages: pages,
      total_count: items.length,
    },
  };
}

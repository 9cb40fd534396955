import type { Credential } from '../credential/credential';
import type { Result } from '../result';
import { failed, ok } from '../result';
import { z } from '../zod';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { searchedCredential } from './wire-credential';
import { wireText } from './wire-values';

export const SEARCH_PATH = '/v2/credentials/search';

/**
 * One page of POST /v2/credentials/search. `count`: of all pages, null when the platform does not
 * say. `asked`: the size that was asked for. `requests`: more than one where a larger size was
 * refused.
 */
export interface SearchPage {
  readonly credentials: readonly Credential[];
  readonly count: number | null;
  readonly cursor: string | null;
  readonly asked: number;
  readonly requests: number;
}

/**
 * The place of a page: by offset for the first ones, by cursor for the others, never both
 * (docs/platform.md, Read a group (D)).
 */
export type PagePlace = { readonly from: number } | { readonly cursor: string };

/** The reach of offsets (docs/platform.md, Read a group (D)). */
export const OFFSET_REACH = 10_000;

const answer = z.object({
  credentials: z.array(searchedCredential),
  meta: z.object({ count: z.number().nullish(), cursor: wireText }).nullish(),
});

/** The order of ids, which writes do not change. */
export type IdOrder = 'asc' | 'desc';

/**
 * Reads one page in the order of ids. `query`: flat dotted keys
 * (docs/platform.md, Read a group). `size`: by the client's page size; a size that is refused is
 * asked for smaller. When that does not help either, the first problem is the answer.
 */
export async function searchPage(
  client: Client,
  query: Readonly<Record<string, unknown>>,
  place: PagePlace,
  size: number,
  signal?: AbortSignal,
  order: IdOrder = 'asc',
): Promise<Result<SearchPage, PlatformProblem>> {
  const { pageSize } = client;
  let refusal: PlatformProblem | null = null;
  let asked = 'from' in place ? Math.min(size, OFFSET_REACH - place.from) : size;
  for (let requests = 1; ; requests += 1) {
    const body = { query, sort: { id: order }, page: { size: asked, ...place } };
    const request = { method: 'POST', path: SEARCH_PATH, body, effect: 'read' } as const;
    const read = await askFor(client, request, answer, signal);
    if (read.ok) {
      pageSize.taken(asked, refusal);
      const { credentials, meta } = read.value;
      return ok({ credentials, count: meta?.count ?? null, cursor: meta?.cursor ?? null, asked, requests });
    }
    const smaller = pageSize.smaller(asked, read.problem);
    if (smaller === null) return failed(refusal ?? read.problem);
    refusal ??= read.problem;
    asked = smaller;
  }
}

/** Reads the first page alone, of at most so many. */
export async function searchFirst(
  client: Client,
  query: Readonly<Record<string, unknown>>,
  most: number,
  signal?: AbortSignal,
): Promise<Result<SearchPage, PlatformProblem>> {
  const size = Math.min(most, await client.pageSize.next(null, most));
  return searchPage(client, query, { from: 0 }, size, signal);
}

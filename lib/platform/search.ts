import type { Credential } from '../credential/credential';
import type { Result } from '../result';
import { ok } from '../result';
import { z } from '../zod';
import { askFor, type Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { searchedCredential } from './wire-credential';
import { wireText } from './wire-values';

export const SEARCH_PATH = '/v2/credentials/search';

/**
 * One page of POST /v2/credentials/search. `count`: of all pages, null when the platform does not
 * say.
 */
export interface SearchPage {
  readonly credentials: readonly Credential[];
  readonly count: number | null;
  readonly cursor: string | null;
}

/**
 * The place of a page: by offset for the first ones, by cursor for the others, never both
 * (docs/platform.md, Read a group (D)).
 */
export type PagePlace =
  { readonly size: number; readonly from: number } | { readonly size: number; readonly cursor: string };

const answer = z.object({
  credentials: z.array(searchedCredential),
  meta: z.object({ count: z.number().nullish(), cursor: wireText }).nullish(),
});

/**
 * Reads one page in the order of ids, which writes do not change. `query`: flat dotted keys
 * (docs/platform.md, Read a group).
 */
export async function searchPage(
  client: Client,
  query: Readonly<Record<string, unknown>>,
  page: PagePlace,
  signal?: AbortSignal,
): Promise<Result<SearchPage, PlatformProblem>> {
  const body = { query, sort: { id: 'asc' }, page };
  const read = await askFor(
    client,
    { method: 'POST', path: SEARCH_PATH, body, effect: 'read' },
    answer,
    signal,
  );
  if (!read.ok) return read;
  const { credentials, meta } = read.value;
  return ok({ credentials, count: meta?.count ?? null, cursor: meta?.cursor ?? null });
}

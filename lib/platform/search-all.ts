import type { Credential } from '../credential/credential';
import { failed, ok, type Result } from '../result';
import type { Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { searchPage, SEARCH_PATH, type SearchPage } from './search';

/** Offsets reach the first 10,000 only (docs/platform.md, Read a group (D)); a count of just that may be a capped one (I). */
const OFFSET_REACH = 10_000;
/** Asked for; the platform gives what it will (its largest page is not known). */
const PAGE_SIZE = 100;
/** Credentials that change while they are read can shift a page; twice is no accident. */
const MOST_PASSES = 2;

/** What was read of a search. `total`: as many as the platform counts, or gave where it does not count. */
export interface SearchReading {
  readonly isWhole: boolean;
  readonly count: number;
  readonly total: number;
  readonly requests: number;
}

/** A part as it comes: credentials that were not in one before. */
export interface SearchPart {
  readonly credentials: readonly Credential[];
  readonly loaded: number;
  readonly total: number;
}

interface SearchOptions {
  /** Whether a page may be an answer to what was asked; one that may not be is never believed. */
  readonly isAnswer: (credentials: readonly Credential[]) => boolean;
  readonly onPart: (part: SearchPart) => void;
  /** A search that finds more than this is left after its first page. */
  readonly most?: number;
}

/**
 * Reads all credentials that a search finds and hands them on in parts, each once. Ends when it has as many as the
 * platform counts; when that never comes, it is `unexpected-answer`: a group with a hole would match rows to nobody, or to
 * one of two. Rejects with the signal's reason when aborted.
 */
export async function searchAll(
  client: Client,
  query: Readonly<Record<string, unknown>>,
  { isAnswer, onPart, most = Infinity }: SearchOptions,
  signal?: AbortSignal,
): Promise<Result<SearchReading, PlatformProblem>> {
  const seen = new Set<string>();
  let requests = 0;
  let total = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const read = await onePass();
    if (!read.ok) return read;
    // Where the platform does not count, what was left has as many as were seen, and is not whole all the same.
    const isWhole = read.value === 'ended' && seen.size >= total;
    if (isWhole || read.value === 'left') return ok({ isWhole, count: seen.size, total, requests });
  }
  return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: ${seen.size} of ${total}` });

  /** From the first page to where the platform ends it, or only the first one. */
  async function onePass(): Promise<Result<'ended' | 'left', PlatformProblem>> {
    let place: PlaceInSearch = { from: 0 };
    let received = 0;
    const seenInPass = new Set<string>();
    for (;;) {
      const page = await searchPage(client, query, { size: PAGE_SIZE, ...place }, signal);
      if (!page.ok) return page;
      requests += 1;
      const { credentials, count } = page.value;
      if (!isAnswer(credentials)) {
        return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: something else was found` });
      }
      received += credentials.length;
      const known = seenInPass.size;
      for (const { id } of credentials) seenInPass.add(id);
      handOn(credentials, count);
      const next = nextPlace(place, page.value, received, seenInPass.size, seenInPass.size > known);
      if (next === null) return ok('ended');
      if (total > most) return ok('left');
      place = next;
    }
  }

  function handOn(credentials: readonly Credential[], count: number | null): void {
    const fresh = credentials.filter(({ id }) => !seen.has(id));
    const once = [...new Map(fresh.map((credential) => [credential.id, credential])).values()];
    for (const { id } of once) seen.add(id);
    // Without a count the pages themselves are all that is known.
    total = count ?? seen.size;
    onPart({ credentials: once, loaded: seen.size, total: Math.max(total, seen.size) });
  }
}

type PlaceInSearch = { readonly from: number } | { readonly cursor: string };

/**
 * Where the next page is, or null at the end. How cursor paging ends is not known (docs/platform.md): an empty page, no
 * cursor, or the same cursor. A page with nothing new ends it too, so it can never go round for ever; the same cursor
 * alone does not, because some servers keep one cursor for a whole reading.
 */
function nextPlace(
  place: PlaceInSearch,
  page: SearchPage,
  received: number,
  loaded: number,
  broughtNew: boolean,
): PlaceInSearch | null {
  if (!broughtNew) return null;
  if (page.count !== null && page.count !== OFFSET_REACH && loaded >= page.count) return null;
  if (page.cursor !== null) return { cursor: page.cursor };
  const isByOffset = 'from' in place;
  return isByOffset && received + PAGE_SIZE <= OFFSET_REACH ? { from: received } : null;
}

import type { Credential } from '../credential/credential';
import { failed, ok, type Result } from '../result';
import type { Client } from './client';
import type { CamePage } from './page-size';
import type { PlatformProblem } from './platform-problem';
import { OFFSET_REACH, searchPage, SEARCH_PATH, type PagePlace, type SearchPage } from './search';

/**
 * Credentials that change during the reading can shift a page. When it happens twice, it is no
 * accident.
 */
const MOST_PASSES = 2;
/** From so many credentials on, the page size is found out also where only the start is read. */
const WORTH_FINDING_OUT = 10_000;

/**
 * The result of reading a search. `total`: by the platform's count, or as many as it gave when it
 * does not count.
 */
export interface SearchReading {
  readonly isWhole: boolean;
  readonly count: number;
  readonly total: number;
  readonly requests: number;
  /** The most credentials that came in one page. */
  readonly perPage: number;
}

/** A part of a search: credentials that were in no part before. */
export interface SearchPart {
  readonly credentials: readonly Credential[];
  readonly loaded: number;
  readonly total: number;
}

interface SearchOptions {
  /** Whether a page can be an answer to what was asked. One that cannot fails the reading. */
  readonly isAnswer: (credentials: readonly Credential[]) => boolean;
  readonly onPart: (part: SearchPart) => void;
  /**
   * Reads only the first page where the search finds more, and those that show how large a page may
   * be, once for each host.
   */
  readonly most?: number;
  /** Continues an interrupted reading there, without the credentials that were read before. */
  readonly from?: Checkpoint;
  /** Called after each page with the place to continue from. */
  readonly onPlace?: (checkpoint: Checkpoint) => void;
}

/** The place that a reading has reached, and the ids that it has reported. */
export interface Checkpoint {
  readonly place: PagePlace;
  readonly received: number;
  readonly seen: ReadonlySet<string>;
  readonly total: number;
}

/**
 * Reads all credentials that a search finds and hands them on in parts, each once. Ends when it has
 * as many as the platform counts. When it does not reach that, it is `unexpected-answer`: with a
 * gap in the group, a row would match nobody, or one of two. Rejects with the signal's reason when
 * aborted.
 */
export async function searchAll(
  client: Client,
  query: Readonly<Record<string, unknown>>,
  { isAnswer, onPart, most = Infinity, from, onPlace }: SearchOptions,
  signal?: AbortSignal,
): Promise<Result<SearchReading, PlatformProblem>> {
  const seen = new Set<string>(from?.seen);
  let requests = 0;
  let total = 0;
  let perPage = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const read = await onePass(pass === 1 ? from : undefined);
    if (!read.ok) return read;
    // Without the platform's count, a reading that was left has as many as it counts, and is still
    // not whole.
    let isWhole = read.value !== 'left' && seen.size >= total;
    if (isWhole && read.value === 'at-reach') {
      const last = await isLastSeen();
      if (!last.ok) return last;
      isWhole = last.value;
    }
    if (isWhole || read.value === 'left') return ok({ isWhole, count: seen.size, total, requests, perPage });
  }
  return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: ${seen.size} of ${total}` });

  /**
   * Whether the credential with the highest id is among those that came. All lower ones came before
   * it, so then there are no more.
   */
  async function isLastSeen(): Promise<Result<boolean, PlatformProblem>> {
    const last = await searchPage(client, query, { from: 0 }, 1, signal, 'desc');
    if (!last.ok) return last;
    requests += last.value.requests;
    return ok(last.value.credentials.every(({ id }) => seen.has(id)));
  }

  /**
   * Reads from the first page to the platform's last one, or only the first one. `at-reach`: it
   * ended where offsets end, without a cursor, and the count may be capped there.
   */
  async function onePass(
    begun?: Checkpoint,
  ): Promise<Result<'ended' | 'at-reach' | 'left', PlatformProblem>> {
    let place: PagePlace = begun?.place ?? { from: 0 };
    let size = await client.pageSize.next(null, Infinity);
    let received = begun?.received ?? 0; // nothing was read before
    const seenInPass = new Set<string>(begun?.seen);
    for (;;) {
      const page: Result<SearchPage, PlatformProblem> = await searchPage(client, query, place, size, signal);
      // A place that is not valid any more: the reading begins again, with what it has.
      if (!page.ok && begun !== undefined && page.problem.code === 'refused') return onePass();
      if (!page.ok) return page;
      const { credentials, count } = page.value;
      requests += page.value.requests;
      if (!isAnswer(credentials)) {
        return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: something else was found` });
      }
      received += credentials.length;
      perPage = Math.max(perPage, credentials.length);
      const known = seenInPass.size;
      for (const { id } of credentials) seenInPass.add(id);
      handOn(credentials, count);
      const next = nextPlace(place, page.value, received, seenInPass.size, seenInPass.size > known);
      if (next === null) {
        const isCapped = count === null || count === OFFSET_REACH;
        const isAtReach = 'from' in place && received >= OFFSET_REACH && page.value.cursor === null;
        return ok(isCapped && isAtReach ? 'at-reach' : 'ended');
      }
      const before: CamePage = { asked: page.value.asked, given: credentials.length };
      // Without a count, as many as came are taken to be still to come.
      size = await client.pageSize.next(before, count === null ? received : count - seenInPass.size);
      if (total > most && (size <= before.asked || total < WORTH_FINDING_OUT)) return ok('left');
      place = next;
      onPlace?.({ place, received, seen: seenInPass, total });
    }
  }

  function handOn(credentials: readonly Credential[], count: number | null): void {
    const fresh = credentials.filter(({ id }) => !seen.has(id));
    const once = [...new Map(fresh.map((credential) => [credential.id, credential])).values()];
    for (const { id } of once) seen.add(id);
    // Without a count, only the pages are known.
    total = count ?? seen.size;
    onPart({ credentials: once, loaded: seen.size, total: Math.max(total, seen.size) });
  }
}

/**
 * The place of the next page; null at the end. How cursor paging ends is not known
 * (docs/platform.md, Read a group): by an empty page, no cursor, or the same cursor. A page with
 * nothing new ends it too, so that it cannot loop for ever. The same cursor alone does not, because
 * some servers keep one cursor for a whole reading.
 */
function nextPlace(
  place: PagePlace,
  page: SearchPage,
  received: number,
  loaded: number,
  broughtNew: boolean,
): PagePlace | null {
  if (!broughtNew) return null;
  // A count of exactly the reach of offsets may be capped (I).
  if (page.count !== null && page.count !== OFFSET_REACH && loaded >= page.count) return null;
  if (page.cursor !== null) return { cursor: page.cursor };
  const isByOffset = 'from' in place;
  return isByOffset && received < OFFSET_REACH ? { from: received } : null;
}

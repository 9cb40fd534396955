import type { Credential } from '../credential/credential';
import type { GroupId } from '../credential/ids';
import { failed, ok, type Result } from '../result';
import type { PlatformProblem } from './platform-problem';
import type { Client } from './client';
import { searchPage, SEARCH_PATH, type SearchPage } from './search';

/** Offsets reach the first 10,000 only (platform.md, Read a group (D)); a count of just that may be a capped one (I). */
const OFFSET_REACH = 10_000;
/** Asked for; the platform gives what it will (its largest page is not known). */
const PAGE_SIZE = 100;
/** A group that changes while it is read can shift a page; twice is no accident. */
const MOST_PASSES = 2;

export interface GroupReading {
  readonly count: number;
  readonly requests: number;
}

interface Progress {
  readonly credentials: readonly Credential[];
  readonly loaded: number;
  readonly total: number;
}

/**
 * Reads all credentials of a group and hands them on in parts as they come, each once. Ends when it has as many as the
 * platform counts; when that never comes, it is `unexpected-answer`: a group with a hole would match rows to nobody, or to
 * one of two. Rejects with the signal's reason when aborted.
 */
export async function readGroup(
  client: Client,
  group: GroupId,
  onPart: (part: Progress) => void,
  signal?: AbortSignal,
): Promise<Result<GroupReading, PlatformProblem>> {
  const seen = new Set<string>();
  let requests = 0;
  let total = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const read = await onePass();
    if (!read.ok) return read;
    if (seen.size >= total) return ok({ count: seen.size, requests });
  }
  return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: ${seen.size} of ${total}` });

  /** From the first page to where the platform ends it. */
  async function onePass(): Promise<Result<null, PlatformProblem>> {
    let place: PlaceInGroup = { from: 0 };
    let received = 0;
    const seenInPass = new Set<string>();
    for (;;) {
      const page = await searchPage(client, { 'group.id': group }, { size: PAGE_SIZE, ...place }, signal);
      if (!page.ok) return page;
      requests += 1;
      const { credentials, count } = page.value;
      if (credentials.some((credential) => credential.groupId !== group)) {
        return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: other groups` });
      }
      received += credentials.length;
      const known = seenInPass.size;
      for (const { id } of credentials) seenInPass.add(id);
      handOn(credentials, count);
      const next = nextPlace(place, page.value, received, seenInPass.size, seenInPass.size > known);
      if (next === null) return ok(null);
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

type PlaceInGroup = { readonly from: number } | { readonly cursor: string };

/**
 * Where the next page is, or null at the end. How cursor paging ends is not known (platform.md): an empty page, no
 * cursor, or the same cursor. A page with nothing new ends it too, so it can never go round for ever; the same cursor
 * alone does not, because some servers keep one cursor for a whole reading.
 */
function nextPlace(
  place: PlaceInGroup,
  page: SearchPage,
  received: number,
  loaded: number,
  broughtNew: boolean,
): PlaceInGroup | null {
  if (!broughtNew) return null;
  if (page.count !== null && page.count !== OFFSET_REACH && loaded >= page.count) return null;
  if (page.cursor !== null) return { cursor: page.cursor };
  const isByOffset = 'from' in place;
  return isByOffset && received + PAGE_SIZE <= OFFSET_REACH ? { from: received } : null;
}

import type { Credential } from '../credential/credential';
import type { Day } from '../credential/day';
import type { GroupId } from '../credential/ids';
import { failed, ok, type Result } from '../result';
import type { Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { OFFSET_REACH, SEARCH_PATH, searchPage } from './search';

/** Some of the credentials of a group that were updated since a day. */
export interface MovedPage {
  readonly credentials: readonly Credential[];
  /** Where the next page begins; 0 at the end, so that the next look begins again. */
  readonly next: number;
}

/**
 * Reads one page of the credentials of a group that were updated on a day or after it: one request.
 * The search knows days alone, and cannot sort by the time of the update (docs/platform.md, Read a
 * group). So after a busy day several pages take turns.
 */
export async function findMoved(
  client: Client,
  group: GroupId,
  { since, from }: { readonly since: Day; readonly from: number },
  signal?: AbortSignal,
): Promise<Result<MovedPage, PlatformProblem>> {
  const query = { 'group.id': group, 'updated_at[gte]': since };
  const size = await client.pageSize.next(null, OFFSET_REACH);
  const page = await searchPage(client, query, { from }, size, signal);
  if (!page.ok) return page;
  const { credentials, count } = page.value;
  if (credentials.some(({ groupId }) => groupId !== group))
    return failed({ code: 'unexpected-answer', where: `POST ${SEARCH_PATH}: something else was found` });
  const reached = from + credentials.length;
  // Without a count, a page that brought nothing was the last one.
  const isEnd = credentials.length === 0 || reached >= Math.min(count ?? Infinity, OFFSET_REACH);
  return ok({ credentials, next: isEnd ? 0 : reached });
}

import type { GroupId } from '../credential/ids';
import { ok, type Result } from '../result';
import type { Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { searchAll, type Checkpoint, type SearchPart } from './search-all';

/** How much of a group was read. */
export type GroupReading =
  | { readonly kind: 'whole'; readonly count: number; readonly requests: number }
  /**
   * Only the first page was read, or the first few. `pages`: the requests that all of it would
   * take, with the first one.
   */
  | {
      readonly kind: 'large';
      readonly count: number;
      readonly pages: number;
      readonly requests: number;
    };

interface GroupOptions {
  readonly onPart: (part: SearchPart) => void;
  /**
   * Most credentials of a group that is read whole. Only the first page of a larger one is read.
   * Missing: every group is read whole.
   */
  readonly most?: number;
  readonly from?: Checkpoint;
  readonly onPlace?: (checkpoint: Checkpoint) => void;
}

/**
 * Reads the credentials of a group, each once, in parts as they come. Fails and rejects as
 * `searchAll` does.
 */
export async function readGroup(
  client: Client,
  group: GroupId,
  { onPart, most, from, onPlace }: GroupOptions,
  signal?: AbortSignal,
): Promise<Result<GroupReading, PlatformProblem>> {
  const read = await searchAll(
    client,
    { 'group.id': group },
    {
      onPart,
      isAnswer: (credentials) => credentials.every(({ groupId }) => groupId === group),
      ...(most !== undefined && { most }),
      ...(from !== undefined && { from }),
      ...(onPlace !== undefined && { onPlace }),
    },
    signal,
  );
  if (!read.ok) return read;
  const { isWhole, count, total, requests, perPage } = read.value;
  return ok(
    isWhole
      ? { kind: 'whole', count, requests }
      : { kind: 'large', count: total, pages: Math.ceil(total / perPage), requests },
  );
}

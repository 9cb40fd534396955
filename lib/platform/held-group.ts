import type { Credential } from '../credential/credential';
import { dayOfMoment } from '../credential/day';
import type { GroupId } from '../credential/ids';
import { ok, type Result } from '../result';
import type { Client } from './client';
import type { PlatformProblem } from './platform-problem';
import { readGroup, type GroupReading } from './read-group';
import { OFFSET_REACH, searchPage } from './search';
import { searchAll, type Checkpoint, type SearchPart } from './search-all';

/*
 * A large group takes a hundred requests or more. So the one that was read last stays in memory, as
 * long as the browser keeps the background, which is half a minute after its last work: a panel
 * that is opened again, and the review after a run, need only what changed since. A reading that
 * was interrupted (signed out, offline) continues where it was. Nothing of it is stored
 * (docs/privacy.md).
 */

/** Least size of a group that is held. A smaller one is read again in ten requests or fewer. */
const LEAST_HELD = 1_000;
/** Longest time that a group is held: not every change may show in the time of the last update. */
const HELD_MS = 60 * 60 * 1_000;
/** Days of the platform are UTC and a clock may be wrong, so one more day is asked for. */
const DAY_MS = 24 * 60 * 60 * 1_000;

interface Held {
  readonly of: string;
  readonly at: number;
  readonly credentials: ReadonlyMap<string, Credential>;
  /** The place to continue from; null: all of it was read. */
  readonly checkpoint: Checkpoint | null;
}

/** The account and group that are read. */
export interface GroupOfAccount {
  readonly client: Client;
  readonly account: string;
  readonly group: GroupId;
}

interface Options {
  readonly onPart: (part: SearchPart) => void;
  /** As in `readGroup`. */
  readonly most?: number;
}

/** Reads groups, and holds the last large one in memory. */
export interface GroupReader {
  read(
    of: GroupOfAccount,
    options: Options,
    signal?: AbortSignal,
  ): Promise<Result<GroupReading, PlatformProblem>>;
  /** Forgets the group that is held. */
  forget(): void;
}

export function createGroupReader(now: () => number): GroupReader {
  let held: Held | null = null;

  return {
    forget() {
      held = null;
    },
    async read(of, options, signal) {
      const name = `${of.client.environment} ${of.account} ${of.group}`;
      const before = held !== null && held.of === name && held.at + HELD_MS > now() ? held : null;
      const begun = now();
      if (before?.checkpoint === null) {
        const changed = await changedSince(of, before, signal);
        if (changed !== null) {
          held = { of: name, at: begun, credentials: changed.credentials, checkpoint: null };
          return wholeReading(changed.credentials, changed.requests, options);
        }
      }
      const from = options.most === undefined ? (before?.checkpoint ?? null) : null;
      const credentials = new Map(from === null ? [] : before?.credentials);
      let checkpoint: Checkpoint | null = from;
      if (from !== null) reportInParts(credentials, from.total, options);
      const reading = await readGroup(
        of.client,
        of.group,
        {
          ...options,
          onPart(part) {
            for (const credential of part.credentials) credentials.set(credential.id, credential);
            options.onPart(part);
          },
          onPlace: (reached) => (checkpoint = reached),
          ...(from !== null && { from }),
        },
        signal,
      );
      const isWhole = reading.ok && reading.value.kind === 'whole';
      // The start of a large group alone, or a first page that failed, is no reading to go on from.
      if (credentials.size <= LEAST_HELD || (!isWhole && (reading.ok || checkpoint === null))) return reading;
      // Values of an interrupted reading are as old as its beginning.
      const at = from === null ? begun : (before?.at ?? begun);
      held = { of: name, at, credentials, checkpoint: isWhole ? null : checkpoint };
      return reading;
    },
  };
}

/**
 * The group as it is now, by what is held and what was updated since; null when that does not add
 * up: a credential that was deleted or moved away changes the count alone.
 */
async function changedSince(
  { client, group }: GroupOfAccount,
  { at, credentials }: Held,
  signal: AbortSignal | undefined,
) {
  const query = { 'group.id': group, 'updated_at[gte]': dayOfMoment(at - DAY_MS) };
  const after = new Map(credentials);
  const read = await searchAll(
    client,
    query,
    {
      isAnswer: (page) => page.every(({ groupId }) => groupId === group),
      onPart: (part) => {
        for (const credential of part.credentials) after.set(credential.id, credential);
      },
      // With half of the group changed, reading all of it takes no longer.
      most: credentials.size / 2,
    },
    signal,
  );
  if (!read.ok || !read.value.isWhole) return null;
  const first = await searchPage(client, { 'group.id': group }, { from: 0 }, 1, signal);
  if (!first.ok) return null;
  const { count, requests } = first.value;
  // A count of exactly the reach of offsets may be capped (I).
  if (count === OFFSET_REACH || count !== after.size) return null;
  return { credentials: after, requests: read.value.requests + requests };
}

/** Reports a group that is known whole, as its reading would. */
function wholeReading(
  credentials: ReadonlyMap<string, Credential>,
  requests: number,
  options: Options,
): Result<GroupReading, PlatformProblem> {
  reportInParts(credentials, credentials.size, options);
  return ok({ kind: 'whole', count: credentials.size, requests });
}

/** Credentials in one part: a message that the browser carries well. */
const PART = 1_000;

function reportInParts(
  credentials: ReadonlyMap<string, Credential>,
  total: number,
  { onPart }: Options,
): void {
  const all = [...credentials.values()];
  for (let from = 0; from < all.length; from += PART) {
    const some = all.slice(from, from + PART);
    onPart({ credentials: some, loaded: from + some.length, total });
  }
}

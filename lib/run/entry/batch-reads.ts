import type { AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import type { Entry } from '../../journal/entry';
import type { Client } from '../../platform/client';
import { searchPage } from '../../platform/search';
import { isOlder, momentOf, type Clocks, type Moment } from './freshness';
import { searchedFieldStatesOf, type AttributeOf } from './field-state';

/*
 * What moved on the platform since the review, found for many credentials with one request: a search by their e-mails.
 *
 * The search has an index, which runs behind the writes by nobody knows how much (docs/platform.md). So a look at it is
 * believed only as far as our own writes prove it: the youngest one that it shows, when it shows all older ones too, is
 * the moment that it knows at least. An entry is written without a reading of its own when, at most BELIEVED_MS before
 * its request leaves, the index was seen to have all fields as they were at the review. Anything else is read by itself:
 * what the look shows otherwise or not at all, and an index that falls behind.
 *
 * What remains: an edit of the very same field by somebody else within BELIEVED_MS before our write is overwritten by the
 * confirmed value (with a reading of its own: within READ_BELIEVED_MS), and so is an older one that the index took in later than
 * writes of ours that came after it. The second is why what costs, what adds, and what is sent as a whole map never goes this way.
 * It halves the requests: without it 10,000 updates take 50 minutes.
 */

/** How long before a request leaves the platform must have been seen as it was at the review, by search. */
export const FRESH_MS = 30_000;
/** Fewer than these fit into the pace's first window, read one by one: then a look saves nothing. */
const LEAST_OPEN = 100;
const BATCH_SIZE = 40;
const WITNESSES = 10;
/** Entries that are read by themselves before an index that was behind is looked at again: twice as many each time. */
const FIRST_PAUSE = 4;
const LONGEST_PAUSE = 64;

/** What is documented to be in an answer of the search, and sent by itself. */
const SEARCHED: ReadonlySet<AttributeId> = new Set<AttributeId>([
  'recipient-name',
  'recipient-email',
  'issue-date',
  'expiry-date',
  'grade',
  'credential-name',
]);

/** A credential as the search showed it, and whether a write that rests on it may not leave any more. */
export interface BatchRead {
  readonly credential: Credential;
  readonly isTooLate: () => boolean;
}

/** A write of ours that an index which runs behind may not show yet. */
interface Witness {
  readonly entry: Entry;
  readonly at: Moment;
}

export interface BatchReads {
  /** The entry's credential, by a look made now or not long ago; null when it has to be read by itself. `next`: those behind it. */
  read(entry: Entry, next: readonly Entry[]): Promise<BatchRead | null>;
  /** Notes that the platform took the whole change, when its answer came. */
  noteWritten(entry: Entry): void;
}

interface BatchReadDeps extends Clocks {
  readonly client: Client;
  readonly group: string;
  readonly attributeOf: AttributeOf;
}

/** Looks for a run with so many entries open. They never fail: a search that is refused only means reading one by one. */
export function createBatchReads(context: BatchReadDeps, open: number): BatchReads {
  const { client, group, attributeOf } = context;
  let written: readonly Witness[] = [];
  let shown: ReadonlyMap<CredentialId, Credential> = new Map();
  /** The moment that the index surely knew when it was looked at; null when it is not to be believed. */
  let known: Moment | null = null;
  let reading: Promise<void> | null = null;
  let pause = FIRST_PAUSE;
  let toRead = FIRST_PAUSE;

  const isFresh = (at: Moment | null): at is Moment => at !== null && !isOlder(at, FRESH_MS, context);

  return {
    async read(entry, next) {
      if (open < LEAST_OPEN || !maySearch(entry)) return null;
      if (reading !== null) await reading;
      if (!isFresh(known) || !shown.has(entry.credential)) {
        if (toRead > 0) {
          toRead -= 1;
          return null;
        }
        reading = readBatch([entry, ...next.filter(maySearch).slice(0, BATCH_SIZE - 1)]).finally(() => {
          reading = null;
        });
        await reading;
      }
      const credential = shown.get(entry.credential);
      const at = known;
      if (credential === undefined || !isFresh(at)) return null;
      return { credential, isTooLate: () => !isFresh(at) };
    },
    noteWritten(entry) {
      if (!maySearch(entry)) return;
      written = [...written.filter(({ at }) => isFresh(at)), { entry, at: momentOf(context) }];
    },
  };

  async function readBatch(entries: readonly Entry[]): Promise<void> {
    const witnesses = spread(
      written.filter(({ at }) => isFresh(at)),
      WITNESSES,
    );
    const emails = new Set([...entries.map(emailOf), ...witnesses.map(({ entry }) => emailAfter(entry))]);
    const query = { 'group.id': group, 'recipient_email[in]': [...emails] };
    const page = await searchPage(client, query, { size: 2 * (BATCH_SIZE + WITNESSES), from: 0 });
    shown = new Map(page.ok ? page.value.credentials.map((one) => [one.id, one]) : []);
    known = knownMoment(witnesses);
    const isGood = entries.some(({ credential }) => shown.has(credential)) && isFresh(known);
    pause = isGood ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
    toRead = isGood ? 0 : pause;
  }

  /** The youngest of our writes that is shown, if all older ones are; null when the oldest is not, or there is none. */
  function knownMoment(witnesses: readonly Witness[]): Moment | null {
    let latest: Moment | null = null;
    for (const { entry, at } of witnesses) {
      const credential = shown.get(entry.credential);
      if (credential === undefined) return latest;
      if (searchedFieldStatesOf(entry.change, credential, attributeOf).some(({ is }) => is !== 'after'))
        return latest;
      latest = at;
    }
    return latest;
  }
}

/** Only what costs nothing, was never sent, and of which the search tells every field. */
function maySearch({ change, state }: Entry): boolean {
  const isPlain = change.fields.every(({ attribute }) => SEARCHED.has(attribute));
  return state.kind === 'planned' && change.credits === 0 && change.who.email !== null && isPlain;
}

function emailOf({ change }: Entry): string {
  return change.who.email ?? ''; // null never comes here (maySearch)
}

function emailAfter(entry: Entry): string {
  const field = entry.change.fields.find(({ attribute }) => attribute === 'recipient-email');
  return typeof field?.after === 'string' ? field.after : emailOf(entry); // no such field: it stays
}

/** At most so many of them, from first to last. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = (list.length - 1) / (most - 1);
  return list.filter((_, at) => Math.round(Math.round(at / step) * step) === at);
}

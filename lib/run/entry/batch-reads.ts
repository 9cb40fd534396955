import type { AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import type { Entry } from '../../journal/entry';
import { BATCH_SIZE, FIRST_READ, LEAST_OPEN } from './batch-size';
import type { FactValue, Learn } from '../../platform/account-facts';
import type { Client } from '../../platform/client';
import { searchFirst } from '../../platform/search';
import { searchedFieldStatesOf, type AttributeOf } from './field-state';
import { isOlder, mayBeOlder, type Clocks, type Moment } from './freshness';

/*
 * Finds out for many credentials with one request whether they changed since the review: a search
 * by their e-mails.
 *
 * The search has an index, which runs behind the writes by an unknown time (docs/platform.md, Read
 * a group). A batch read is trusted only as far as our own writes prove it: they are its witnesses.
 * The index knows at least the moment of the youngest witness that it shows, when it shows all
 * older ones too.
 *
 * An entry is written without a reading of its own when the index showed all its fields as they
 * were at the review, as of a moment at most FRESH_MS before the request leaves. Every other entry
 * is read by itself: one that the batch shows otherwise or not at all, and all of them while the
 * index is behind.
 *
 * Example: our write of credential 7 at 0 s is shown by a batch read at 10 s, so the batch is known
 * to be of 0 s or later. An entry in it may leave until 30 s. At 31 s it is read by itself.
 *
 * Two risks remain. An edit of the same field by somebody else within FRESH_MS before our write is
 * overwritten by the confirmed value (READ_FRESH_MS with a reading of its own). So is an older edit
 * that the index took in later than our writes after it. Because of the second one, what costs,
 * what adds, and what is sent as a whole map is never written from a batch read. It halves the
 * requests: without it, 10,000 updates take 50 minutes.
 */

/*
 * An own id can be the number of another credential. The path of a write would then name both, and
 * only reading by that path shows which of them is meant (docs/platform.md, Own ids). So the first
 * entries are read by their paths, which shows whether the account has own ids; and with each batch
 * the whole account is searched for own ids that are numbers of the batch. One of either kind ends
 * the batch reads.
 */
const LIKE_A_NUMBER = /^\d+$/;

/**
 * How long a batch read is fresh: from the moment that its index is known to know, until a request
 * leaves.
 */
export const FRESH_MS = 30_000;
const MOST_WITNESSES = 10;
/** The memory of an account tells a lag of seconds from a longer one. */
const FAR_BEHIND_MS = 10_000;
/**
 * Entries that are read by themselves before the next batch read, after the index was behind:
 * doubled each time.
 */
const FIRST_PAUSE = 4;
const LONGEST_PAUSE = 64;

/** Attributes that the search is documented to answer, and that are sent by themselves. */
const SEARCHED: ReadonlySet<AttributeId> = new Set<AttributeId>([
  'recipient-name',
  'recipient-email',
  'issue-date',
  'expiry-date',
  'grade',
  'credential-name',
]);

/**
 * A credential as the search showed it, and whether a write that rests on it must not leave any
 * more.
 */
export interface BatchRead {
  readonly credential: Credential;
  readonly isTooLate: () => boolean;
}

/** A write of ours, which an index that is behind does not show yet. */
interface Witness {
  readonly entry: Searchable;
  readonly at: Moment;
}

export interface BatchReads {
  /**
   * Gives the entry's credential by a fresh batch read; null when it has to be read by itself.
   * `next`: the entries after it, which are read in the same batch.
   */
  read(entry: Entry, next: readonly Entry[]): Promise<BatchRead | null>;
  /**
   * Notes that the platform has the whole change of an entry. `leftAt`: when the write left. Its
   * answer may have been long under way: an index that shows it need not know what came later.
   */
  noteWritten(entry: Entry, leftAt: Moment): void;
  /** Ends them: from now on each entry is read by itself. */
  end(): void;
}

interface BatchReadDeps extends Clocks {
  readonly learn?: Learn;
  readonly client: Client;
  readonly group: string;
  readonly attributeOf: AttributeOf;
}

/**
 * Creates the batch reads of a run with so many entries open. They never fail: after a failed
 * search, entries are read one by one.
 */
export function createBatchReads(deps: BatchReadDeps, open: number): BatchReads {
  const { client, group, attributeOf } = deps;
  let written: readonly Witness[] = [];
  let shown: ReadonlyMap<CredentialId, Credential> = new Map();
  /**
   * The moment that the index surely knew at the last batch read; null when that is not to be
   * trusted.
   */
  let known: Moment | null = null;
  let reading: Promise<void> | null = null;
  let pause = FIRST_PAUSE;
  let toRead = FIRST_READ;
  let hasEnded = open < LEAST_OPEN;
  const isOn = () => !hasEnded;

  const isFresh = (at: Moment | null): at is Moment => at !== null && !mayBeOlder(at, FRESH_MS, deps);

  return {
    async read(entry, next) {
      if (!isOn() || !maySearch(entry)) return null;
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
      if (!isOn() || credential === undefined || !isFresh(at)) return null;
      return { credential, isTooLate: () => !isFresh(at) };
    },
    noteWritten(entry, leftAt) {
      if (!maySearch(entry)) return;
      written = [...written.filter(({ at }) => isFresh(at)), { entry, at: leftAt }].toSorted(
        (a, b) => a.at.ticks - b.at.ticks,
      );
    },
    end() {
      hasEnded = true;
    },
  };

  async function readBatch(entries: readonly Searchable[]): Promise<void> {
    const witnesses = spread(
      written.filter(({ at }) => isFresh(at)),
      MOST_WITNESSES,
    );
    const emails = new Set([...entries.map(emailOf), ...witnesses.map(({ entry }) => emailAfter(entry))]);
    const query = { 'group.id': group, 'recipient_email[in]': [...emails] };
    const [page, areSafe] = await Promise.all([
      searchFirst(client, query, 2 * (BATCH_SIZE + MOST_WITNESSES)),
      areUnambiguous(entries),
    ]);
    shown = new Map(page.ok ? page.value.credentials.map((one) => [one.id, one]) : []);
    if (areSafe === 'no' || [...shown.values()].some(hasNumberForOwnId)) hasEnded = true;
    known = areSafe === 'yes' ? knownMoment(witnesses) : null;
    if (page.ok && witnesses.length > 0) deps.learn?.('search', lagOf(witnesses));
    const isGood = entries.some(({ credential }) => shown.has(credential)) && isFresh(known);
    pause = isGood ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
    toRead = isGood ? 0 : pause;
  }

  /**
   * Whether no credential of the account has the number of one of these for its own id, as far as
   * the search answers own ids.
   */
  async function areUnambiguous(entries: readonly Searchable[]): Promise<'yes' | 'no' | 'not-known'> {
    const numbers = entries.map(({ credential }) => credential);
    const found = await searchFirst(client, { 'license_id[in]': numbers }, 2 * BATCH_SIZE);
    if (found.ok) return found.value.credentials.some(hasNumberForOwnId) ? 'no' : 'yes';
    // A search that is refused will be refused again.
    return found.problem.code === 'refused' ? 'no' : 'not-known';
  }

  /** How far the index is behind, by the oldest of our writes that it does not show. */
  function lagOf(witnesses: readonly Witness[]): FactValue<'search'> {
    const missing = witnesses.find((witness) => !isShown(witness));
    if (missing === undefined) return 'up-to-date';
    return isOlder(missing.at, FAR_BEHIND_MS, deps) ? 'far-behind' : 'behind';
  }

  function isShown({ entry }: Witness): boolean {
    const credential = shown.get(entry.credential);
    if (credential === undefined) return false;
    return searchedFieldStatesOf(entry.change, credential, attributeOf).every(({ is }) => is === 'after');
  }

  /**
   * The moment of the youngest witness that is shown, if all older ones are; null when the oldest
   * is not, or there is none.
   */
  function knownMoment(witnesses: readonly Witness[]): Moment | null {
    let latest: Moment | null = null;
    for (const witness of witnesses) {
      if (!isShown(witness)) return latest;
      latest = witness.at;
    }
    return latest;
  }
}

/** An entry whose credential can be searched for by its e-mail. */
type Searchable = Entry & { readonly change: { readonly who: { readonly email: string } } };

/** Whether an entry costs nothing, was never sent, and the search answers all its fields. */
function maySearch(entry: Entry): entry is Searchable {
  const { change, state } = entry;
  const isPlain = change.fields.every(({ attribute }) => SEARCHED.has(attribute));
  return state.kind === 'planned' && change.credits === 0 && change.who.email !== null && isPlain;
}

function emailOf({ change }: Searchable): string {
  return change.who.email;
}

/** The e-mail after the write: the wanted one, or the same when the change has none. */
function emailAfter(entry: Searchable): string {
  const field = entry.change.fields.find(({ attribute }) => attribute === 'recipient-email');
  return typeof field?.after === 'string' ? field.after : emailOf(entry);
}

function hasNumberForOwnId({ licenseId }: Credential): boolean {
  return licenseId !== null && LIKE_A_NUMBER.test(licenseId);
}

/** At most so many items of a list, evenly from first to last. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = (list.length - 1) / (most - 1);
  return list.filter((_, at) => Math.round(Math.round(at / step) * step) === at);
}

import type { Value } from '../../lib/credential/value';
import type { Credential } from '../platform/state/schema';
import type { EntryState } from '../../lib/journal/entry';
import type { Case, Trouble } from './case';
import type { Platform, PlatformAnswer, PlatformRequest } from './platform';
import { createLateEdits } from './late-edits';
import { createOrderRules } from './order-rules';
import { createRequestRules } from './request-rules';
import { credentialOf } from './sent-fields';
import { itemsWith, valuesOf } from './values';

/** A request as it left. */
export interface SentRequest extends PlatformRequest {
  readonly nth: number;
  /** The background that sent it. */
  readonly from: string;
}

/** A change of one value on the platform. Times are the world's, in milliseconds. */
export interface Edit {
  readonly at: number;
  readonly place: string;
  readonly before: Value;
  readonly after: Value;
  readonly by: 'us' | 'them';
}

/** When a background last saw a credential by itself: its state of `servedAt`. */
export interface Reading {
  readonly servedAt: number;
  readonly answeredAt: number;
  /** Counts the readings since the last write of the credential, from 1. */
  readonly turn: number;
  /** Its count before that write. */
  readonly turnBefore: number;
}

export type LateEdit = Extract<Trouble, { readonly kind: 'late-edit' }>;

/** A rule that did not hold. */
export interface Violation {
  readonly rule: string;
  readonly words: string;
}

/** Sees everything that happens on the platform, and judges it while it happens. */
export interface Watch {
  readonly violations: Violation[];
  /** All edits of a credential, the oldest first. */
  edits(credential: string): readonly Edit[];
  /** Credits that our writes of a credential took. */
  credits(credential: string): number;
  /** How often a piece of evidence was added by us: by its address. */
  added(url: string): number;
  /** How often of these it was added again once its entry was settled (docs/limits.md). */
  addedLate(url: string): number;
  leaves(request: SentRequest): void;
  served(request: SentRequest, serve: () => PlatformAnswer): PlatformAnswer;
  /** Gives the edits that somebody makes because of what was read. */
  answered(request: SentRequest, answer: PlatformAnswer): readonly LateEdit[];
  /** A request may arrive from now on; it has arrived, or will not, once the answer is called. */
  onItsWay(request: SentRequest): () => void;
  /** The journal has this of a credential's entry. */
  noted(credential: string, state: EntryState['kind']): void;
  /** The journal was thrown away. */
  forgetNotes(): void;
  /** Another admin's edit, carried out by `work`. */
  edited(credential: string, work: () => boolean): boolean;
  violated(rule: string, words: string): void;
}

export function createWatch(scenario: Case, platform: Platform, time: () => number): Watch {
  const changes = new Map(scenario.changes.map((change) => [change.credential as string, change]));
  const edits = new Map<string, Edit[]>();
  const credits = new Map<string, number>();
  const added = new Map<string, number>();
  const addedLate = new Map<string, number>();
  /** When each request that reads was served. */
  const servedAt = new Map<number, number>();
  const readings = new Map<string, Reading>();
  const violations: Violation[] = [];
  const { switches } = scenario;
  const rules = createRequestRules({
    changes,
    hiddenMs: switches['search-order'] === 'mixed' ? switches['search-lag'] : 0,
    time,
    credential: (id) => platform.store.find(id),
    edits: (id) => edits.get(id) ?? [],
    reading: (from, id) => readings.get(`${from} ${id}`),
    beginning: (id) => scenario.state.credentials.find((one) => String(one.id) === id),
  });

  const order = createOrderRules((rule, words) => watch.violated(rule, words));
  const lateEdits = createLateEdits(scenario.troubles);

  const watch: Watch = {
    violations,
    onItsWay: (request) => order.onItsWay(request),
    noted: (credential, state) => order.noted(credential, state),
    forgetNotes: () => order.forgetNotes(),
    edits: (id) => edits.get(id) ?? [],
    credits: (id) => credits.get(id) ?? 0,
    added: (url) => added.get(url) ?? 0,
    addedLate: (url) => addedLate.get(url) ?? 0,
    violated: (rule, words) => void violations.push({ rule, words }),
    leaves(request) {
      for (const { rule, words } of rules.broken(request)) watch.violated(rule, `#${request.nth} ${words}`);
      order.leaves(request);
      const id = credentialOf(request.path);
      const read = readings.get(`${request.from} ${id}`);
      if (read !== undefined && request.method !== 'GET')
        readings.set(`${request.from} ${id}`, { ...read, turn: 0, turnBefore: read.turn });
    },
    served(request, serve) {
      const id = credentialOf(request.path);
      if (id === null) return serve();
      servedAt.set(request.nth, time());
      if (request.method === 'GET') return serve();
      return noted(id, 'us', serve);
    },
    answered(request, { status, body }) {
      const id = credentialOf(request.path);
      const at = servedAt.get(request.nth);
      // A write that met the limit is held back by the pace, as if it had not left.
      const of = `${request.from} ${id}`;
      const read = readings.get(of);
      if (status === 429 && request.method !== 'GET' && read !== undefined)
        readings.set(of, { ...read, turn: read.turnBefore });
      // A whole credential is a reading, by GET or as the answer of a PUT.
      if (id !== null && at !== undefined && status === 200 && body.startsWith('{"credential"'))
        noteReading(of, at, request.method === 'GET');
      return status === 200 ? lateEdits.because(request, body) : [];
    },
    edited: (id, work) => noted(id, 'them', work),
  };
  return watch;

  function noteReading(of: string, at: number, isTurn: boolean): void {
    const turn = (readings.get(of)?.turn ?? 0) + (isTurn ? 1 : 0);
    const counted = Math.max(1, turn);
    readings.set(of, { servedAt: at, answeredAt: time(), turn: counted, turnBefore: counted });
  }

  function noted<T>(id: string, by: Edit['by'], work: () => T): T {
    const before = platform.store.find(id);
    const creditsBefore = platform.store.issuer().certificate_left;
    const result = work();
    const after = platform.store.find(id);
    if (before === undefined || after === undefined || before === after) return result;
    const list = edits.get(id) ?? [];
    edits.set(id, list);
    const made = editsOf(before, after, by, time());
    if (by === 'us') judgeLost(id, made);
    list.push(...made);
    if (by === 'us') {
      const taken = creditsBefore - platform.store.issuer().certificate_left;
      credits.set(id, watch.credits(id) + taken);
      noteAdded(id, before, after);
      judgeRemoved(id, before, after);
    }
    return result;
  }

  /** A custom attribute that nobody touched is there after our write: the whole map is sent. */
  function judgeLost(id: string, made: readonly Edit[]): void {
    const { fields = [] } = changes.get(id) ?? {}; // of no change: judged when it left
    for (const { place, after } of made) {
      if (after !== null || !place.startsWith('custom:')) continue;
      const isAsked = fields.some(({ attribute }) => attribute === place);
      const isTheirs = watch.edits(id).some((edit) => edit.by === 'them' && edit.place === place);
      if (!isAsked && !isTheirs) watch.violated('no other value is lost', `${place} of ${id}`);
    }
  }

  /** Evidence that we take away was added by us, and the same address stays once. */
  function judgeRemoved(id: string, before: Credential, after: Credential): void {
    for (const { id: item, link_url: url } of before.evidence_items) {
      if (after.evidence_items.some((kept) => kept.id === item)) continue;
      const isOurs = watch.edits(id).some(({ by, place, before: was }) => {
        return by === 'us' && place === `evidence ${item}` && was === null;
      });
      if (!isOurs || url === null || itemsWith(after, url) === 0)
        watch.violated('only surplus evidence of ours is taken away', `${item} of ${id}`);
    }
  }

  function noteAdded(id: string, before: Credential, after: Credential): void {
    for (const { attribute, after: url } of changes.get(id)?.fields ?? []) {
      if (!attribute.startsWith('evidence-url-') || typeof url !== 'string') continue;
      const many = itemsWith(after, url) - itemsWith(before, url);
      if (many <= 0) continue;
      if (watch.added(url) > 0 && order.isTaken(id)) addedLate.set(url, watch.addedLate(url) + many);
      added.set(url, watch.added(url) + many);
    }
  }
}

function editsOf(before: Credential, after: Credential, by: Edit['by'], at: number): readonly Edit[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((place) => {
    const [old, now] = [was.get(place) ?? null, is.get(place) ?? null];
    return old === now ? [] : [{ at, place, before: old, after: now, by }];
  });
}

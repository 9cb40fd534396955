import type { Change } from '../../lib/credential/change';
import type { Value } from '../../lib/credential/value';
import type { Credential } from '../platform/state/schema';
import { credentialOf, sentFields, type SentField } from './sent-fields';
import { valuesOf } from './values';
import type { Edit, Reading, SentRequest, Violation } from './watch';

/*
 * What must hold of each write at the moment at which it leaves. The limits are those of
 * docs/limits.md, During a run, said once more: what is tested must not set its own limits.
 */

/**
 * How long a reading of one credential may be old when a write leaves that rests on it: twice as
 * long with each reading that was too old.
 */
const READ_FRESH_MS = 10_000;
/** The clocks of the computer tell whole milliseconds. */
const ROUNDING_MS = 1;
/** The same of what the search knows, in runs of 100 changes or more. */
const BATCH_FRESH_MS = 30_000;
const LEAST_FOR_BATCHES = 100;

interface Facts {
  readonly changes: ReadonlyMap<string, Change>;
  /** How long the search may not show an edit, though it shows later ones. */
  readonly hiddenMs: number;
  readonly time: () => number;
  readonly credential: (id: string) => Credential | undefined;
  readonly beginning: (id: string) => Credential | undefined;
  readonly edits: (id: string) => readonly Edit[];
  readonly reading: (from: string, id: string) => Reading | undefined;
}

export function createRequestRules(facts: Facts) {
  return {
    /** The rules that a request breaks by leaving now. */
    broken(request: SentRequest): readonly Violation[] {
      const { method, path } = request;
      if (method === 'GET' || path.endsWith('/search')) return [];
      const id = credentialOf(path);
      const change = id === null ? undefined : facts.changes.get(id);
      if (id === null || change === undefined) return [unconfirmed(`${method} ${path} is of no change`)];
      const fields = sentFields(request, change);
      if (fields === null) return [unconfirmed(`${method} ${path} has an unknown body`)];
      return [
        ...fields.flatMap((field) => [
          ...unconfirmedIn(field, change, id),
          ...overwritten(field, id, request),
        ]),
        ...moved(id, request),
      ];
    },
  };

  /** Every value that is sent was confirmed, or is one that the platform itself had. */
  function unconfirmedIn(
    { place, value, isRest }: SentField,
    change: Change,
    id: string,
  ): readonly Violation[] {
    if (!isRest) {
      const wanted = change.fields.find(
        ({ attribute }) => attribute === place || placeIs(place, attribute, change),
      );
      const isWanted =
        wanted !== undefined && (wanted.after === value || (wanted.after === null && value === ''));
      return isWanted ? [] : [unconfirmed(`${place} = ${JSON.stringify(value)} of ${id} was not confirmed`)];
    }
    const began = facts.beginning(id);
    const had = began === undefined ? null : (valuesOf(began).get(place) ?? null);
    const isTheirs =
      had === value || facts.edits(id).some((edit) => edit.place === place && edit.after === value);
    return isTheirs ? [] : [unconfirmed(`${place} = ${JSON.stringify(value)} of ${id} was never there`)];
  }

  /**
   * A credential that somebody has moved to another group is not written, within the same limits.
   */
  function moved(id: string, request: SentRequest): readonly Violation[] {
    const began = facts.beginning(id);
    const isWhole = request.method === 'PUT' && request.path === `/v1/credentials/${id}`;
    if (!isWhole || began === undefined) return [];
    return overwritten({ place: 'group-id', value: String(began.group_id), isRest: false }, id, request);
  }

  /** No value of somebody else is overwritten, unless it is younger than the limit. */
  function overwritten({ place, value }: SentField, id: string, { from }: SentRequest): readonly Violation[] {
    const held = facts.credential(id);
    const now = held === undefined ? null : (valuesOf(held).get(place) ?? null);
    const wanted: Value = value === '' ? null : value;
    if (now === wanted) return [];
    const last = facts.edits(id).findLast((edit) => edit.place === place);
    const reviewed = facts.changes.get(id)?.fields.find(({ attribute }) => attribute === place);
    if (last?.by !== 'them' || (reviewed !== undefined && now === reviewed.before)) return [];
    const time = facts.time();
    const reading = facts.reading(from, id);
    const fresh = READ_FRESH_MS * 2 ** ((reading?.turn ?? 1) - 1);
    if (reading !== undefined && time - reading.answeredAt <= fresh + ROUNDING_MS)
      return last.at >= reading.servedAt ? [] : [foreign(`${place} of ${id}, which was read before`)];
    const batchFresh = BATCH_FRESH_MS + facts.hiddenMs + ROUNDING_MS;
    const isBatch = facts.changes.size >= LEAST_FOR_BATCHES && time - last.at <= batchFresh;
    const age = ((time - last.at) / 1000).toFixed(1);
    return isBatch ? [] : [foreign(`${place} of ${id}, edited ${age} s before`)];
  }
}

function placeIs(place: string, attribute: string, change: Change): boolean {
  const field = change.fields.find((one) => one.attribute === attribute);
  return field?.evidenceId !== undefined && place === `evidence ${field.evidenceId}`;
}

const unconfirmed = (words: string): Violation => ({ rule: 'nothing unconfirmed is sent', words });
const foreign = (words: string): Violation => ({ rule: 'no edit of somebody else is overwritten', words });

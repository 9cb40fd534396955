import type { Change, FieldChange } from '../../credential/change';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { CredentialId } from '../../credential/ids';
import type { ApiRequest } from '../../platform/client';
import { credentialPath } from '../../platform/read-credential';
import { bodyText } from '../../platform/request-text';
import type { FreshCredential } from '../../platform/wire-credential';
import { writeRequests } from '../../platform/write-requests';
import { decide } from '../../run/entry/decide';
import { fieldStatesOf, type AttributeOf } from '../../run/entry/field-state';

/** A way of the platform that nobody knows before it answers (docs/platform.md, Write). */
export type OnlyWhere =
  /** It answers a write without the credential: then it is read back. */
  | 'no-credential-in-answer'
  /** null leaves a value as it is: then "" is tried. */
  | 'null-clears-nothing';

/** One request as the run would send it. */
export interface RehearsedRequest {
  readonly does: 'read' | 'write';
  readonly method: ApiRequest['method'];
  readonly path: string;
  /** Byte for byte; null: it has none. */
  readonly body: string | null;
  /** Missing: it is sent in any case. */
  readonly only?: OnlyWhere;
}

/** Why a change would not be written. */
export type NotWritten =
  /** Somebody changed it on the platform since the review: a conflict. */
  | 'moved-on'
  /** The platform has its values by now. */
  | 'there-already'
  /** Its credential could not be read. */
  | 'not-read';

/** Requests of the run for one change, in order. */
export interface RehearsedChange {
  readonly row: number;
  readonly credential: CredentialId;
  readonly requests: readonly RehearsedRequest[];
  /** Missing: it would be written. */
  readonly notWritten?: NotWritten;
}

/**
 * Whether the bytes of a change rest on what the platform has at that moment: the whole map of
 * custom attributes goes along, and evidence is added to what is there.
 */
export function restsOnReading({ fields }: Change): boolean {
  return fields.some(
    ({ attribute }) => attribute.startsWith('custom:') || evidencePartOf(attribute) !== null,
  );
}

/**
 * The requests that the run would send for a change, by the same code as the run
 * (write-entry.ts). `fresh`: its credential as it was just read; null where its bytes do not rest
 * on it, and the platform is taken to be as it was at the review.
 *
 * Grade from A to B -> GET the credential; PUT {"credential":{"grade":"B"}}; GET it again where the
 * answer does not have it.
 */
export function rehearsedChange(
  change: Change,
  fresh: FreshCredential | null,
  group: string,
  attributeOf: AttributeOf,
): RehearsedChange {
  const { credential, row } = change;
  const before: RehearsedRequest = readOf(change);
  const fields = fresh === null ? change.fields : openFields(change, fresh, group, attributeOf);
  if (typeof fields === 'string') return { row, credential, requests: [before], notWritten: fields };
  const first = writesOf(change, fields, fresh, null);
  const cleared = fields.filter(
    ({ after, attribute }) => after === null && evidencePartOf(attribute) === null,
  );
  const second = cleared.length === 0 ? [] : writesOf(change, cleared, fresh && written(fresh, fields), '');
  const requests = [
    before,
    ...first,
    readBack(change, first),
    ...second.map((one) => ({ ...one, only: 'null-clears-nothing' }) as const),
  ];
  return { row, credential, requests };
}

/** A change whose credential could not be read. */
export function unreadChange(change: Change): RehearsedChange {
  const { credential, row } = change;
  return { row, credential, requests: [readOf(change)], notWritten: 'not-read' };
}

/** The fields that are still to be written, or why none is. */
function openFields(
  change: Change,
  { credential }: FreshCredential,
  group: string,
  attributeOf: AttributeOf,
): readonly FieldChange[] | NotWritten {
  const decision = decide({
    state: { kind: 'planned' },
    fields: fieldStatesOf(change, credential, attributeOf),
    group,
    groupNow: credential.groupId,
    isCancelled: false,
    mostAttempts: 1,
  });
  if (decision.kind === 'write') return decision.fields;
  return decision.kind === 'settle' && decision.state.kind === 'applied' ? 'there-already' : 'moved-on';
}

function writesOf(
  { credential, fields: all }: Change,
  fields: readonly FieldChange[],
  fresh: FreshCredential | null,
  clearedAs: null | '',
): readonly RehearsedRequest[] {
  return writeRequests(credential, fields, all, fresh, clearedAs).map(({ request }) => ({
    does: 'write',
    method: request.method,
    path: request.path,
    body: bodyText(request),
  }));
}

/** The credential after the first write, where null has cleared nothing. */
function written(fresh: FreshCredential, fields: readonly FieldChange[]): FreshCredential {
  const custom = Object.assign(Object.create(null) as Record<string, unknown>, fresh.custom);
  for (const { attribute, after } of fields)
    if (attribute.startsWith('custom:') && after !== null) custom[attribute.slice('custom:'.length)] = after;
  return { ...fresh, custom };
}

function readOf({ credential }: Change): RehearsedRequest {
  return { does: 'read', method: 'GET', path: credentialPath(credential), body: null };
}

/** An answer about evidence never has the credential. */
function readBack(change: Change, writes: readonly RehearsedRequest[]): RehearsedRequest {
  const isOfEvidence = writes.at(-1)?.path.includes('/evidence_items') === true;
  return { ...readOf(change), ...(!isOfEvidence && { only: 'no-credential-in-answer' }) };
}

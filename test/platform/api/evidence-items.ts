import { touchedAt } from '../rules/credential-update';
import { readEvidence } from '../rules/evidence';
import { isFields } from '../rules/field-reader';
import type { Credential, Evidence } from '../state/schema';
import { json, type Answer } from './answer';
import type { ApiContext } from './context';
import { refusesWrites, seenCredential } from './credentials';
import { isRevoked, noSuchCredential, noSuchPath, notJson, parameterMissing } from './errors';
import { evidenceShape } from './wire-shape';

/** Replaces the evidence of a credential. That it changes `updated_at` is inferred (I). */
function saveEvidence(credential: Credential, items: readonly Evidence[], context: ApiContext): void {
  const { store, now, switches } = context;
  const after = { ...credential, evidence_items: items, updated_at: touchedAt(credential, now) };
  store.save(after, now, switches);
}

const answer = (item: Evidence, { switches }: ApiContext): Answer =>
  json({ evidence_item: evidenceShape(item, switches) });

const created = (item: Evidence, context: ApiContext): Answer =>
  context.switches['evidence-answer'] === 'bare'
    ? json(evidenceShape(item, context.switches))
    : answer(item, context);

function sentItem(
  body: unknown,
): { readonly kind: 'item'; readonly fields: object } | ReturnType<typeof parameterMissing> {
  if (!isFields(body)) return notJson;
  const { evidence_item: sent } = body;
  return isFields(sent) ? { kind: 'item', fields: sent } : parameterMissing('evidence_item');
}

/** POST /v1/credentials/{credential_id}/evidence_items. */
export function createEvidence(reference: string, body: unknown, context: ApiContext): Answer {
  const credential = seenCredential(reference, context);
  if (credential === undefined) return noSuchCredential;
  const sent = sentItem(body);
  if (sent.kind === 'refusal') return sent;
  if (refusesWrites(credential, context)) return isRevoked;
  const { evidence_items: items } = credential;
  const item = readEvidence(sent.fields, { id: context.store.nextEvidenceId(), position: items.length });
  if ('kind' in item) return item;
  saveEvidence(credential, [...items, item], context);
  return created(item, context);
}

/** Finds an item of a credential and hands both on. A missing one is a 404 of its own kind (I). */
function withItem(
  reference: string,
  itemId: string,
  context: ApiContext,
  act: (credential: Credential, item: Evidence) => Answer,
): Answer {
  const credential = seenCredential(reference, context);
  if (credential === undefined) return noSuchCredential;
  const item = credential.evidence_items.find((known) => String(known.id) === itemId);
  return item === undefined ? noSuchPath : act(credential, item);
}

/** GET /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}. */
export const viewEvidence = (reference: string, itemId: string, context: ApiContext): Answer =>
  withItem(reference, itemId, context, (_, item) => answer(item, context));

/** PUT of the same. Fields that are not sent stay. */
export const putEvidence = (reference: string, itemId: string, body: unknown, context: ApiContext): Answer =>
  withItem(reference, itemId, context, (credential, before) => {
    const sent = sentItem(body);
    if (sent.kind === 'refusal') return sent;
    const item = readEvidence(sent.fields, before);
    if ('kind' in item) return item;
    const items = credential.evidence_items.map((known) => (known.id === item.id ? item : known));
    saveEvidence(credential, items, context);
    return answer(item, context);
  });

/** DELETE of the same. The answer is the deleted item (D: its id and description). */
export const deleteEvidence = (reference: string, itemId: string, context: ApiContext): Answer =>
  withItem(reference, itemId, context, (credential, item) => {
    saveEvidence(
      credential,
      credential.evidence_items.filter((known) => known.id !== item.id),
      context,
    );
    return answer(item, context);
  });

import { sees, type Caller } from '../access/caller';
import { invalidFields, invalidGroup, noCredits, type Refusal } from '../api/errors';
import type { Credential, Evidence, Reference } from '../state/schema';
import type { Store } from '../state/store';
import type { Switches } from '../switches';
import { creditsFor } from './credits';
import { updateAttributes } from './custom-attributes';
import { dayOf } from './days';
import { duplicateRefusal } from './duplicates';
import { readEvidence } from './evidence';
import { createFieldReader, isFields, type FieldReader, type Fields } from './field-reader';

/** Context of a change. `now` is in milliseconds since 1970. */
export interface UpdateContext {
  readonly store: Store;
  readonly switches: Switches;
  readonly caller: Caller;
  readonly now: number;
}

const isRefusal = (value: object): value is Refusal => 'kind' in value && value.kind === 'refusal';

/** `updated_at` after a write: now, and later than before even when the clock stands still. */
export const touchedAt = (before: Pick<Credential, 'updated_at'>, now: number): string =>
  new Date(Math.max(now, Date.parse(before.updated_at) + 1)).toISOString();

/**
 * The group a PUT moves the credential to, or stays in; only one that the caller sees (422 "Invalid
 * Group" (D)).
 */
function groupAfter(before: Credential, sent: unknown, { store, caller }: UpdateContext): number | Refusal {
  if (sent === undefined || sent === null || sent === '') return before.group_id;
  const group = store.group(Number(sent));
  return group !== undefined && sees(caller, group.department_id) ? group.id : invalidGroup;
}

function evidenceAfter(
  before: Credential,
  sent: unknown,
  context: UpdateContext,
): readonly Evidence[] | Refusal {
  if (!Array.isArray(sent)) return before.evidence_items;
  const kept = context.switches.evidence === 'appended' ? before.evidence_items : [];
  const added: Evidence[] = [];
  for (const item of sent) {
    const position = kept.length + added.length;
    const read = readEvidence(item, { id: context.store.nextEvidenceId(), position });
    if (isRefusal(read)) return read;
    added.push(read);
  }
  return [...kept, ...added];
}

/** References follow the same switch as evidence: the documents say the same of both (D). */
function referencesAfter(before: Credential, sent: unknown, context: UpdateContext): readonly Reference[] {
  if (!Array.isArray(sent)) return before.references;
  const word = (value: unknown): string => (typeof value === 'string' ? value : '');
  const added = sent.filter(isFields).map((item): Reference => {
    const referee = isFields(item['referee']) ? item['referee'] : {};
    return {
      id: context.store.nextEvidenceId(),
      description: word(item['description']),
      relationship: word(item['relationship']),
      supplemental: false,
      approve: true,
      referee: { name: word(referee['name']), email: word(referee['email']) || null, avatar: '' },
    };
  });
  return context.switches.evidence === 'appended' ? [...before.references, ...added] : added;
}

/** The plain fields. Others are ignored, like unknown ones. */
function fieldsAfter(before: Credential, sent: Fields, read: FieldReader, switches: Switches) {
  const recipient = isFields(sent['recipient']) ? sent['recipient'] : {};
  const { grade, private: hidden } = switches;
  return {
    // A client's own id in `id` becomes the license id (D); the numeric id never changes.
    license_id: read.text('id', sent['id'], before.license_id),
    description: read.text('description', sent['description'], before.description) ?? '',
    approve: read.flag('approve', sent['approve'], before.approve),
    complete: read.flag('complete', sent['complete'], before.complete),
    grade: grade === 'taken' ? read.text('grade', sent['grade'], before.grade) : before.grade,
    private: hidden === 'taken' ? read.flag('private', sent['private'], before.private) : before.private,
    // A credential always has a day of issue, so that one cannot be cleared (I).
    issued_on: read.day('issued_on', sent['issued_on'], before.issued_on) ?? before.issued_on,
    expired_on: read.day('expired_on', sent['expired_on'], before.expired_on),
    allow_supplemental_evidence: read.flag(
      'allow_supplemental_evidence',
      sent['allow_supplemental_evidence'],
      before.allow_supplemental_evidence,
    ),
    allow_supplemental_references: read.flag(
      'allow_supplemental_references',
      sent['allow_supplemental_references'],
      before.allow_supplemental_references,
    ),
    meta_data: read.metaData('meta_data', sent['meta_data'], before.meta_data),
    recipient: {
      name: read.needed('recipient.name', recipient['name'], before.recipient.name),
      email: read.email('recipient.email', recipient['email'], before.recipient.email),
      phone_number: read.phone(
        'recipient.phone_number',
        recipient['phone_number'],
        before.recipient.phone_number,
      ),
      id: read.text('recipient.id', recipient['id'], before.recipient.id),
      meta_data: read.metaData('recipient.meta_data', recipient['meta_data'], before.recipient.meta_data),
    },
  };
}

/**
 * The credential after a PUT with these fields, and the credits that it takes; or why it is
 * refused. A partial update (docs/platform.md, Write): fields that are not sent stay. Nothing is
 * stored here, so that a refusal changes nothing.
 */
export function updateCredential(
  before: Credential,
  sent: Fields,
  context: UpdateContext,
): { readonly kind: 'updated'; readonly credential: Credential; readonly credits: number } | Refusal {
  const { store, switches, now } = context;
  const groupId = groupAfter(before, sent['group_id'], context);
  if (typeof groupId !== 'number') return groupId;

  const read = createFieldReader(switches.clear);
  const fields = fieldsAfter(before, sent, read, switches);
  // Without a name of its own, a credential shows its group's course name (D).
  const name =
    read.text('name', sent['name'], before.name) ?? store.group(groupId)?.course_name ?? before.name;
  if (Object.keys(read.problems).length > 0) return invalidFields(read.problems);

  const attributes = updateAttributes(
    before.custom_attributes,
    sent['custom_attributes'],
    store.attributeKeys,
    switches,
  );
  if (attributes.kind === 'refusal') return attributes;
  const evidence = evidenceAfter(before, sent['evidence_items'], context);
  if (isRefusal(evidence)) return evidence;

  const today = dayOf(now);
  const credential: Credential = {
    ...before,
    ...fields,
    name,
    group_id: groupId,
    published_on: before.published_on ?? (fields.approve ? today : null),
    custom_attributes: attributes.attributes,
    evidence_items: evidence,
    references: referencesAfter(before, sent['references'], context),
    updated_at: touchedAt(before, now),
  };
  const duplicate = duplicateRefusal(before, credential, store);
  if (duplicate !== null) return duplicate;

  const credits = creditsFor(before, credential, today, switches);
  return credits > store.issuer().certificate_left ? noCredits : { kind: 'updated', credential, credits };
}

import type { Change } from '../../lib/credential/change';
import type { Value } from '../../lib/credential/value';
import { isFields } from '../platform/rules/field-reader';
import type { SentRequest } from './watch';

/** One value of a write. `isRest`: of a custom attribute that the change does not name. */
export interface SentField {
  /** As `valuesOf` names it; of new evidence the attribute of the change. */
  readonly place: string;
  readonly value: Value;
  readonly isRest: boolean;
}

const PLACES: Readonly<Record<string, string>> = {
  name: 'credential-name',
  issued_on: 'issue-date',
  expired_on: 'expiry-date',
  grade: 'grade',
  description: 'description',
  approve: 'published',
  private: 'private',
};
const RECIPIENT: Readonly<Record<string, string>> = {
  name: 'recipient-name',
  email: 'recipient-email',
  phone_number: 'recipient-phone',
};

/** The credential that a path is about; null for others. */
export function credentialOf(path: string): string | null {
  return /^\/v1\/credentials\/([^/]+)/.exec(path)?.[1] ?? null;
}

/** Reads a write field by field; null when it has anything that no write may have. */
export function sentFields({ method, path, body }: SentRequest, change: Change): readonly SentField[] | null {
  const item = /\/evidence_items(?:\/([^/]+))?$/.exec(path);
  // It has no body. Which evidence may go is judged when it is gone (watch.ts).
  if (method === 'DELETE' && item?.[1] !== undefined) return [];
  if (!isFields(body)) return null;
  const fields: (SentField | null)[] = [];
  const { credential, evidence_item: evidence } = body;
  if (item !== null && isFields(evidence)) {
    if (method === 'PUT') fields.push(sent(`evidence ${item[1]}`, evidence['description']));
    else fields.push(...newEvidence(evidence, change));
  } else if (item === null && method === 'PUT' && isFields(credential)) {
    for (const [name, value] of Object.entries(credential)) {
      if (name === 'recipient' && isFields(value)) fields.push(...named(value, RECIPIENT));
      else if (name === 'custom_attributes' && isFields(value)) fields.push(...customs(value, change));
      else fields.push(...named({ [name]: value }, PLACES));
    }
  } else return null;
  const known = fields.filter((field) => field !== null);
  return known.length === fields.length ? known : null;
}

function named(
  record: Readonly<Record<string, unknown>>,
  places: typeof PLACES,
): readonly (SentField | null)[] {
  return Object.entries(record).map(([name, value]) => {
    const place = places[name];
    return place === undefined ? null : sent(place, value);
  });
}

/** One that the change clears may be left out of the map: where that replaces, it is cleared. */
function customs(
  record: Readonly<Record<string, unknown>>,
  { fields }: Change,
): readonly (SentField | null)[] {
  const named = Object.entries(record).map(([name, value]) => {
    const place = `custom:${name}`;
    const field = sent(place, value);
    return field && { ...field, isRest: !fields.some(({ attribute }) => attribute === place) };
  });
  const leftOut = fields.filter(
    ({ attribute, after }) =>
      attribute.startsWith('custom:') && after === null && !(attribute.slice('custom:'.length) in record),
  );
  return [...named, ...leftOut.map(({ attribute }) => sent(attribute, null))];
}

/** The description of new evidence is its address where the change has none. */
function newEvidence({ url, description, category }: Readonly<Record<string, unknown>>, { fields }: Change) {
  const field = fields.find(({ attribute, after }) => attribute.startsWith('evidence-url-') && after === url);
  if (field === undefined || category !== 'url') return [null];
  const wanted = fields.find(
    ({ attribute }) => attribute === `evidence-description-${field.attribute.at(-1)}`,
  );
  if (description !== (wanted?.after ?? url)) return [null];
  return [sent(field.attribute, url)];
}

function sent(place: string, value: unknown): SentField | null {
  const isValue = value === null || typeof value === 'string' || typeof value === 'boolean';
  return isValue ? { place, value, isRest: false } : null;
}

import type { FieldChange } from '../credential/change';
import { comparableText } from '../credential/comparable-text';
import type { EvidenceItem } from '../credential/credential';
import { evidencePartOf, type EvidencePart } from '../credential/evidence-attribute';
import type { Value } from '../credential/value';

/*
 * Finds the evidence item that a change is about. A change of an item that is there names it by its
 * id. A change that adds one names it by its URL, whatever its place in the list.
 */

/** Finds the item that an evidence field is about; null when it is not there (yet). */
export function evidenceItemOf(
  field: FieldChange,
  fields: readonly FieldChange[],
  evidence: readonly EvidenceItem[],
): EvidenceItem | null {
  const part = evidencePartOf(field.attribute);
  if (part === null) return null;
  const { evidenceId } = field;
  if (evidenceId !== undefined) return evidence.find((item) => item.id === evidenceId) ?? null;
  const url = wantedUrl(part, fields);
  if (url === null) return null;
  const wanted = comparableText(url);
  return evidence.find((item) => item.url !== null && comparableText(item.url) === wanted) ?? null;
}

/**
 * The present value of an evidence field, in the terms of its `before` and `after`. An item that is
 * not there yet counts as `before`: evidence is added, so nothing can be overwritten. An item that
 * is gone has no description.
 */
export function evidenceValueNow(
  field: FieldChange,
  fields: readonly FieldChange[],
  evidence: readonly EvidenceItem[],
): Value {
  const item = evidenceItemOf(field, fields, evidence);
  const part = evidencePartOf(field.attribute);
  if (part?.part === 'url') return item === null ? field.before : field.after;
  if (item !== null) return item.description === '' ? null : item.description;
  return field.evidenceId === undefined ? field.before : null;
}

/**
 * The description of a new piece of evidence. The platform wants one: without one in the sheet, the
 * address is used.
 */
export function newDescription(part: EvidencePart, fields: readonly FieldChange[], url: string): string {
  const wanted = fields.find(({ attribute }) => attribute === `evidence-description-${part.number}`);
  return typeof wanted?.after === 'string' && wanted.after !== '' ? wanted.after : url;
}

/** The URL of the pair, when the change says it. */
export function wantedUrl(part: EvidencePart, fields: readonly FieldChange[]): string | null {
  const field = fields.find(({ attribute }) => attribute === `evidence-url-${part.number}`);
  return typeof field?.after === 'string' ? field.after : null; // no such field: the change adds nothing
}

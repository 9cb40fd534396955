import type { AttributeId, EvidenceNumber } from './attribute';

/** Half and number of an evidence attribute. */
export interface EvidencePart {
  readonly part: 'description' | 'url';
  readonly number: EvidenceNumber;
}

const EVIDENCE_ID = /^evidence-(description|url)-([123])$/;

/** The evidence part of an attribute, or null when it is not about evidence. */
export function evidencePartOf(id: AttributeId): EvidencePart | null {
  const match = EVIDENCE_ID.exec(id);
  if (!match) return null;
  return {
    part: match[1] === 'url' ? 'url' : 'description',
    number: Number(match[2]) as EvidenceNumber,
  };
}

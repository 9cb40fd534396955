import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import { comparableText } from '../../credential/comparable-text';
import type { EvidenceItem } from '../../credential/credential';
import { evidencePartOf } from '../../credential/evidence-attribute';

/**
 * The evidence fields of a change whose URL the platform has more than once. A browser repeats a
 * POST by itself when a reused connection breaks before the answer, and reports nothing: only
 * reading shows it.
 */
export function duplicateEvidenceOf(
  change: Change,
  evidence: readonly EvidenceItem[],
): readonly AttributeId[] {
  return change.fields
    .filter(({ attribute, after }) => {
      if (evidencePartOf(attribute)?.part !== 'url' || typeof after !== 'string') return false;
      const url = comparableText(after);
      return evidence.filter((item) => item.url !== null && comparableText(item.url) === url).length > 1;
    })
    .map(({ attribute }) => attribute);
}

import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import { comparableText } from '../../credential/comparable-text';
import type { EvidenceItem } from '../../credential/credential';
import { evidencePartOf } from '../../credential/evidence-attribute';
import { newDescription, wantedUrl } from '../../platform/evidence-of-change';

/** Evidence of a change that is there several times. */
export interface DuplicateEvidence {
  readonly attribute: AttributeId;
  readonly times: number;
  /** Ids of the items that may be taken away again, without the one that stays. */
  readonly surplus: readonly string[];
}

/**
 * Finds the evidence of a change that the platform has more than once. A browser repeats a POST by
 * itself when a reused connection breaks before the answer, and reports nothing: only reading shows
 * it. `before`: the ids of all evidence before our first request; null when that is not known.
 *
 * Only what came since then, with the very address and description that we sent, counts as our own,
 * and its first item always stays. An equal item that another admin adds within the same seconds
 * cannot be distinguished from it, and is the same for every reader. Where `before` is not known,
 * nothing is surplus.
 *
 * Examples, of one address: before none, now 5 and 6, equal -> twice, surplus 6. Before 4, now 4
 * and 5 -> no duplicate of ours. Now 5 and another description at 6 -> no duplicate.
 */
export function duplicateEvidenceOf(
  change: Change,
  evidence: readonly EvidenceItem[],
  before: readonly string[] | null,
): readonly DuplicateEvidence[] {
  return change.fields.flatMap(({ attribute }) => {
    const part = evidencePartOf(attribute);
    const url = part?.part === 'url' ? wantedUrl(part, change.fields) : null;
    if (part === null || url === null) return [];
    const there = evidence.filter((item) => item.url !== null && isSame(item.url, url));
    if (before === null) return duplicate(attribute, there.length, []);
    const since = there.filter(({ id }) => !before.includes(id));
    const description = newDescription(part, change.fields, url);
    const [kept, ...surplus] = since.filter((item) => isSame(item.description, description));
    // The platform may have changed the description: then nothing proves which are ours.
    if (kept === undefined) return duplicate(attribute, since.length, []);
    return duplicate(
      attribute,
      surplus.length + 1,
      surplus.map(({ id }) => id),
    );
  });
}

function duplicate(
  attribute: AttributeId,
  times: number,
  surplus: readonly string[],
): readonly DuplicateEvidence[] {
  return times > 1 ? [{ attribute, times, surplus }] : [];
}

function isSame(a: string, b: string): boolean {
  return comparableText(a) === comparableText(b);
}

import { isEmailKey, isKeyAttribute } from '../../credential/attributes';
import type { Finding } from '../terms/finding';
import type { Review } from '../cross-row/review';

/** Hardly an address is longer, and each letter costs. */
const LONGEST = 100;

/**
 * A finding with the address that may be meant as its `suggestion`: where rows are matched by e-mail, the key matches nothing,
 * and exactly one credential of the group has a key one letter away (so has one with a look-alike domain) and is no other
 * row's. Never matched by itself: who is one letter away may be somebody else. Asked only for rows that are looked at.
 */
export function withNearKey({ frame, rows }: Review, finding: Finding): Finding {
  const [first, second] = frame.columns.key;
  const { text } = finding.facts;
  if (finding.code !== 'no-match' || text === undefined) return finding;
  const { id } = first.attribute;
  if (second !== undefined || !isKeyAttribute(id) || !isEmailKey(id)) return finding;
  if (!text.includes('@') || text.length > LONGEST) return finding;
  const { group } = frame.input;
  const [near, another] = group.withEmailNear(text);
  if (near === undefined || another !== undefined || rows.position.includes(near)) return finding;
  const suggestion = group.all[near]?.recipientEmail ?? text; // it was found by it
  return { ...finding, facts: { ...finding.facts, suggestion } };
}

import { isEmailKey, isKeyAttribute } from '../../credential/attributes';
import type { Finding } from '../terms/finding';
import type { Review } from '../cross-row/review';

/** Longest address that is searched for: hardly any is longer, and each letter costs. */
const LONGEST = 100;

/**
 * A `no-match` with the address that may be meant as its `suggestion`: where rows are matched by
 * e-mail, and exactly one credential of the group has an address one letter away (a look-alike
 * domain is one) and is no other row's. It is a hint, and never a match: a person one letter away
 * may be somebody else. Asked only for rows that are looked at.
 *
 * "jane@gmial.com", and the group has jane@gmail.com -> suggestion "jane@gmail.com".
 */
export function withNearKey({ frame, rows }: Review, finding: Finding): Finding {
  const [first, second] = frame.columns.key;
  if (finding.code !== 'no-match') return finding;
  const { text } = finding.facts;
  const { id } = first.attribute;
  if (second !== undefined || !isKeyAttribute(id) || !isEmailKey(id)) return finding;
  if (!text.includes('@') || text.length > LONGEST) return finding;
  const { group } = frame.input;
  const [near, another] = group.withEmailNear(text);
  if (near === undefined || another !== undefined || rows.position.includes(near)) return finding;
  const suggestion = group.all[near]?.recipientEmail ?? text; // it was found by it
  return { ...finding, facts: { ...finding.facts, suggestion } };
}

import { idTextsOf } from '../../assign/read/key-text';
import { isEmailKey, isKeyAttribute } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import type { Finding } from '../terms/finding';
import { nearTexts } from '../similarity/near-texts';
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
  const { credentials } = frame.input;
  const [near, another] = nearEmailsOf(credentials)(text);
  if (near === undefined || another !== undefined || rows.position.includes(near)) return finding;
  const suggestion = credentials[near]?.recipientEmail ?? text; // it was found by it
  return { ...finding, facts: { ...finding.facts, suggestion } };
}

const known = new WeakMap<readonly Credential[], ReturnType<typeof nearTexts>>();

/** Made once for each list of credentials, when a row without a match is looked at. */
function nearEmailsOf(credentials: readonly Credential[]): ReturnType<typeof nearTexts> {
  const emailOf = (credential: Credential) => idTextsOf(credential, 'recipient-email')[0] ?? null;
  const made = known.get(credentials) ?? nearTexts(credentials.map(emailOf));
  known.set(credentials, made);
  return made;
}

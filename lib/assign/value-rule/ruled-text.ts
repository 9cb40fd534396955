import { assertNever } from '../../assert-never';
import { transformText } from '../choice/transform-text';
import type { ReplaceRule, TidyRule } from '../choice/value-rule';

export interface RuledText {
  /** The present text where it is kept. */
  readonly text: string;
  readonly branch: 'tidied' | 'replaced' | 'nothing-to-do' | 'kept-unstable';
}

/**
 * Writes a present text by a rule. What the rule would change again the next time is kept as it is:
 * a run that is repeated must change nothing.
 *
 * "Acme Ltd", replace "Ltd" by "Ltd." -> "Acme Ltd."; "Acme Ltd." stays. Replace "ab" by "" in
 * "aabb" would leave "ab", which it replaces again: kept.
 */
export function ruledText(rule: TidyRule | ReplaceRule, present: string): RuledText {
  const text = once(rule, present);
  if (text === present) return { text, branch: 'nothing-to-do' };
  if (once(rule, text) !== text) return { text: present, branch: 'kept-unstable' };
  return { text, branch: rule.kind === 'tidy' ? 'tidied' : 'replaced' };
}

function once(rule: TidyRule | ReplaceRule, text: string): string {
  switch (rule.kind) {
    case 'tidy':
      return transformText(text, rule.tidy).trim();
    case 'replace':
      return replaced(rule, text);
    default:
      return assertNever(rule);
  }
}

function replaced({ find, by, wholeValue }: ReplaceRule, text: string): string {
  if (find === '') return text;
  if (wholeValue) return text.trim() === find.trim() ? by : text;
  // Where the new text has the old one in it, what is there already is left alone.
  const inside = by.indexOf(find);
  if (inside < 0) return text.split(find).join(by);
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, from)) {
    const begins = at - inside;
    const isThere = begins >= from && text.startsWith(by, begins);
    const end = isThere ? begins + by.length : at + find.length;
    parts.push(text.slice(from, isThere ? end : at), isThere ? '' : by);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

import type { Finding, FindingCode, MeantCode } from './finding';

/** Kinds of finding that may know which text is meant. */
const MEANT: ReadonlySet<FindingCode> = new Set<MeantCode>([
  'key-spelling',
  'new-address',
  'damaged-text',
  'code-in-name',
  'bad-phone',
  'odd-name',
  'code-in-text',
  'converted-value',
  'invisible-sign',
]);

export function isMeantCode(code: FindingCode): code is MeantCode {
  return MEANT.has(code);
}

/** The text that a finding offers in place of the cell's; null where none is certain. */
export function suggestionOf(finding: Finding): string | null {
  switch (finding.code) {
    case 'key-spelling':
    case 'damaged-text':
    case 'code-in-name':
    case 'bad-phone':
    case 'odd-name':
    case 'code-in-text':
    case 'converted-value':
    case 'invisible-sign':
      return finding.facts.suggestion;
    default:
      return null;
  }
}

import type { ErrorFinding, Finding, FindingCode, MeantCode } from './finding';

/** Kinds of finding that may know which text is meant. */
const MEANT: ReadonlySet<FindingCode> = new Set<MeantCode>([
  'key-spelling',
  'email-change',
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

/**
 * The text that an error offers in place of the cell's or the key's, for this one row: also what is
 * only likely, as somebody sees it before it is taken. Null where there is none.
 */
export function offeredText(finding: ErrorFinding): string | null {
  const { facts } = finding;
  return facts !== null && 'suggestion' in facts ? facts.suggestion : null;
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
    case 'email-change':
      return finding.facts.emailClass === 'look-alike' ? finding.facts.suggestion : null;
    default:
      return null;
  }
}
